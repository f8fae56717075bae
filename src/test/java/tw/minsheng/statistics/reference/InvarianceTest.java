package tw.minsheng.statistics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.factor.FitLimits;
import tw.minsheng.statistics.factor.GroupMoments;
import tw.minsheng.statistics.factor.Invariance;
import tw.minsheng.statistics.factor.Invariance.Step;
import tw.minsheng.statistics.factor.Invariance.Verdict;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** IV1 against lavaan, over the two sets of {@code invariance.json}; and what cannot be compared. */
class InvarianceTest {

    private static final Path FOLDER = Path.of("src/test/resources/reference");

    private static GroupMoments moments(long n, SymmetricMatrix covariance) {
        return new GroupMoments(
                n, IntStream.range(0, covariance.size()).mapToObj(i -> 3.0 + i).toList(), covariance);
    }

    private static SymmetricMatrix alike() {
        return SymmetricMatrix.of(4, (i, j) -> i == j ? 1 : .4 + .02 * (i + j));
    }

    private static void assertRefused(Reason reason, FactorModel model, List<GroupMoments> groups) {
        Invariance none = Invariance.of(model, groups);
        assertTrue(none.steps().isEmpty());
        assertEquals(Optional.of(reason), none.refusal().get(0).reason());
    }

    @Test
    void oneGroupOrFewPeopleCannotBeCompared() {
        FactorModel model = FactorModel.ofSizes(List.of(4));
        GroupMoments enough = moments(100, alike());
        assertRefused(Reason.NOT_IDENTIFIED, model, List.of(enough));
        assertRefused(
                Reason.NOT_IDENTIFIED,
                FactorModel.ofSizes(List.of(3)),
                List.of(moments(100, alike().select(0, 1, 2)), moments(100, alike().select(0, 1, 2))));
        assertRefused(Reason.N_TOO_SMALL, model, List.of(enough, moments(8, alike())));
        SymmetricMatrix copies = SymmetricMatrix.of(4, (i, j) -> 1);
        assertRefused(Reason.SINGULAR_MATRIX, model, List.of(enough, moments(100, copies)));
    }

    /** The same people twice: equality costs nothing. */
    @Test
    void groupsThatAreAlikeLoseNothingByEquality() {
        Invariance found =
                Invariance.of(FactorModel.ofSizes(List.of(4)), List.of(moments(200, alike()), moments(200, alike())));
        double first = found.steps().get(0).chiSquare().number();
        for (Step step : found.steps()) {
            assertEquals(first, step.chiSquare().number(), 1e-6);
        }
        assertEquals(3, found.steps().get(1).deltaDf());
        assertEquals(3, found.steps().get(2).deltaDf());
        assertFalse(found.steps().get(0).deltaCfi().isKnown());
    }

    private static GroupMoments loaded(double shift, double... loadings) {
        SymmetricMatrix covariance =
                SymmetricMatrix.of(loadings.length, (i, j) -> i == j ? 1 : loadings[i] * loadings[j]);
        return new GroupMoments(
                300,
                IntStream.range(0, loadings.length)
                        .mapToObj(i -> i == 0 ? 3 + shift : 3.0)
                        .toList(),
                covariance);
    }

    private static Optional<Verdict> verdict(GroupMoments one, GroupMoments other) {
        Invariance found = Invariance.of(FactorModel.ofSizes(List.of(one.means().size())), List.of(one, other));
        return found.verdict(FitLimits.usual());
    }

    /** Two halves without relation are no factor: equality costs nothing, because there is nothing to be equal. */
    @Test
    void equalityOfAModelThatDoesNotFitIsNotTested() {
        SymmetricMatrix halves = SymmetricMatrix.of(6, (i, j) -> i == j ? 1 : i / 3 == j / 3 ? .6 : .1);
        Invariance found =
                Invariance.of(FactorModel.ofSizes(List.of(6)), List.of(moments(300, halves), moments(300, halves)));
        assertTrue(found.steps().get(0).rmsea().number() > .06);
        assertEquals(0, found.steps().get(2).deltaCfi().number(), .01);
        assertEquals(Optional.of(Verdict.MISFIT), found.verdict(FitLimits.usual()));
        assertEquals(Optional.of(Verdict.SCALAR), found.verdict(new FitLimits(0, 1, .01)));
    }

    @Test
    void theFirstEqualityThatFailsIsTheVerdict() {
        GroupMoments even = loaded(0, .7, .7, .7, .7);
        assertEquals(Optional.of(Verdict.SCALAR), verdict(even, even));
        assertEquals(Optional.of(Verdict.METRIC), verdict(even, loaded(1, .7, .7, .7, .7)));
        assertEquals(Optional.of(Verdict.CONFIGURAL), verdict(even, loaded(1, .9, .9, .3, .3)));
        assertEquals(
                Optional.empty(),
                Invariance.of(FactorModel.ofSizes(List.of(4)), List.of(even)).verdict(FitLimits.usual()));
    }

    @Test
    void fitsOfSeveralGroupsAreThoseOfLavaan() throws IOException {
        JsonNode file = ReferenceLibrary.JSON.readTree(
                FOLDER.resolve("invariance/invariance.json").toFile());
        for (JsonNode set : file.get("sets")) {
            List<Integer> sizes = new ArrayList<>();
            set.get("factors").forEach(items -> sizes.add(items.size()));
            Invariance found = Invariance.of(FactorModel.ofSizes(sizes), groups(set));
            assertEquals(3, found.steps().size(), found.refusal().toString());
            for (Step step : found.steps()) {
                JsonNode expected = set.get("models").get(step.level().name().toLowerCase(Locale.ROOT));
                assertEquals(expected.get("df").asInt(), step.df());
                // lavaan's optimiser stops where the function stands still to 1e-10
                assertEquals(expected.get("chisq").asDouble(), step.chiSquare().number(), 1e-4);
                assertEquals(expected.get("cfi").asDouble(), step.cfi().number(), 1e-5);
                assertEquals(expected.get("rmsea").asDouble(), step.rmsea().number(), 1e-5);
                assertEquals(expected.get("pvalue").asDouble(), step.p().number(), 1e-5);
            }
            Step metric = found.steps().get(1);
            assertEquals(
                    set.at("/models/metric/chisq").asDouble()
                            - set.at("/models/configural/chisq").asDouble(),
                    metric.deltaChiSquare().number(),
                    1e-4);
            assertEquals(
                    set.at("/models/metric/cfi").asDouble()
                            - set.at("/models/configural/cfi").asDouble(),
                    metric.deltaCfi().number(),
                    1e-5);
        }
    }

    private static List<GroupMoments> groups(JsonNode set) {
        CsvTable table =
                CsvTable.read(FOLDER.resolve("psychometrics/" + set.get("set").asText() + ".csv"));
        List<String> items = new ArrayList<>();
        set.get("factors").forEach(factor -> factor.forEach(item -> items.add(item.asText())));
        List<String> reverse = new ArrayList<>();
        set.get("reverse").forEach(item -> reverse.add(item.asText()));
        Map<String, CrossSums> sums = new TreeMap<>();
        for (int i = 0; i < table.rows(); i++) {
            double[] row = new double[items.size()];
            boolean complete = true;
            for (int j = 0; j < row.length && complete; j++) {
                String cell = table.columns().get(items.get(j)).get(i);
                complete = !cell.isEmpty();
                double answer = complete ? Double.parseDouble(cell) : 0;
                row[j] = reverse.contains(items.get(j)) ? set.get("sum").asDouble() - answer : answer;
            }
            if (complete) {
                String label = table.columns().get(set.get("group").asText()).get(i);
                sums.computeIfAbsent(label, key -> CrossSums.of(row.length, MissingRule.LISTWISE))
                        .add(row);
            }
        }
        return sums.values().stream()
                .map(sum -> new GroupMoments(
                        sum.n(0, 0),
                        IntStream.range(0, items.size()).mapToObj(sum::mean).toList(),
                        sum.covariances()))
                .toList();
    }
}
