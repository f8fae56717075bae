package tw.minsheng.statistics.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.moments.LeastSquares;

/**
 * Analysis of variance of several factors (PT1): what each term takes from the residual sum of squares, against the mean square
 * that the whole model leaves.
 *
 * @param effects in the order of the terms
 * @param residual degrees of freedom and sum of squares that are left; neither F nor p
 */
public record FactorialAnova(List<Effect> effects, Effect residual) {

    /** Against which smaller model a term is held. */
    public enum Kind {
        /** Type I: the terms before it; {@code anova} of R. */
        SEQUENTIAL,
        /** Type II: all terms that do not contain it; {@code car::Anova(type = 2)}. */
        HIERARCHICAL,
        /** Type III: all other terms; needs contrasts that add up to 0; {@code car::Anova(type = 3)}. */
        MARGINAL
    }

    /**
     * A factor or a product of factors.
     *
     * @param factors what it is made of, by any number; nothing for the constant
     * @param columns where it stands in a row of predictors
     */
    public record Term(Set<Integer> factors, List<Integer> columns) {

        public Term {
            factors = Set.copyOf(factors);
            columns = List.copyOf(columns);
        }

        boolean contains(Term other) {
            return factors.containsAll(other.factors()) && !factors.equals(other.factors());
        }
    }

    /** One row of the table. {@code f} is {@code no_variation} when nothing is left over. */
    public record Effect(long df, Value squares, Value meanSquare, Value f, Value p) {}

    public FactorialAnova {
        effects = List.copyOf(effects);
    }

    /**
     * Tests the terms. {@code no_data}, {@code n_too_small} with no more rows than columns, {@code singular_matrix} when a column follows
     * from the others (an empty combination of two factors).
     *
     * @param predictors by row, nothing missing
     * @param outcome by row
     * @param terms that make up all columns; the constant, where it stands in a term of its own, first
     */
    public static FactorialAnova of(double[][] predictors, double[] outcome, List<Term> terms, Kind kind) {
        int n = outcome.length;
        int k = n == 0 ? 1 : predictors[0].length;
        Optional<Value> refusal = Refusal.ofRows(n, k);
        if (refusal.isEmpty()
                && LeastSquares.fit(predictors, outcome, LinearModel.ones(n)).isEmpty()) {
            refusal = Optional.of(Value.undefined(Reason.SINGULAR_MATRIX));
        }
        if (refusal.isPresent()) {
            Effect none = none(refusal.get());
            return new FactorialAnova(Collections.nCopies(terms.size(), none), none);
        }
        Fits fits = new Fits(predictors, outcome, terms);
        double left = fits.squares(term -> true);
        double variance = left / (n - k);
        List<Effect> effects = new ArrayList<>();
        for (Term term : terms) {
            Predicate<Term> rivals = switch (kind) {
                case SEQUENTIAL -> other -> terms.indexOf(other) < terms.indexOf(term);
                case HIERARCHICAL -> other -> !other.equals(term) && !other.contains(term);
                case MARGINAL -> other -> !other.equals(term);
            };
            double squares = fits.squares(rivals) - fits.squares(rivals.or(term::equals));
            effects.add(effect(term.columns().size(), StrictMath.max(0, squares), variance, n - k));
        }
        Value none = Value.undefined(Reason.NO_DATA);
        return new FactorialAnova(effects, new Effect(n - k, Value.of(left), Value.of(variance), none, none));
    }

    private static Effect none(Value why) {
        return new Effect(0, why, why, why, why);
    }

    private static Effect effect(int df, double squares, double variance, int rest) {
        Value f = variance > 0 ? Value.of(squares / df / variance) : Value.undefined(Reason.NO_VARIATION);
        return new Effect(
                df, Value.of(squares), Value.of(squares / df), f, f.map(value -> FisherF.upperTail(value, df, rest)));
    }

    /** Residual sums of squares of models out of some terms. */
    private record Fits(Rows rows, List<Term> terms) {

        Fits(double[][] predictors, double[] outcome, List<Term> terms) {
            this(new Rows(predictors, outcome), terms);
        }

        double squares(Predicate<Term> chosen) {
            Set<Integer> named = Set.copyOf(
                    terms.stream().flatMap(term -> term.columns().stream()).toList());
            List<Integer> own = terms.stream()
                    .filter(chosen)
                    .flatMap(term -> term.columns().stream())
                    .toList();
            int[] columns = IntStream.range(0, rows.width())
                    .filter(c -> own.contains(c) || !named.contains(c))
                    .toArray();
            return rows.squares(columns);
        }
    }

    private static final class Rows {
        private final double[][] predictors;
        private final double[] outcome;

        Rows(double[][] predictors, double[] outcome) {
            this.predictors = predictors;
            this.outcome = outcome;
        }

        int width() {
            return predictors[0].length;
        }

        double squares(int... columns) {
            if (columns.length == 0) {
                return Arrays.stream(outcome).map(y -> y * y).sum();
            }
            double[][] part = Arrays.stream(predictors)
                    .map(row -> Arrays.stream(columns).mapToDouble(c -> row[c]).toArray())
                    .toArray(double[][]::new);
            return LeastSquares.fit(part, outcome, LinearModel.ones(outcome.length))
                    .map(fitted -> LinearModel.residualSquares(fitted, part, outcome))
                    .orElseThrow();
        }
    }
}
