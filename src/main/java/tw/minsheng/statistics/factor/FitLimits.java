package tw.minsheng.statistics.factor;

/**
 * By what the models of 測量恆等性 are judged: rules of thumb.
 *
 * @param cfi least CFI of the model without equalities
 * @param rmsea its largest RMSEA
 * @param deltaCfi largest fall of CFI from one model to the next
 */
public record FitLimits(double cfi, double rmsea, double deltaCfi) {

    /** CFI .95 and RMSEA .06 (Hu and Bentler 1999), a fall of .01 (Cheung and Rensvold 2002). */
    public static FitLimits usual() {
        return new FitLimits(.95, .06, .01);
    }
}
