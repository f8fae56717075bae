package tw.minsheng.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Problem;

/**
 * 抽查: answered cases that were drawn by chance, so many of each unit, and how good their answers were found.
 *
 * @param id 0 while it is not kept
 * @param agency of whoever drew it
 * @param seed by which anybody can draw the same again
 * @param perUnit how many of each unit, at most
 * @param population how many could have been drawn
 */
public record ReplyCheck(
        long id,
        String agency,
        String actor,
        Instant at,
        long seed,
        LocalDate from,
        LocalDate until,
        int perUnit,
        int population,
        List<Item> items) {

    /** 切題、依據、接下來、語氣、時效; each from 0 to {@link #MOST_POINTS}. Chosen; no rule names them. */
    public static final List<String> CRITERIA = List.of("answers", "ground", "next", "tone", "timely");

    public static final int MOST_POINTS = 20;

    public ReplyCheck {
        items = List.copyOf(items);
    }

    /** A case whose answer was drawn. */
    public record Answered(CaseNumber number, String unit) {}

    /**
     * What was drawn.
     *
     * @param population how many could have been
     */
    public record Drawn(int population, List<Answered> cases) {

        public Drawn {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A drawn case.
     *
     * @param scores by criterion, empty while nobody has looked at it
     * @param actor who scored it, "" while nobody has
     * @param own whether whoever looks at it handled the case herself, and therefore does not score it
     */
    public record Item(
            CaseNumber number, String unit, Map<String, Integer> scores, String note, String actor, boolean own) {

        public Item {
            scores = Map.copyOf(scores);
        }

        public boolean isScored() {
            return !scores.isEmpty();
        }

        /** Whether this account may score it: what another has scored stays. */
        public boolean isFor(String account) {
            return !own && (actor.isEmpty() || actor.equals(account));
        }

        /** @throws Problem CONFLICT {@code check.own} or {@code check.scored} when this account may not score it */
        public void requireFor(String account) {
            if (!isFor(account)) {
                throw Problem.of(Problem.Kind.CONFLICT, own ? "check.own" : "check.scored");
            }
        }

        /** From 0 to 100. */
        public int total() {
            return scores.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
