package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.report.wording.SampleFacts;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.estimate.ProportionInterval;
import tw.minsheng.statistics.sampling.Dispositions;
import tw.minsheng.statistics.sampling.MarginOfError;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.ResponseRates;
import tw.minsheng.statistics.weighting.WeightReport;

/** Size, margin of error, design effect and response rates of a sample. */
final class SampleFigures {

    private static final Map<String, Function<ResponseRates, Value>> RATES = rates();

    private final Weighed sample;
    private final SmallGroups groups;
    private final SampleCode code;
    private final double level;
    private final long population;
    private final Facts.Dispositions dispositions;
    private final boolean byUnits;
    private final Value deff;

    SampleFigures(
            Weighed sample,
            SmallGroups groups,
            SampleCode code,
            double level,
            long population,
            Facts.Dispositions dispositions) {
        this.sample = sample;
        this.groups = groups;
        this.code = code;
        this.level = level;
        this.population = population;
        this.dispositions = dispositions;
        this.byUnits = code.isProbability() && sample.tally().isClustered();
        this.deff = byUnits ? DesignEffect.of(sample) : sample.report().deffKish();
    }

    List<Result> all() {
        List<Result> results = new ArrayList<>();
        long n = sample.tally().used();
        MarginOfError margin = margin(n, population);
        results.add(figure("sample.n", Value.of((double) n), "count"));
        results.add(figure("sample.moe", margin.moe(), "z_sqrt_quarter_over_n"));
        results.add(figure("sample.moe_fpc", margin.moeFpc(), "z_sqrt_quarter_over_n_fpc"));
        results.add(figure("sample.moe_deff", withDesign(margin.moeDeff()), "z_sqrt_quarter_over_n_fpc_deff"));
        MarginOfError said = said(n);
        String corrected = isLarge(n) ? "z_sqrt_quarter_over_n_fpc" : "z_sqrt_quarter_over_n";
        results.add(figure("sample.moe.sentence", said.moeFpc(), corrected));
        results.add(figure("sample.moe_deff.sentence", withDesign(said.moeDeff()), corrected + "_deff"));
        results.add(
                figure("sample.deff_kish", sample.report().deffKish(), "kish").with(warnings()));
        if (byUnits) {
            results.add(figure("sample.deff_design", deff, "taylor_units_overall_t2b"));
            results.addAll(ignoring());
        }
        results.add(figure("sample.n_eff", nEffective(), byUnits ? "n_over_deff_design" : "kish"));
        results.add(figure("sample.weight_min", ofWeights(sample.report().least()), "min"));
        results.add(figure("sample.weight_max", ofWeights(sample.report().greatest()), "max"));
        if (!sample.refusal().isKnown() || sample.isWeighted()) {
            Value error = sample.refusal().isKnown() ? sample.weighting().relativeMarginError() : sample.refusal();
            results.add(figure("sample.max_margin_error", error, "share_of_total"));
        }
        if (sample.isWeighted()) {
            Value trimmed = Value.of((double) sample.trimmed());
            results.add(figure("sample.n_trimmed", sample.trimmed() > 0 ? ofWeights(trimmed) : trimmed, "count"));
        }
        if (sample.isFitted()) {
            Value cycles = Value.of((double) sample.weighting().iterations());
            results.add(figure("sample.iterations", cycles, "count"));
        }
        ResponseRates rates = responseRates();
        RATES.forEach((name, rate) -> results.add(rate("sample." + name, rate.apply(rates), "aapor_" + name, rates)));
        return results;
    }

    /** The overall share with the interval of whoever forgets the units; only beside the one that knows them. */
    private List<Result> ignoring() {
        long n = sample.tally().used();
        Basis basis = new Basis(n, n, 0, "top_box_ignoring_units", sample.isWeighted(), MissingRule.NONE);
        return deff.isKnown()
                ? DesignEffect.ignoring(sample).stream()
                        .map(estimate -> Result.of(
                                "sample.ignoring_units",
                                estimate.mean(),
                                Uncertainty.of(ProportionInterval.onPage(estimate.logitInterval(level))),
                                basis))
                        .toList()
                : List.of();
    }

    /** What weights cost; without what would tell a single weight beside hidden groups. */
    private List<Warning> warnings() {
        return sample.report().warnings().stream()
                .filter(warning -> warning.code().equals(WeightReport.LOST) || !groups.areInWeights())
                .toList();
    }

    /** A figure about single weights, unless it would tell the size of a hidden group. */
    private Value ofWeights(Value value) {
        return value.isKnown() && groups.areInWeights() ? groups.hidden() : value;
    }

    /** What the sentence about the sample needs. */
    SampleFacts.Figures forSentence() {
        long n = sample.tally().used();
        MarginOfError margin = said(n);
        Value rate = dispositions.isGiven() ? responseRates().rr1() : Value.undefined(Reason.NO_DATA);
        return new SampleFacts.Figures(margin.moeFpc(), withDesign(margin.moeDeff()), deff, nEffective(), rate, "RR1");
    }

    /** A figure that contains the design effect; where units are not counted there is none. */
    private Value withDesign(Value value) {
        return byUnits && !deff.isKnown() && value.isKnown() ? Value.undefined(Reason.NO_DATA) : value;
    }

    /** Answers of a simple random sample that say as much. */
    private Value nEffective() {
        return byUnits
                ? deff.map(effect -> sample.tally().used() / effect)
                : sample.report().nEffective();
    }

    /** Whether the sample is so large a part of its population that the sentence speaks of the correction. */
    private boolean isLarge(long n) {
        return population > 0 && n >= SampleFacts.LARGE_SHARE * population;
    }

    /** The margins as the sentence gives them: corrected for the population only where it says so. */
    private MarginOfError said(long n) {
        return margin(n, isLarge(n) ? population : 0);
    }

    /**
     * The margin, with the design effect, of a share p in a group of n answers; corrected where that of the whole is, as if
     * the same part of every group had been drawn.
     */
    Value ofGroup(long n, double proportion) {
        long all = sample.tally().used();
        Population part = isLarge(all) ? Population.of((double) population * n / all) : Population.unlimited();
        return withDesign(MarginOfError.of(n, proportion, level, part, effect()).moeDeff());
    }

    private MarginOfError margin(long n, long size) {
        if (code.isNonprobability() || code == SampleCode.W7) {
            return MarginOfError.none(Reason.NONPROBABILITY, Map.of());
        }
        if (code == SampleCode.W4) {
            return MarginOfError.none(Reason.CENSUS, Map.of());
        }
        return MarginOfError.greatest(
                n, level, size > 0 ? Population.of((double) size) : Population.unlimited(), effect());
    }

    private double effect() {
        return deff.asOptional().orElse(1);
    }

    private ResponseRates responseRates() {
        return ResponseRates.of(new Dispositions(
                dispositions.i(),
                dispositions.p(),
                dispositions.r(),
                dispositions.nc(),
                dispositions.o(),
                dispositions.uh(),
                dispositions.uo(),
                dispositions.ne()));
    }

    /** A rate is one of contacts: they have no weights, and e must be read with its warning (S20). */
    private Result rate(String key, Value value, String method, ResponseRates rates) {
        long contacts = dispositions.contacts();
        Basis basis = new Basis(contacts, contacts, 0, method, false, MissingRule.NONE);
        return dispositions.isGiven()
                ? Result.of(key, value, basis).with(rates.warnings())
                : Result.of(key, Value.undefined(Reason.NO_DATA), basis);
    }

    private Result figure(String key, Value value, String method) {
        long n = sample.tally().used();
        return Result.of(key, value, new Basis(n, n, 0, method, sample.isWeighted(), MissingRule.NONE));
    }

    private static Map<String, Function<ResponseRates, Value>> rates() {
        Map<String, Function<ResponseRates, Value>> rates = new LinkedHashMap<>();
        rates.put("rr1", ResponseRates::rr1);
        rates.put("rr2", ResponseRates::rr2);
        rates.put("rr3", ResponseRates::rr3);
        rates.put("rr4", ResponseRates::rr4);
        rates.put("rr5", ResponseRates::rr5);
        rates.put("rr6", ResponseRates::rr6);
        rates.put("coop1", ResponseRates::coop1);
        rates.put("coop2", ResponseRates::coop2);
        rates.put("coop3", ResponseRates::coop3);
        rates.put("coop4", ResponseRates::coop4);
        rates.put("ref1", ResponseRates::ref1);
        rates.put("ref2", ResponseRates::ref2);
        rates.put("ref3", ResponseRates::ref3);
        rates.put("con1", ResponseRates::con1);
        rates.put("con2", ResponseRates::con2);
        rates.put("con3", ResponseRates::con3);
        rates.put("loc1", ResponseRates::loc1);
        rates.put("loc2", ResponseRates::loc2);
        rates.put("e", ResponseRates::e);
        return java.util.Collections.unmodifiableMap(rates);
    }

    /** Names of the rates, in order. */
    static List<String> rateNames() {
        return List.copyOf(RATES.keySet());
    }
}
