package tw.minsheng.invite.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Responses;

/**
 * How it ended with those drawn, as far as anything is known of them but answers: what staff wrote down, calls, mails that came back.
 *
 * @param drawn all of them
 * @param known how many ended how; the others answered, or nothing was heard
 */
public record Ends(long drawn, Map<Ending, Long> known) {

    /** Nobody was drawn and invited. */
    public static final Ends NONE = new Ends(0, Map.of());

    public Ends {
        known = Map.copyOf(known);
    }

    /**
     * The table of contacts; its sum is all who were drawn. Answers are counted when they are released, in groups: nobody finds out by
     * writing down how it ended with somebody whether she had answered. Who did both is counted as both, and as one less of whom nothing
     * was heard, as long as there are such; beyond them it is certain that people with an ending answered after all, and as many are taken
     * off, from each ending its part.
     *
     * @param released answers of those drawn in this wave; what is not complete showed that its person was not meant, or came when
     *     the quota was full
     */
    public Map<Ending, Long> with(List<Responses.Count> released) {
        long answered = released.stream().mapToLong(Responses.Count::n).sum();
        Map<Ending, Long> all = atMost(Math.max(0, drawn - answered));
        released.forEach(
                count -> all.merge(count.outcome() == Outcome.COMPLETE ? Ending.I : Ending.NE, count.n(), Long::sum));
        long told = all.values().stream().mapToLong(Long::longValue).sum();
        all.merge(Ending.UO, Math.max(0, drawn - told), Long::sum);
        return all;
    }

    /** What is known, of no more people than this: largest remainders, the earlier ending first. */
    private Map<Ending, Long> atMost(long most) {
        long sum = known.values().stream().mapToLong(Long::longValue).sum();
        Map<Ending, Long> all = new EnumMap<>(Ending.class);
        List<Ending> byRemainder = new ArrayList<>();
        long left = Math.min(most, sum);
        for (Ending each : Ending.values()) {
            long n = known.getOrDefault(each, 0L);
            long kept = sum <= most ? n : Math.multiplyExact(n, most) / sum;
            all.put(each, kept);
            left -= kept;
            byRemainder.add(each);
        }
        byRemainder.sort(Comparator.comparingLong(each -> sum == 0 ? 0 : -(known.getOrDefault(each, 0L) * most % sum)));
        for (Ending each : byRemainder.subList(0, (int) left)) {
            all.merge(each, 1L, Long::sum);
        }
        return all;
    }
}
