package tw.minsheng.statistics.rating;

import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;

/**
 * 組內相關係數: the six forms of Shrout and Fleiss 1979, out of mean squares (C11), with the intervals of McGraw and Wong 1996;
 * {@code psych::ICC(lmer = FALSE)}. A negative value stays negative.
 *
 * @param forms ICC1, ICC2, ICC3 and the same for the mean of all raters
 * @param targets mean square between targets (MSB); {@code raters} MSJ; {@code error} MSE; {@code within} MSW
 */
public record IntraclassCorrelation(List<Form> forms, double targets, double raters, double error, double within) {

    private static final double LEVEL = .95;

    /** Names of the forms in their order. */
    public static final List<String> NAMES = List.of("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k");

    /** One form with the test that it is 0. */
    public record Form(Value icc, Value f, double df1, double df2, Value p, Interval interval) {}

    public IntraclassCorrelation {
        forms = List.copyOf(forms);
    }

    /**
     * @param ratings one row for each target, one column for each rater, none missing; 3 targets and 2 raters or more, else every
     *     form is {@code n_too_small}; {@code no_variation} without any error
     */
    public static IntraclassCorrelation of(double[][] ratings) {
        int n = ratings.length;
        int k = n == 0 ? 0 : ratings[0].length;
        if (n < 3 || k < 2) {
            return refused(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(n))));
        }
        MeanSquares squares = MeanSquares.of(ratings);
        return squares.error() <= 0 || squares.within() <= 0
                ? refused(Value.undefined(Reason.NO_VARIATION))
                : new Forms(squares, n, k).all();
    }

    private static IntraclassCorrelation refused(Value why) {
        Form none = new Form(why, why, 0, 0, why, Interval.undefined("f", LEVEL, why));
        return new IntraclassCorrelation(List.of(none, none, none, none, none, none), 0, 0, 0, 0);
    }

    /** The mean squares of targets by raters. */
    private record MeanSquares(double targets, double raters, double error, double within) {

        static MeanSquares of(double[][] x) {
            int n = x.length;
            int k = x[0].length;
            double[] rows = new double[n];
            double[] columns = new double[k];
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    rows[i] += x[i][j] / k;
                    columns[j] += x[i][j] / n;
                    all += x[i][j] / (n * (double) k);
                }
            }
            double ofRows = 0;
            double within = 0;
            double error = 0;
            for (int i = 0; i < n; i++) {
                ofRows += k * (rows[i] - all) * (rows[i] - all);
                for (int j = 0; j < k; j++) {
                    double inRow = x[i][j] - rows[i];
                    double rest = inRow - columns[j] + all;
                    within += inRow * inRow;
                    error += rest * rest;
                }
            }
            double ofColumns = 0;
            for (double column : columns) {
                ofColumns += n * (column - all) * (column - all);
            }
            return new MeanSquares(
                    ofRows / (n - 1), ofColumns / (k - 1), error / ((n - 1.0) * (k - 1)), within / (n * (k - 1.0)));
        }
    }

    private record Forms(MeanSquares ms, double n, double k) {

        IntraclassCorrelation all() {
            Form one = oneWay(false);
            Form oneMean = oneWay(true);
            Form three = consistency(false);
            Form threeMean = consistency(true);
            return new IntraclassCorrelation(
                    List.of(one, agreement(false), three, oneMean, agreement(true), threeMean),
                    ms.targets(),
                    ms.raters(),
                    ms.error(),
                    ms.within());
        }

        private static double q(double df1, double df2) {
            return FisherF.quantile(1 - (1 - LEVEL) / 2, df1, df2);
        }

        private Form form(double icc, double f, double df1, double df2, double lower, double upper) {
            boolean limited = Double.isFinite(lower) && Double.isFinite(upper);
            return new Form(
                    finite(icc),
                    Value.of(f),
                    df1,
                    df2,
                    Value.of(FisherF.upperTail(f, df1, df2)),
                    limited
                            ? Interval.of("f", LEVEL, lower, upper)
                            : Interval.undefined("f", LEVEL, Reason.ZERO_DENOMINATOR));
        }

        /** Targets that do not differ at all leave nothing to divide by. */
        private static Value finite(double number) {
            return Double.isFinite(number) ? Value.of(number) : Value.undefined(Reason.ZERO_DENOMINATOR);
        }

        /** Each target was rated by others: ICC(1,1), ICC(1,k). */
        private Form oneWay(boolean mean) {
            return ofRatio(ms.within(), n - 1, n * (k - 1), mean);
        }

        /** All targets by the same raters, whose level does not count: ICC(3,1), ICC(3,k). */
        private Form consistency(boolean mean) {
            return ofRatio(ms.error(), n - 1, (n - 1) * (k - 1), mean);
        }

        private Form ofRatio(double noise, double df1, double df2, boolean mean) {
            double f = ms.targets() / noise;
            double lower = f / q(df1, df2);
            double upper = f * q(df2, df1);
            return mean
                    ? form((ms.targets() - noise) / ms.targets(), f, df1, df2, 1 - 1 / lower, 1 - 1 / upper)
                    : form(
                            (ms.targets() - noise) / (ms.targets() + (k - 1) * noise),
                            f,
                            df1,
                            df2,
                            (lower - 1) / (lower + k - 1),
                            (upper - 1) / (upper + k - 1));
        }

        /** The same raters, whose level counts: ICC(2,1), ICC(2,k). */
        private Form agreement(boolean mean) {
            double b = ms.targets();
            double e = ms.error();
            double single = (b - e) / (b + (k - 1) * e + k * (ms.raters() - e) / n);
            double ofRaters = ms.raters() / e;
            double inner = n * (1 + (k - 1) * single) - k * single;
            double above = (k - 1) * (n - 1) * (k * single * ofRaters + inner) * (k * single * ofRaters + inner);
            double below = (n - 1) * k * k * single * single * ofRaters * ofRaters + inner * inner;
            double v = above / below;
            // without any agreement there are no degrees of freedom: the limits stay unknown
            boolean free = v > 0 && Double.isFinite(v);
            double upperF = free ? q(n - 1, v) : Double.NaN;
            double lowerF = free ? q(v, n - 1) : Double.NaN;
            double rest = k * ms.raters() + (k * n - k - n) * e;
            double lower = n * (b - upperF * e) / (upperF * rest + n * b);
            double upper = n * (lowerF * b - e) / (rest + n * lowerF * b);
            double df2 = (n - 1) * (k - 1);
            return mean
                    ? form(
                            (b - e) / (b + (ms.raters() - e) / n),
                            b / e,
                            n - 1,
                            df2,
                            lower * k / (1 + lower * (k - 1)),
                            upper * k / (1 + upper * (k - 1)))
                    : form(single, b / e, n - 1, df2, lower, upper);
        }
    }
}
