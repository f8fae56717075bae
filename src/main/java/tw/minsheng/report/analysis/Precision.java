package tw.minsheng.report.analysis;

import tw.minsheng.report.Uncertainty;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.ProportionInterval;

/**
 * Which interval a share or a mean gets: none in a sample that was not drawn, none in a census, Wilson's for a plain
 * simple sample, and those of the design otherwise.
 *
 * @param level confidence level in (0, 1)
 */
record Precision(SampleCode code, double level) {

    Uncertainty ofMean(MeanEstimate estimate) {
        return isWithout() ? without() : Uncertainty.of(estimate.normalInterval(level));
    }

    /** @param count unweighted answers with the property */
    Uncertainty ofShare(MeanEstimate estimate, long count) {
        if (isWithout()) {
            return without();
        }
        return code == SampleCode.W1
                ? Uncertainty.of(ProportionInterval.onPage(
                        ProportionInterval.WILSON.around((double) count, (double) estimate.n(), level)))
                : Uncertainty.of(ProportionInterval.onPage(estimate.logitInterval(level)));
    }

    private boolean isWithout() {
        return code.isNonprobability() || code == SampleCode.W4;
    }

    private Uncertainty without() {
        return Uncertainty.undefined(code == SampleCode.W4 ? Reason.CENSUS : Reason.NONPROBABILITY);
    }
}
