package tw.minsheng.invite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
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

    private AfterClosingFigures(List<CaseSurveys.Count> counts, List<CaseSurveys.Item> answers, int least) {
        this.counts = counts;
        this.answers = answers;
        this.least = least;
    }

    /** All strata together. */
    public CaseSurveys.Count total() {
        return counts.stream()
                .reduce(
                        new CaseSurveys.Count("", 0, 0, 0, 0, 0, 0, 0),
                        (one, other) -> new CaseSurveys.Count(
                                "",
                                one.eligible() + other.eligible(),
                                one.excluded() + other.excluded(),
                                one.aside() + other.aside(),
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
     * @param weighted the same, each stratum with the weight of its closed cases (eligible, and set aside because their
     *     petitioner was asked about another one or wants no invitations); of the strata that have answers
     * @param covered part of the closed cases that lies in these strata
     * @param satisfiedBounds what the share among all closed cases can be, nothing assumed about the silent ones: worked out
     *     in each stratum with its own rate of answers, then weighted by its closed cases; a stratum without answers, and a case
     *     that was set aside, can be anything; of joined strata that were drawn at different rates the answers may lie in any
     * @param dissatisfiedBounds the same of those who are not satisfied
     */
    public record Result(
            String item,
            long n,
            double satisfied,
            double dissatisfied,
            double weighted,
            double covered,
            Bounds satisfiedBounds,
            Bounds dissatisfiedBounds) {}

    /** What a share among all can be. */
    public record Bounds(double lower, double upper) {}

    /** Empty where too few have answered. */
    public Optional<Result> of(String item) {
        List<CaseSurveys.Item> rows =
                answers.stream().filter(each -> each.item().equals(item)).toList();
        long n = rows.stream().mapToLong(CaseSurveys.Item::n).sum();
        if (n < least) {
            return Optional.empty();
        }
        List<Part> parts = parts(rows);
        double all = Math.max(1, parts.stream().mapToLong(Part::closed).sum());
        List<Part> known = parts.stream().filter(each -> each.n() > 0).toList();
        double heard = Math.max(1, known.stream().mapToLong(Part::closed).sum());
        double satisfied = (double) parts.stream().mapToLong(Part::satisfied).sum() / n;
        double not = (double) parts.stream().mapToLong(Part::dissatisfied).sum() / n;
        double weighted = known.stream()
                        .mapToDouble(each -> (double) each.closed() * each.satisfied() / each.n())
                        .sum()
                / heard;
        return Optional.of(new Result(
                item,
                n,
                satisfied,
                not,
                weighted,
                Math.min(1, heard / all),
                bounds(parts, Part::satisfied),
                bounds(parts, Part::dissatisfied)));
    }

    /** How many strata have exactly one drawn case: of them no variance can be worked out. */
    public long lonely() {
        return counts.stream().filter(each -> each.drawn() == 1).count();
    }

    /** How many strata have eligible cases and none that was drawn. */
    public long missed() {
        return counts.stream()
                .filter(each -> each.eligible() > 0 && each.drawn() == 0)
                .count();
    }

    /** How many groups of joined strata were drawn at different rates: which stratum their answers speak for is not known. */
    public long mixed() {
        return parts(answers).stream()
                .filter(each -> each.n() > 0 && each.isMixed())
                .count();
    }

    /** One stratum, or several that cannot be told apart any longer. */
    private record Part(List<CaseSurveys.Count> strata, long n, long satisfied, long dissatisfied) {

        long eligible() {
            return strata.stream().mapToLong(CaseSurveys.Count::eligible).sum();
        }

        long closed() {
            return strata.stream().mapToLong(CaseSurveys.Count::closed).sum();
        }

        long drawn() {
            return strata.stream().mapToLong(CaseSurveys.Count::drawn).sum();
        }

        /** Whether an answer stands for more cases in one of its strata than in another. */
        boolean isMixed() {
            return strata.stream().anyMatch(each -> each.drawn() * eligible() != drawn() * each.eligible());
        }

        Bounds bounds(ToLongFunction<Part> which) {
            if (n == 0 || drawn() == 0) {
                return new Bounds(0, 1);
            }
            if (isMixed()) {
                return new Bounds(least(which.applyAsLong(this)), 1 - least(n - which.applyAsLong(this)));
            }
            NonresponseBounds bounds =
                    NonresponseBounds.of((double) which.applyAsLong(this) / n, Math.min(1, (double) n / drawn()));
            return new Bounds(bounds.lower().number(), bounds.upper().number());
        }

        /** Part of the eligible for which so many answers speak at least: they may all come from where one stands for fewest. */
        private double least(long answers) {
            double left = answers * Math.min(1, (double) drawn() / n);
            double cases = 0;
            for (CaseSurveys.Count each : strata.stream()
                    .filter(one -> one.drawn() > 0)
                    .sorted(Comparator.comparingDouble(one -> (double) one.eligible() / one.drawn()))
                    .toList()) {
                double here = Math.min(left, (double) each.drawn());
                cases += here * ((double) each.eligible() / each.drawn());
                left -= here;
            }
            return cases / eligible();
        }
    }

    /** A sum over strata of bounds in each: they are bounds of the whole, and no narrower ones exist. */
    private static Bounds bounds(List<Part> parts, ToLongFunction<Part> which) {
        double all = Math.max(1, parts.stream().mapToLong(Part::closed).sum());
        double lower = 0;
        double upper = 0;
        for (Part part : parts) {
            Bounds bounds = part.bounds(which);
            lower += part.eligible() * bounds.lower() / all;
            upper += (part.eligible() * bounds.upper() + part.closed() - part.eligible()) / all;
        }
        return new Bounds(Math.min(1, lower), Math.min(1, upper));
    }

    /**
     * The same of cases that ended alike, by closure result. Strata that share a batch with those of another result are left
     * out. Empty for results with too few answers, and for one more when what is not shown would follow from the sum.
     */
    public Map<String, Optional<Result>> byOutcome(String item) {
        Map<String, Optional<Result>> found = new TreeMap<>();
        counts.stream()
                .map(each -> outcome(each.stratum()))
                .distinct()
                .forEach(outcome -> found.put(outcome, ended(outcome).of(item)));
        long all = of(item).map(Result::n).orElse(0L);
        long shown = shown(found);
        while (shown > 0 && all > shown && all - shown < least) {
            found.entrySet().stream()
                    .filter(each -> each.getValue().isPresent())
                    .min(Comparator.comparingLong(
                            each -> each.getValue().orElseThrow().n()))
                    .ifPresent(fewest -> found.put(fewest.getKey(), Optional.empty()));
            shown = shown(found);
        }
        return found;
    }

    private static long shown(Map<String, Optional<Result>> found) {
        return found.values().stream()
                .flatMap(Optional::stream)
                .mapToLong(Result::n)
                .sum();
    }

    private AfterClosingFigures ended(String outcome) {
        return new AfterClosingFigures(
                counts.stream()
                        .filter(each -> outcome(each.stratum()).equals(outcome))
                        .toList(),
                answers.stream()
                        .filter(each -> Arrays.stream(each.stratum().split(AND))
                                .allMatch(part -> outcome(part).equals(outcome)))
                        .toList(),
                least);
    }

    private static String outcome(String stratum) {
        return stratum.substring(stratum.lastIndexOf('/') + 1);
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

    /** All strata, also those without an answer. */
    private List<Part> parts(List<CaseSurveys.Item> rows) {
        Map<String, List<CaseSurveys.Item>> strata = rows.stream()
                .collect(Collectors.groupingBy(CaseSurveys.Item::stratum, TreeMap::new, Collectors.toList()));
        counts.forEach(each -> strata.computeIfAbsent(each.stratum(), key -> List.of()));
        return joined(strata).entrySet().stream()
                .map(each -> part(each.getKey(), each.getValue()))
                .toList();
    }

    private Part part(Set<String> names, List<CaseSurveys.Item> rows) {
        List<CaseSurveys.Count> own =
                counts.stream().filter(each -> names.contains(each.stratum())).toList();
        return new Part(
                own,
                rows.stream().mapToLong(CaseSurveys.Item::n).sum(),
                rows.stream().mapToLong(CaseSurveys.Item::satisfied).sum(),
                rows.stream().mapToLong(CaseSurveys.Item::dissatisfied).sum());
    }
}
