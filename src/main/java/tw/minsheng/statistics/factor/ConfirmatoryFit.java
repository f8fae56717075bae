package tw.minsheng.statistics.factor;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.distribution.NoncentralChiSquare;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * How well a declared model fits; {@code lavaan::fitMeasures}. Without degrees of freedom every index but χ² is
 * {@code not_identified}.
 *
 * @param chiSquare n·F
 * @param baseline χ² of a model in which nothing goes together
 * @param cfi Bentler 1990
 * @param tli Tucker and Lewis 1973
 * @param nfi Bentler and Bonett 1980
 * @param ifi Bollen 1989
 * @param rmsea √max((χ² − df)/(n·df), 0), Steiger 1990
 * @param rmseaInterval 90 %, from the noncentral χ²
 * @param rmseaP that it is .05 or less
 * @param srmr root mean square of the standardised residuals, Bentler 1995
 * @param gfi Jöreskog and Sörbom 1981; {@code agfi} the same per degree of freedom
 */
public record ConfirmatoryFit(
        Value chiSquare,
        int df,
        Value p,
        Value baseline,
        int baselineDf,
        Value cfi,
        Value tli,
        Value nfi,
        Value ifi,
        Value rmsea,
        Interval rmseaInterval,
        Value rmseaP,
        Value srmr,
        Value gfi,
        Value agfi,
        Value logLikelihood,
        Value aic,
        Value bic) {

    private static final double CLOSE = .05;
    private static final double LEVEL = .90;

    /** The same index by another n, as LISREL takes it (N − 1): {@code likelihood = "wishart"}. */
    public record Scaled(Value chiSquare, Value cfi, Value tli, Value rmsea) {}

    static ConfirmatoryFit of(Confirmatory solution) {
        return new Indices(solution, solution.n()).all();
    }

    /** With n − 1 in place of n (C20). */
    public static Scaled wishart(Confirmatory solution) {
        Indices indices = new Indices(solution, solution.n() - 1.0);
        ConfirmatoryFit fit = indices.all();
        return new Scaled(fit.chiSquare(), fit.cfi(), fit.tli(), fit.rmsea());
    }

    private record Indices(Confirmatory solution, double n) {

        private ConfirmatoryFit all() {
            if (!solution.isKnown()) {
                return none(solution.refusal().get(0));
            }
            int items = solution.model().items();
            int df = solution.model().degreesOfFreedom();
            int baselineDf = items * (items - 1) / 2;
            double x = n * solution.minimum();
            double base = baseline();
            double ll = logLikelihood();
            int parameters = solution.model().parameters();
            double gfi = gfi();
            boolean free = df > 0;
            return new ConfirmatoryFit(
                    Value.of(x),
                    df,
                    given(free, free ? ChiSquare.upperTail(x, df) : 0),
                    Value.of(base),
                    baselineDf,
                    given(free, cfi(x, df, base, baselineDf)),
                    given(free, free ? (base / baselineDf - x / df) / (base / baselineDf - 1) : 0),
                    given(free, (base - x) / base),
                    given(free, (base - x) / (base - df)),
                    given(free, free ? StrictMath.sqrt(StrictMath.max(0, (x - df) / (n * df))) : 0),
                    free ? interval(x, df) : Interval.undefined("noncentral", LEVEL, Reason.NOT_IDENTIFIED),
                    given(free, free ? NoncentralChiSquare.upperTail(x, df, CLOSE * CLOSE * n * df) : 0),
                    Value.of(srmr()),
                    Value.of(gfi),
                    given(free, free ? 1 - items * (items + 1) / 2.0 / df * (1 - gfi) : 0),
                    Value.of(ll),
                    Value.of(-2 * ll + 2.0 * parameters),
                    Value.of(-2 * ll + parameters * StrictMath.log((double) solution.n())));
        }

        private static Value given(boolean free, double value) {
            return free ? Value.of(value) : Value.undefined(Reason.NOT_IDENTIFIED);
        }

        private static ConfirmatoryFit none(Value why) {
            return new ConfirmatoryFit(
                    why,
                    0,
                    why,
                    why,
                    0,
                    why,
                    why,
                    why,
                    why,
                    why,
                    Interval.undefined("noncentral", LEVEL, why),
                    why,
                    why,
                    why,
                    why,
                    why,
                    why,
                    why);
        }

        private double baseline() {
            return -n * solution.sample().correlation().lnDeterminant();
        }

        private static double cfi(double x, int df, double base, int baselineDf) {
            double off = StrictMath.max(0, x - df);
            return off == 0 ? 1 : 1 - off / StrictMath.max(off, base - baselineDf);
        }

        private Interval interval(double x, int df) {
            double tail = (1 - LEVEL) / 2;
            double lower = NoncentralChiSquare.noncentrality(x, df, 1 - tail);
            double upper = NoncentralChiSquare.noncentrality(x, df, tail);
            return Interval.of(
                    "noncentral", LEVEL, StrictMath.sqrt(lower / (n * df)), StrictMath.sqrt(upper / (n * df)));
        }

        private double srmr() {
            SymmetricMatrix sample = solution.sample();
            SymmetricMatrix implied = solution.implied();
            double sum = 0;
            int items = sample.size();
            for (int i = 0; i < items; i++) {
                for (int j = 0; j <= i; j++) {
                    double off =
                            (sample.at(i, j) - implied.at(i, j)) / StrictMath.sqrt(sample.at(i, i) * sample.at(j, j));
                    sum += off * off;
                }
            }
            return StrictMath.sqrt(sum / (items * (items + 1) / 2.0));
        }

        /** 1 − tr(Σ⁻¹S − I)²/tr(Σ⁻¹S)², where maximum likelihood makes tr(Σ⁻¹S) the number of items. */
        private double gfi() {
            SymmetricMatrix sample = solution.sample();
            SymmetricMatrix inverse = solution.implied().inverse();
            int items = sample.size();
            FactorMatrix product =
                    FactorMatrix.of(items, items, inverse::at).times(FactorMatrix.of(items, items, sample::at));
            double squares = 0;
            for (int i = 0; i < items; i++) {
                for (int j = 0; j < items; j++) {
                    squares += product.at(i, j) * product.at(j, i);
                }
            }
            return items / squares;
        }

        private double logLikelihood() {
            SymmetricMatrix implied = solution.implied();
            double twice = implied.size() * StrictMath.log(2 * StrictMath.PI)
                    + implied.lnDeterminant()
                    + implied.inverse().traceOfProduct(solution.sample());
            return -solution.n() / 2.0 * twice;
        }
    }
}
