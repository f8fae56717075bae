package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.estimate.Boxes;
import tw.minsheng.statistics.estimate.ProportionInterval;
import tw.minsheng.statistics.sampling.Dispositions;
import tw.minsheng.statistics.sampling.MarginOfError;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.Representativeness;
import tw.minsheng.statistics.sampling.ResponseRates;
import tw.minsheng.statistics.sampling.SampleSize;

/** The functions that the reference files define for plans, single proportions, representativeness and boxes. */
final class PlanFunctions {

    void addTo(Map<String, Interpreter.Function> table) {
        table.put("ss", PlanFunctions::sampleSize);
        table.put("ssm", PlanFunctions::sampleSizeOfMean);
        table.put("yamane", call -> Vector.of(SampleSize.yamane(call.number(0), call.number(1))));
        table.put("moe", PlanFunctions::marginOfError);
        table.put("bci", PlanFunctions::intervals);
        table.put("aapor", PlanFunctions::rates);
        table.put("gof", PlanFunctions::representativeness);
        table.put("t2b", PlanFunctions::boxes);
        table.put("sc", call -> {
            Frame margin = BaseFunctions.frame(call, 0);
            Vector freq = margin.column("Freq");
            double n = ((Vector) call.interpreter().variable("n")).number(0);
            double total = Arrays.stream(freq.doubles()).sum();
            return margin.with("Freq", freq.zip(Vector.of(n), Vector.Kind.NUMBER, (f, size) -> f / total * size));
        });
    }

    private static Population population(double size) {
        return Double.isInfinite(size) ? Population.unlimited() : Population.of(size);
    }

    static JsonNode sampleSize(double margin, double level, double p, double population, double deff, double rate) {
        SampleSize size = SampleSize.of(new SampleSize.Plan(margin, level, p, population(population), deff, rate));
        ObjectNode tree = Tree.object();
        tree.put("n0", size.n0());
        tree.put("n0_int", size.n0Int());
        tree.put("n_fpc", size.nFpc());
        tree.put("n_fpc_int", size.nFpcInt());
        tree.put("n_fpc_rounded", Math.rint(size.nFpc()));
        tree.put("n_deff_after_fpc", size.nDeffAfterFpc());
        tree.put("n_deff_after_fpc_int", size.nDeffAfterFpcInt());
        tree.put("n_deff_before_fpc", size.nDeffBeforeFpc());
        tree.put("n_deff_before_fpc_int", size.nDeffBeforeFpcInt());
        tree.put("invites_after", size.invitesAfter());
        tree.put("invites_before", size.invitesBefore());
        return tree;
    }

    private static Object sampleSize(Call call) {
        double level = call.has("z")
                ? 1 - Normal.twoSided(call.number("z", -1, 0)) // of a rounded z
                : call.number("conf", 1, .95);
        return sampleSize(
                call.number("e", 0, Double.NaN),
                level,
                call.number("p", 2, .5),
                call.number("N", 3, Double.POSITIVE_INFINITY),
                call.number("deff", 4, 1),
                call.number("rr", 5, 1));
    }

    private static Object sampleSizeOfMean(Call call) {
        double level = call.number("conf", 2, .95);
        Population population = population(call.number("N", 3, Double.POSITIVE_INFINITY));
        double n0 = SampleSize.forMean(call.number(0), call.number(1), level, Population.unlimited());
        double n = SampleSize.forMean(call.number(0), call.number(1), level, population);
        ObjectNode tree = Tree.object();
        tree.put("n0", n0);
        tree.put("n", n);
        tree.put("n_int", SampleSize.roundUp(n));
        return tree;
    }

    private static Object marginOfError(Call call) {
        double size = call.number("N", 3, Double.POSITIVE_INFINITY);
        MarginOfError margin = MarginOfError.of(
                Math.round(call.number("n", 0, Double.NaN)),
                call.number("p", 1, .5),
                call.number("conf", 2, .95),
                population(size),
                call.number("deff", 4, 1));
        boolean census = size == call.number("n", 0, Double.NaN);
        ObjectNode tree = Tree.object();
        tree.set("se", Tree.of(margin.se()));
        // the reference multiplies by a correction of 0 where the product says that a census has no sampling error
        MarginOfError unlimited = MarginOfError.of(
                Math.round(call.number("n", 0, Double.NaN)),
                call.number("p", 1, .5),
                call.number("conf", 2, .95),
                Population.unlimited(),
                1);
        tree.set("moe", Tree.of(census ? unlimited.moe() : margin.moe()));
        tree.set("moe_fpc", Tree.of(census ? Value.of(0) : margin.moeFpc()));
        tree.set("moe_deff", Tree.of(census ? Value.of(0) : margin.moeDeff()));
        tree.set("n_eff", Tree.of(margin.nEffective()));
        return tree;
    }

    private static Object intervals(Call call) {
        double x = call.number(0);
        double n = call.number(1);
        double level = call.number("conf", 2, .95);
        ObjectNode tree = Tree.object();
        tree.put("p", x / n);
        Map<String, ProportionInterval> methods = new LinkedHashMap<>();
        methods.put("wald", ProportionInterval.WALD);
        methods.put("wilson", ProportionInterval.WILSON);
        methods.put("wilson_prop.test", ProportionInterval.WILSON);
        methods.put("wilson_cc", ProportionInterval.WILSON_CC);
        methods.put("clopper_pearson", ProportionInterval.CLOPPER_PEARSON);
        methods.put("agresti_coull", ProportionInterval.AGRESTI_COULL);
        methods.put("jeffreys", ProportionInterval.JEFFREYS);
        methods.put("logit", ProportionInterval.LOGIT);
        methods.put("arcsine_anscombe", ProportionInterval.ARCSINE);
        methods.forEach((name, method) -> tree.set(name, Tree.limits(method.around(x, n, level))));
        return tree;
    }

    private static Object rates(Call call) {
        Dispositions of = new Dispositions(
                call.number("I", -1, 0),
                call.number("P", -1, 0),
                call.number("R", -1, 0),
                call.number("NC", -1, 0),
                call.number("O", -1, 0),
                call.number("UH", -1, 0),
                call.number("UO", -1, 0),
                call.number("NE", -1, 0));
        ResponseRates rates =
                call.has("e") ? ResponseRates.of(of, call.number("e", -1, Double.NaN)) : ResponseRates.of(of);
        Map<String, Function<ResponseRates, Value>> names = new LinkedHashMap<>();
        names.put("e", ResponseRates::e);
        names.put("RR1", ResponseRates::rr1);
        names.put("RR2", ResponseRates::rr2);
        names.put("RR3", ResponseRates::rr3);
        names.put("RR4", ResponseRates::rr4);
        names.put("RR5", ResponseRates::rr5);
        names.put("RR6", ResponseRates::rr6);
        names.put("COOP1", ResponseRates::coop1);
        names.put("COOP2", ResponseRates::coop2);
        names.put("COOP3", ResponseRates::coop3);
        names.put("COOP4", ResponseRates::coop4);
        names.put("REF1", ResponseRates::ref1);
        names.put("REF2", ResponseRates::ref2);
        names.put("REF3", ResponseRates::ref3);
        names.put("CON1", ResponseRates::con1);
        names.put("CON2", ResponseRates::con2);
        names.put("CON3", ResponseRates::con3);
        names.put("LOC1", ResponseRates::loc1);
        names.put("LOC2", ResponseRates::loc2);
        ObjectNode tree = Tree.object();
        names.forEach((name, rate) -> tree.set(name, Tree.of(rate.apply(rates))));
        return tree;
    }

    private static Object representativeness(Call call) {
        List<String> answers = call.vector(0).labels();
        Frame margin = BaseFunctions.frame(call, 1);
        List<String> levels = margin.columns().values().iterator().next().labels();
        double[] population = margin.column("Freq").doubles();
        double[] sums = new double[levels.size()];
        boolean weighted = call.positional() > 2;
        double[] weights = weighted ? call.vector(2).doubles() : new double[0];
        for (int i = 0; i < answers.size(); i++) {
            int level = levels.indexOf(answers.get(i));
            if (level >= 0) {
                sums[level] += weighted ? weights[i] : 1;
            }
        }
        Representativeness result = weighted
                ? Representativeness.testWeighted(levels, sums, population, answers.size())
                : Representativeness.test(
                        levels, Arrays.stream(sums).mapToLong(Math::round).toArray(), population);
        return tree(result);
    }

    private static JsonNode tree(Representativeness result) {
        List<Representativeness.Level> levels = result.levels();
        int size = levels.size();
        ObjectNode tree = Tree.object();
        tree.set("levels", Tree.array(size, i -> Tree.of(levels.get(i).name())));
        tree.put("n", result.n());
        tree.set("sample_count", Tree.array(size, i -> Tree.of(levels.get(i).count())));
        tree.set("sample_pct", Tree.array(size, i -> Tree.of(levels.get(i).samplePercent())));
        tree.set("pop_pct", Tree.array(size, i -> Tree.of(levels.get(i).populationPercent())));
        tree.set("diff_pct_points", Tree.array(size, i -> Tree.of(levels.get(i).difference())));
        tree.set("X2", Tree.of(result.x2()));
        tree.put("df", result.df());
        tree.set("p", Tree.of(result.p()));
        tree.set("expected", Tree.array(size, i -> Tree.of(levels.get(i).populationPercent() / 100 * result.n())));
        tree.put("n_expected_below5", result.expectedBelow5());
        return tree;
    }

    private static Object boxes(Call call) {
        List<Double> answers = new ArrayList<>(call.vector(0).numbers());
        answers.removeIf(x -> Double.isNaN(x));
        long[] counts = new long[5];
        answers.forEach(x -> counts[(int) Math.round(x) - 1]++);
        Boxes boxes = Boxes.of(counts, 1, (int) call.number("k", 1, 4), .95);
        ObjectNode tree = Tree.object();
        tree.put("n", boxes.n());
        tree.set("mean", Tree.of(boxes.mean()));
        tree.set("sd", Tree.of(boxes.sd()));
        tree.set("se", Tree.of(boxes.se()));
        tree.set("t2b", Tree.of(boxes.top()));
        tree.set("b2b", Tree.of(boxes.bottom()));
        tree.set("net", Tree.of(boxes.net()));
        tree.set("t2b_wilson", Tree.limits(boxes.topWilson()));
        tree.set("mean_ci_t", Tree.limits(boxes.meanInterval()));
        tree.set("index_0_100", Tree.of(boxes.index()));
        return tree;
    }
}
