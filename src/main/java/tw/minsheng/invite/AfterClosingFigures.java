package tw.minsheng.invite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tw.minsheng.statistics.cases.NonresponseBounds;

/**
 * What the survey after closing says of the agencies that somebody may see: never a share without its rate of answers and
 * what it could be if nothing is assumed about those who were silent.
 */
public final class AfterClosingFigures {

    private static final String AND = "\\+";

    private final List<CaseSurveys.Count> counts;
    private final List<CaseSurveys.Item> answers;
    private final int least;

    /**
     * @param answers those of strata that lie wholly within reach are counted, the others are not
     * @param least smallest number of answers that is shown
     */
    public AfterClosingFigures(
            List<CaseSurveys.Count> counts, List<CaseSurveys.Item> answers, Set<String> agencies, int least) {
        this.counts = List.copyOf(counts);
        this.answers = answers.stream()
                .filter(each -> Arrays.stream(each.stratum().split(AND))
                        .allMatch(part -> agencies.contains(part.substring(0, Math.max(0, part.indexOf('/'))))))
                .toList();
        this.least = least;
    }

    /** All strata together. */
    public CaseSurveys.Count total() {
        return counts.stream()
                .reduce(
                        new CaseSurveys.Count("", 0, 0, 0, 0, 0, 0),
                        (one, other) -> new CaseSurveys.Count(
                                "",
                                one.eligible() + other.eligible(),
                                one.excluded() + other.excluded(),
                                one.drawn() + other.drawn(),
                                one.invited() + other.invited(),
                                one.reached() + other.reached(),
                                one.answered() + other.answered()));
    }

    /**
     * One item.
     *
     * @param n valid answers
     * @param satisfied share among the answers
     * @param weighted the same, each stratum with the weight of its eligible cases; the plain share where no stratum is known
     * @param satisfiedBounds what the share among all who were drawn can be, nothing assumed about the silent ones
     * @param dissatisfiedBounds the same of those who are not satisfied
     */
    public record Result(
            String item,
            long n,
            double satisfied,
            double dissatisfied,
            double weighted,
            Bounds satisfiedBounds,
            Bounds dissatisfiedBounds) {}

    /** What a share among all can be. */
    public record Bounds(double lower, double upper) {

        static Bounds of(double share, double answered) {
            NonresponseBounds bounds = NonresponseBounds.of(share, answered);
            return new Bounds(bounds.lower().number(), bounds.upper().number());
        }
    }

    /** Empty where too few have answered. */
    public Optional<Result> of(String item) {
        List<CaseSurveys.Item> rows =
                answers.stream().filter(each -> each.item().equals(item)).toList();
        long n = rows.stream().mapToLong(CaseSurveys.Item::n).sum();
        if (n < least) {
            return Optional.empty();
        }
        double satisfied =
                (double) rows.stream().mapToLong(CaseSurveys.Item::satisfied).sum() / n;
        double not =
                (double) rows.stream().mapToLong(CaseSurveys.Item::dissatisfied).sum() / n;
        double rate = Math.min(1, (double) n / Math.max(1, total().drawn()));
        return Optional.of(
                new Result(item, n, satisfied, not, weighted(rows), Bounds.of(satisfied, rate), Bounds.of(not, rate)));
    }

    /** Answers by the way in which they came. */
    public Map<String, Long> byMode(String item) {
        return answers.stream()
                .filter(each -> each.item().equals(item))
                .collect(Collectors.groupingBy(
                        CaseSurveys.Item::mode, TreeMap::new, Collectors.summingLong(CaseSurveys.Item::n)));
    }

    /** Answers over the web and by telephone may have been joined differently: what overlaps is one stratum. */
    private static Map<Set<String>, List<CaseSurveys.Item>> joined(Map<String, List<CaseSurveys.Item>> strata) {
        Map<Set<String>, List<CaseSurveys.Item>> joined = new LinkedHashMap<>();
        for (Map.Entry<String, List<CaseSurveys.Item>> stratum : strata.entrySet()) {
            Set<String> parts = new TreeSet<>(List.of(stratum.getKey().split(AND, -1)));
            List<CaseSurveys.Item> rows = new ArrayList<>(stratum.getValue());
            for (Set<String> other : List.copyOf(joined.keySet())) {
                if (other.stream().anyMatch(parts::contains)) {
                    parts.addAll(other);
                    rows.addAll(joined.getOrDefault(other, List.of()));
                    joined.remove(other);
                }
            }
            joined.put(Set.copyOf(parts), rows);
        }
        return joined;
    }

    private double weighted(List<CaseSurveys.Item> rows) {
        Map<String, Long> eligible = counts.stream()
                .collect(Collectors.toMap(CaseSurveys.Count::stratum, CaseSurveys.Count::eligible, Long::sum));
        Map<String, List<CaseSurveys.Item>> strata = rows.stream()
                .collect(Collectors.groupingBy(CaseSurveys.Item::stratum, TreeMap::new, Collectors.toList()));
        double sum = 0;
        double all = 0;
        for (Map.Entry<Set<String>, List<CaseSurveys.Item>> stratum :
                joined(strata).entrySet()) {
            double weight = stratum.getKey().stream()
                    .mapToLong(part -> eligible.getOrDefault(part, 0L))
                    .sum();
            long n = stratum.getValue().stream().mapToLong(CaseSurveys.Item::n).sum();
            long satisfied = stratum.getValue().stream()
                    .mapToLong(CaseSurveys.Item::satisfied)
                    .sum();
            sum += weight * satisfied / n;
            all += weight;
        }
        return sum / Math.max(1, all);
    }
}
