package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.report.wording.SampleFacts;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.Dispositions;
import tw.minsheng.statistics.sampling.MarginOfError;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.ResponseRates;

/** Size, margin of error, design effect and response rates of a sample. */
final class SampleFigures {

    private static final Map<String, Function<ResponseRates, Value>> RATES = rates();

    private final Weighed sample;
    private final SampleCode code;
    private final double level;
    private final long population;
    private final Facts.Dispositions dispositions;

    SampleFigures(Weighed sample, SampleCode code, double level, long population, Facts.Dispositions dispositions) {
        this.sample = sample;
        this.code = code;
        this.level = level;
        this.population = population;
        this.dispositions = dispositions;
    }

    List<Result> all() {
        List<Result> results = new ArrayList<>();
        long n = sample.tally().used();
        MarginOfError margin = margin(n, deff());
        results.add(figure("sample.n", Value.of((double) n), "count"));
        results.add(figure("sample.moe", margin.moe(), "z_sqrt_quarter_over_n"));
        results.add(figure("sample.moe_fpc", margin.moeFpc(), "z_sqrt_quarter_over_n_fpc"));
        results.add(figure("sample.moe_deff", margin.moeDeff(), "z_sqrt_quarter_over_n_fpc_deff"));
        results.add(figure("sample.deff_kish", sample.report().deffKish(), "kish"));
        results.add(figure("sample.n_eff", sample.report().nEffective(), "kish"));
        results.add(figure("sample.weight_min", sample.report().least(), "min"));
        results.add(figure("sample.weight_max", sample.report().greatest(), "max"));
        ResponseRates rates = responseRates();
        RATES.forEach((name, rate) -> results.add(figure(
                "sample." + name,
                dispositions.isGiven() ? rate.apply(rates) : Value.undefined(Reason.NO_DATA),
                "aapor_" + name)));
        return results;
    }

    /** What the sentence about the sample needs. */
    SampleFacts.Figures forSentence() {
        long n = sample.tally().used();
        boolean large = population > 0 && n >= SampleFacts.LARGE_SHARE * population;
        MarginOfError margin =
                large || n == 0 ? margin(n, deff()) : MarginOfError.greatest(n, level, Population.unlimited(), deff());
        Value rate = dispositions.isGiven() ? responseRates().rr1() : returned(n);
        return new SampleFacts.Figures(
                large ? margin.moeFpc() : margin.moe(),
                margin.moeDeff(),
                sample.report().deffKish(),
                sample.report().nEffective(),
                rate,
                "RR1");
    }

    /** Everybody in the frame was asked: complete answers over all. */
    private Value returned(long n) {
        return population > 0 ? Value.of((double) n / population) : Value.undefined(Reason.NO_DATA);
    }

    /** The margin of a share p in a group of n answers with this design effect. */
    static MarginOfError of(long n, double proportion, double level, double deff) {
        return MarginOfError.of(n, proportion, level, Population.unlimited(), deff);
    }

    private MarginOfError margin(long n, double deff) {
        if (code.isNonprobability() || code == SampleCode.W7) {
            return MarginOfError.none(Reason.NONPROBABILITY, Map.of());
        }
        if (code == SampleCode.W4) {
            return MarginOfError.none(Reason.CENSUS, Map.of());
        }
        return MarginOfError.greatest(
                n, level, population > 0 ? Population.of((double) population) : Population.unlimited(), deff);
    }

    private double deff() {
        return sample.report().deffKish().asOptional().orElse(1);
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
