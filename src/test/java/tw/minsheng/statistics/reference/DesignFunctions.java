package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.replicate.ReplicateSample;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.Trimming;
import tw.minsheng.statistics.weighting.Weighting;

/** {@code svydesign}, {@code rake}, {@code postStratify}, {@code trimWeights}, {@code subset}, {@code weights}. */
final class DesignFunctions {

    private DesignFunctions() {}

    static Design design(Call call) {
        return design(call, LonelyRule.ADJUST);
    }

    static Design design(Call call, LonelyRule lonely) {
        Frame data = call.find("data", -1).map(Frame.class::cast).orElseThrow(() -> new NotCovered("no data"));
        List<List<Integer>> units = new ArrayList<>();
        for (JsonNode term : terms(call, "ids")) {
            units.add(term.isNumber() ? rowNumbers(data) : codes(labels(call, term, data)));
        }
        List<Integer> strata = call.has("strata")
                ? codes(labels(call, terms(call, "strata").get(0), data))
                : IntStream.range(0, data.rows()).mapToObj(i -> 0).toList();
        List<double[]> sizes = new ArrayList<>();
        if (call.has("fpc")) {
            for (JsonNode term : terms(call, "fpc")) {
                sizes.add(((Vector) call.interpreter().eval(term, data)).doubles());
            }
        }
        List<Stage> stages = stages(strata, units, sizes);
        List<Integer> shared = stages.get(0).unitsInSeveralStrata();
        if (!call.truth("nest") && !term(call).isNumber() && !shared.isEmpty()) {
            throw new Refused("units_in_several_strata");
        }
        return Design.of(data, weights(call, data, stages), stages, lonely);
    }

    private static JsonNode term(Call call) {
        return terms(call, "ids").get(0);
    }

    private static List<JsonNode> terms(Call call, String name) {
        return call.find(name, -1)
                .map(formula -> ((Formula) formula).terms())
                .orElseThrow(() -> new NotCovered("no " + name));
    }

    private static List<String> labels(Call call, JsonNode term, Frame data) {
        return ((Vector) call.interpreter().eval(term, data)).labels();
    }

    private static List<Integer> rowNumbers(Frame data) {
        return IntStream.range(0, data.rows()).boxed().toList();
    }

    static List<Integer> codes(List<String> labels) {
        Map<String, Integer> codes = new HashMap<>();
        return labels.stream()
                .map(label -> codes.computeIfAbsent(label, key -> codes.size()))
                .toList();
    }

    private static List<Stage> stages(List<Integer> strata, List<List<Integer>> units, List<double[]> sizes) {
        List<Stage> stages = new ArrayList<>();
        List<Integer> within = strata;
        for (int s = 0; s < units.size(); s++) {
            List<Population> populations = new ArrayList<>();
            Map<Integer, Long> drawn = drawn(within, units.get(s));
            for (int i = 0; i < within.size(); i++) {
                populations.add(population(sizes, s, i, drawn.getOrDefault(within.get(i), 0L)));
            }
            stages.add(new Stage(within, units.get(s), populations));
            within = joined(within, units.get(s));
        }
        return stages;
    }

    /** A size, or, when it is at most 1, a sampling fraction. */
    private static Population population(List<double[]> sizes, int stage, int row, long drawn) {
        if (stage >= sizes.size()) {
            return Population.unlimited();
        }
        double size = sizes.get(stage)[row];
        return Population.of(size < 1 ? drawn / size : size);
    }

    private static Map<Integer, Long> drawn(List<Integer> strata, List<Integer> units) {
        Map<Integer, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < strata.size(); i++) {
            found.computeIfAbsent(strata.get(i), key -> new ArrayList<>()).add(units.get(i));
        }
        Map<Integer, Long> counts = new HashMap<>();
        found.forEach(
                (stratum, list) -> counts.put(stratum, list.stream().distinct().count()));
        return counts;
    }

    private static List<Integer> joined(List<Integer> strata, List<Integer> units) {
        return codes(IntStream.range(0, strata.size())
                .mapToObj(i -> strata.get(i) + "/" + units.get(i))
                .toList());
    }

    private static double[] weights(Call call, Frame data, List<Stage> stages) {
        if (call.has("weights")) {
            Object given = call.find("weights", -1).orElseThrow();
            Object column = given instanceof Formula formula
                    ? call.interpreter().eval(formula.terms().get(0), data)
                    : given;
            return ((Vector) column).answers();
        }
        double[] weights = new double[data.rows()];
        Arrays.fill(weights, 1);
        for (Stage stage : stages) {
            Map<Integer, Long> drawn = drawn(stage.strata(), stage.units());
            for (int i = 0; i < weights.length; i++) {
                long n = drawn.getOrDefault(stage.strata().get(i), 1L);
                weights[i] *= stage.populations().get(i).size().orElse((double) n) / n;
            }
        }
        return weights;
    }

    static Design rake(Call call) {
        Design design = (Design) call.at(0);
        List<?> formulas = List.copyOf(((Map<?, ?>) call.at(1)).values());
        List<?> populations = List.copyOf(((Map<?, ?>) call.at(2)).values());
        List<Design.Fitted> margins = new ArrayList<>();
        for (int m = 0; m < formulas.size(); m++) {
            margins.add(margin(design, (Formula) formulas.get(m), (Frame) populations.get(m)));
        }
        int[][] levels = margins.stream().map(DesignFunctions::levels).toArray(int[][]::new);
        List<Margin> targets = margins.stream().map(Design.Fitted::margin).toList();
        if (design.sample() instanceof ReplicateSample replicates) {
            return design.with(replicates
                    .fitted(rows -> Raking.rake(rows, targets, levels))
                    .orElseThrow(() -> new Refused("not_converged")));
        }
        Groups rows = design.rows().groups();
        Weighting weighting = Raking.rake(rows, targets, levels);
        if (!call.has("control") && weighting.isDone()) {
            // R stops when a cycle moves no cell by 1
            return design.fitted(Raking.rakeUntilStill(rows, targets, levels, 1, 10), List.of())
                    .stoppedEarly();
        }
        return design.fitted(weighting, margins);
    }

    static Design postStratify(Call call) {
        Design design = (Design) call.at(0);
        Design.Fitted margin = margin(design, (Formula) call.at(1), BaseFunctions.frame(call, 2));
        if (design.sample() instanceof ReplicateSample replicates) {
            return design.with(replicates
                    .fitted(rows -> Raking.postStratify(rows, margin.margin(), levels(margin)))
                    .orElseThrow(() -> new Refused("category_without_sample")));
        }
        Weighting weighting = call.truth("partial")
                ? Raking.postStratifyPartly(design.rows().groups(), margin.margin(), levels(margin))
                : Raking.postStratify(design.rows().groups(), margin.margin(), levels(margin));
        return design.fitted(weighting, List.of(margin));
    }

    private static int[] levels(Design.Fitted margin) {
        return margin.levels().stream().mapToInt(Integer::intValue).toArray();
    }

    private static Design.Fitted margin(Design design, Formula formula, Frame population) {
        List<String> variables =
                formula.terms().stream().map(term -> term.get("s").asText()).toList();
        List<Double> targets = population.column("Freq").numbers();
        Margin margin = new Margin(String.join("+", variables), joint(population, variables), targets);
        List<Integer> levels = new ArrayList<>();
        for (String label : joint(design.data(), variables)) {
            OptionalInt level = margin.indexOf(label);
            levels.add(level.orElseThrow(() -> Refused.because(Margin.withoutPopulation(label))));
        }
        return new Design.Fitted(margin, levels);
    }

    /** The categories of several variables together. */
    static List<String> joint(Frame data, List<String> variables) {
        return IntStream.range(0, data.rows())
                .mapToObj(i -> String.join(
                        "|",
                        variables.stream()
                                .map(name -> data.column(name).labels().get(i))
                                .toList()))
                .toList();
    }

    static Design trim(Call call) {
        Design design = (Design) call.at(0);
        Trimming trimming = Trimming.of(
                new Weighting(
                        design.rows().calibration(),
                        design.margins().stream().map(Design.Fitted::margin).toList(),
                        tw.minsheng.statistics.Value.of(0),
                        1),
                design.rows().groups(),
                call.number("lower", -1, 0),
                call.number("upper", -1, Double.MAX_VALUE),
                call.truth("strict"));
        if (!trimming.weighting().isDone()) {
            throw Refused.because(trimming.weighting().maxMarginError());
        }
        return design.trimmed(trimming.weighting());
    }

    static Design subset(Call call) {
        Design design = (Design) call.at(0);
        Vector keep = (Vector) call.interpreter().eval(call.raw(1), design.data());
        return design.subset(keep.numbers().stream().map(x -> x == 1).toList());
    }

    static Object weights(Call call) {
        Design design = (Design) call.at(0);
        if (design.sample() instanceof ReplicateSample replicates) {
            return ReplicateFunctions.weights(replicates);
        }
        design.sample().refusal().ifPresent(why -> {
            throw Refused.because(why);
        });
        return Vector.of(design.weights())
                .named(IntStream.rangeClosed(1, design.sample().size())
                        .mapToObj(Integer::toString)
                        .toList());
    }
}
