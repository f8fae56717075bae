package tw.minsheng.statistics.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.StratifiedRows;
import tw.minsheng.statistics.regress.FactorialAnova.Kind;
import tw.minsheng.statistics.regress.FactorialAnova.Term;

/** R 4.2.2: {@code anova(lm(y ~ h * g))}, differences of deviances, {@code drop1} with contrasts that add up to 0. */
class FactorialAnovaTest {

    private static final List<Term> TERMS = List.of(
            new Term(Set.of(0), List.of(1, 2)), new Term(Set.of(1), List.of(3)), new Term(Set.of(0, 1), List.of(4, 5)));

    /** Constant, h, g and their products, with contrasts that add up to 0. */
    private static double[][] predictors() {
        double[][] rows = new double[StratifiedRows.N][];
        Arrays.setAll(rows, i -> {
            int h = StratifiedRows.h()[i];
            double first = h == 0 ? 1 : h == 2 ? -1 : 0;
            double second = h == 1 ? 1 : h == 2 ? -1 : 0;
            double g = StratifiedRows.g()[i] == 0 ? 1 : -1;
            return new double[] {1, first, second, g, first * g, second * g};
        });
        return rows;
    }

    private static FactorialAnova table(Kind kind) {
        return FactorialAnova.of(predictors(), StratifiedRows.y(), TERMS, kind);
    }

    private static void squares(FactorialAnova table, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], table.effects().get(i).squares().number(), 1e-11);
        }
        assertEquals(220.08333333333334, table.residual().squares().number(), 1e-11);
        assertEquals(18, table.residual().df());
        assertEquals(12.22685185185185, table.residual().meanSquare().number(), 1e-12);
    }

    @Test
    void oneTermAfterTheOther() {
        FactorialAnova table = table(Kind.SEQUENTIAL);
        squares(table, 2.58333333333333, 72.19836956521742, 40.96829710144927);
        assertEquals(2, table.effects().get(0).df());
        assertEquals(1.29166666666667, table.effects().get(0).meanSquare().number(), 1e-12);
        assertEquals(5.90490, table.effects().get(1).f().number(), 5e-6);
        assertEquals(.025786, table.effects().get(1).p().number(), 5e-7);
    }

    @Test
    void termsWithoutThoseThatContainThem() {
        squares(table(Kind.HIERARCHICAL), 1.281702898550691, 72.19836956521738, 40.96829710144934);
    }

    @Test
    void termsAfterAllOthers() {
        FactorialAnova table = table(Kind.MARGINAL);
        squares(table, 2.18568840579712, 75.14202127659581, 40.96829710144931);
        assertEquals(.08938, table.effects().get(0).f().number(), 5e-6);
        assertEquals(.02330, table.effects().get(1).p().number(), 5e-6);
    }

    @Test
    void aTableThatCannotBeSaysWhy() {
        double[][] twice = new double[StratifiedRows.N][];
        Arrays.setAll(twice, i -> new double[] {1, StratifiedRows.x()[i], StratifiedRows.x()[i]});
        List<Term> terms = List.of(new Term(Set.of(0), List.of(1)), new Term(Set.of(1), List.of(2)));
        FactorialAnova singular = FactorialAnova.of(twice, StratifiedRows.y(), terms, Kind.SEQUENTIAL);
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                singular.effects().get(1).p().reason());
        FactorialAnova empty = FactorialAnova.of(new double[0][], new double[0], terms, Kind.SEQUENTIAL);
        assertEquals(Optional.of(Reason.NO_DATA), empty.residual().squares().reason());
        double[][] two = {{1, 2}, {1, 3}};
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                FactorialAnova.of(two, new double[] {1, 2}, terms.subList(0, 1), Kind.MARGINAL)
                        .effects()
                        .get(0)
                        .f()
                        .reason());
        double[][] flat = {{1, 2}, {1, 3}, {1, 4}};
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                FactorialAnova.of(flat, new double[] {0, 0, 0}, terms.subList(0, 1), Kind.MARGINAL)
                        .effects()
                        .get(0)
                        .f()
                        .reason());
    }
}
