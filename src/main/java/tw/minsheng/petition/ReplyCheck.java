package tw.minsheng.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tw.minsheng.kernel.Sha256;

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

    /** An answered case, as it can be drawn. */
    public record Answered(CaseNumber number, String unit, String handler) {}

    /**
     * A drawn case.
     *
     * @param scores by criterion, empty while nobody has looked at it
     * @param actor who scored it, "" while nobody has
     */
    public record Item(CaseNumber number, String unit, Map<String, Integer> scores, String note, String actor) {

        public Item {
            scores = Map.copyOf(scores);
        }

        public boolean isScored() {
            return !scores.isEmpty();
        }

        /** From 0 to 100. */
        public int total() {
            return scores.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Draws without putting back: of each unit those whose {@code SHA-256(seed:number)}, in base 64, comes first in the order
     * of its letters. So everybody can draw the same again, and a case more changes nothing about the others.
     */
    public static List<Answered> draw(List<Answered> population, int perUnit, long seed) {
        Map<String, List<Answered>> units = new TreeMap<>();
        population.forEach(each ->
                units.computeIfAbsent(each.unit(), key -> new ArrayList<>()).add(each));
        Comparator<Answered> order = Comparator.comparing(
                each -> Sha256.base64(seed + ":" + each.number().text()));
        return units.values().stream()
                .flatMap(unit -> unit.stream().sorted(order).limit(perUnit))
                .toList();
    }
}
