package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.rating.IntraclassCorrelation;

/**
 * The six intraclass correlations as {@code psych::ICC} prints them by default, over variances by restricted maximum likelihood
 * ({@code lme4::lmer}): for balanced data these are those of the analysis of variance, unless one of them would be negative; that
 * one is 0, and its mean square goes to the error. statistics.md (C11) takes the mean squares themselves; this is here to be compared.
 */
final class RestrictedLikelihood {

    private static final List<String> ROWS = List.of(
            "Single_raters_absolute",
            "Single_random_raters",
            "Single_fixed_raters",
            "Average_raters_absolute",
            "Average_random_raters",
            "Average_fixed_raters");
    private static final List<String> COLUMNS = List.of("ICC", "F", "df1", "df2", "p", "lower bound", "upper bound");

    private final double n;
    private final double k;
    private final double targets;
    private final double raters;
    private final double error;

    private RestrictedLikelihood(double[][] rows) {
        this.n = rows.length;
        this.k = rows[0].length;
        IntraclassCorrelation icc = IntraclassCorrelation.of(rows);
        double ofTargets = (n - 1) * icc.targets();
        double ofRaters = (k - 1) * icc.raters();
        double sum = (n - 1) * (k - 1) * icc.error();
        double df = (n - 1) * (k - 1);
        boolean noTargets = icc.targets() <= icc.error();
        boolean noRaters = icc.raters() <= icc.error();
        // what has no variance of its own is error
        double pooled = (sum + (noTargets ? ofTargets : 0) + (noRaters ? ofRaters : 0))
                / (df + (noTargets ? n - 1 : 0) + (noRaters ? k - 1 : 0));
        this.error = pooled;
        this.targets = noTargets ? pooled : icc.targets();
        this.raters = noRaters ? pooled : icc.raters();
    }

    static JsonNode forms(ScaleBlock block) {
        double[][] rows = new RestrictedLikelihood(block.rows()).all();
        return Tree.matrix(
                ROWS, COLUMNS, "data", Tree.array(rows.length, i -> Tree.array(7, j -> Tree.of(rows[i][j]))));
    }

    private double[][] all() {
        double within = ((k - 1) * raters + (n - 1) * (k - 1) * error) / (n * (k - 1));
        return new double[][] {
            ofRatio(within, n * (k - 1), false),
            agreement(false),
            ofRatio(error, (n - 1) * (k - 1), false),
            ofRatio(within, n * (k - 1), true),
            agreement(true),
            ofRatio(error, (n - 1) * (k - 1), true)
        };
    }

    private static double q(double df1, double df2) {
        return FisherF.quantile(.975, df1, df2);
    }

    private double[] row(double icc, double f, double df2, double lower, double upper) {
        return new double[] {icc, f, n - 1, df2, FisherF.upperTail(f, n - 1, df2), lower, upper};
    }

    private double[] ofRatio(double noise, double df2, boolean mean) {
        double f = targets / noise;
        double lower = f / q(n - 1, df2);
        double upper = f * q(df2, n - 1);
        return mean
                ? row((targets - noise) / targets, f, df2, 1 - 1 / lower, 1 - 1 / upper)
                : row(
                        (targets - noise) / (targets + (k - 1) * noise),
                        f,
                        df2,
                        (lower - 1) / (lower + k - 1),
                        (upper - 1) / (upper + k - 1));
    }

    private double[] agreement(boolean mean) {
        double single = (targets - error) / (targets + (k - 1) * error + k * (raters - error) / n);
        double ofRaters = raters / error;
        double inner = n * (1 + (k - 1) * single) - k * single;
        double above = (k - 1) * (n - 1) * (k * single * ofRaters + inner) * (k * single * ofRaters + inner);
        double below = (n - 1) * k * k * single * single * ofRaters * ofRaters + inner * inner;
        double v = above / below;
        double upperF = q(n - 1, v);
        double lowerF = q(v, n - 1);
        double rest = k * raters + (k * n - k - n) * error;
        double lower = n * (targets - upperF * error) / (upperF * rest + n * targets);
        double upper = n * (lowerF * targets - error) / (rest + n * lowerF * targets);
        double f = targets / error;
        double df2 = (n - 1) * (k - 1);
        return mean
                ? row(
                        (targets - error) / (targets + (raters - error) / n),
                        f,
                        df2,
                        lower * k / (1 + lower * (k - 1)),
                        upper * k / (1 + upper * (k - 1)))
                : row(single, f, df2, lower, upper);
    }
}
