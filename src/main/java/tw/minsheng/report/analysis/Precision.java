package tw.minsheng.report.analysis;

import tw.minsheng.report.Uncertainty;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.report.wording.SampleFacts;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.ProportionInterval;
import tw.minsheng.statistics.sampling.Population;

/**
 * Which interval a share or a mean gets: none in a sample that was not drawn, none where everybody was asked, none where
 * clusters are not counted, Wilson's for a plain simple sample, and those of the design otherwise.
 */
final class Precision {

    private final SampleFacts sample;

    Precision(SampleFacts sample) {
        this.sample = sample;
    }

    Uncertainty ofMean(MeanEstimate estimate) {
        if (isWithout(estimate)) {
            return without();
        }
        // a few units have few degrees of freedom, whatever the number of their answers
        return Uncertainty.of(
                sample.isClustered() ? estimate.tInterval(sample.level()) : estimate.normalInterval(sample.level()));
    }

    /** @param count unweighted answers with the property */
    Uncertainty ofShare(MeanEstimate estimate, long count) {
        if (isWithout(estimate)) {
            return without();
        }
        if (!estimate.mean().isKnown()) {
            return Uncertainty.of(Interval.undefined("logit", sample.level(), estimate.mean()));
        }
        return sample.code() == SampleCode.W1
                ? Uncertainty.of(ProportionInterval.onPage(wilson((double) count, (double) estimate.n())))
                : Uncertainty.of(ProportionInterval.onPage(estimate.logitInterval(sample.level())));
    }

    /** Wilson's; from so many answers as say as much without a correction where the sentence corrects the margin (S16). */
    private Interval wilson(double count, double n) {
        if (!sample.isLargeShare()) {
            return ProportionInterval.WILSON.around(count, n, sample.level());
        }
        double left = Population.of((double) sample.population()).errorFactor((double) sample.n());
        double times = 1 / (left * left);
        Interval corrected = ProportionInterval.WILSON.around(count * times, n * times, sample.level());
        return new Interval("wilson_fpc", corrected.level(), corrected.lower(), corrected.upper());
    }

    private boolean isWithout(MeanEstimate estimate) {
        return sample.code().isNonprobability()
                || sample.code() == SampleCode.W4
                || sample.uncounted()
                || estimate.isCensus();
    }

    private Uncertainty without() {
        if (sample.code().isNonprobability()) {
            return Uncertainty.undefined(Reason.NONPROBABILITY);
        }
        boolean counted = sample.code() == SampleCode.W4 || !sample.uncounted();
        return Uncertainty.undefined(counted ? Reason.CENSUS : Reason.NO_DATA);
    }
}
