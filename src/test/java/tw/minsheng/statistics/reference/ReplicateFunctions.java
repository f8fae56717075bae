package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.regress.DesignRegression;
import tw.minsheng.statistics.replicate.ReplicateSample;
import tw.minsheng.statistics.replicate.Replication;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.weighting.CalibrationDistance;
import tw.minsheng.statistics.weighting.PopulationTotals;
import tw.minsheng.statistics.weighting.Weighting;

/** Replicate designs and calibration: {@code as.svrepdesign}, {@code svrepdesign}, {@code calibrate}. */
final class ReplicateFunctions {

    private ReplicateFunctions() {}

    static Object made(Call call) {
        Design design = (Design) call.at(0);
        Replication kind = switch (call.text("type").orElse("")) {
            case "JK1" -> Replication.JACKKNIFE;
            case "JKn" -> Replication.STRATIFIED_JACKKNIFE;
            case "BRR", "Fay" -> Replication.HALF_SAMPLES;
            default -> throw call.notHere();
        };
        Optional<ReplicateSample> made = kind.of(design.rows(), call.number("fay.rho", -1, 0), call.truth("mse"));
        return design.with(made.orElseThrow(() -> new Refused("lonely_stratum")));
    }

    static Object given(Call call) {
        Frame data = (Frame) call.find("data", -1).orElseThrow();
        Frame factors = (Frame) call.find("repweights", -1).orElseThrow();
        double[] weights = new double[data.rows()];
        Arrays.fill(weights, 1);
        call.find("weights", -1).ifPresent(given -> {
            double[] found =
                    ((Vector) call.interpreter().eval(((Formula) given).terms().get(0), data)).doubles();
            System.arraycopy(found, 0, weights, 0, weights.length);
        });
        boolean combined = call.truth("combined.weights");
        List<double[]> replicates = new ArrayList<>();
        for (Vector column : factors.columns().values()) {
            double[] replicate = column.doubles();
            Arrays.setAll(replicate, i -> combined ? replicate[i] : replicate[i] * weights[i]);
            replicates.add(replicate);
        }
        double scale = call.number("scale", -1, 1.0 / replicates.size());
        List<Double> rscales =
                IntStream.range(0, replicates.size()).mapToObj(r -> 1.0).toList();
        ReplicateSample sample = ReplicateSample.of(weights, replicates, scale, rscales, call.truth("mse"));
        return Design.of(data, weights, List.of(), LonelyRule.ADJUST).with(sample);
    }

    static Object bound(Call call) {
        Map<String, Vector> columns = new LinkedHashMap<>();
        for (int i = 0; i < call.positional(); i++) {
            columns.put("V" + i, call.vector(i));
        }
        return new Frame(columns);
    }

    static Object times(Frame frame, double number) {
        Map<String, Vector> columns = new LinkedHashMap<>();
        frame.columns()
                .forEach((name, column) ->
                        columns.put(name, column.zip(Vector.of(number), Vector.Kind.NUMBER, (a, b) -> a * b)));
        return new Frame(columns);
    }

    /** Factors of the replicates, as R prints them for designs whose weights are all 1. */
    static JsonNode weights(ReplicateSample sample) {
        ObjectNode tree = Tree.object();
        tree.set(
                "values",
                Tree.array(sample.size(), i -> Tree.array(sample.replicates(), r -> Tree.of(sample.weight(i, r)))));
        return tree;
    }

    static Object columns(Call call) {
        return Vector.of(((JsonNode) call.at(0)).at("/values/0").size());
    }

    static Object unique(Call call) {
        Vector vector = call.vector(0);
        return vector.kind() == Vector.Kind.STRING
                ? Vector.strings(vector.labels().stream().distinct().toList())
                : Vector.of(Arrays.stream(vector.doubles()).distinct().toArray());
    }

    static Object part(Design design, String name) {
        ReplicateSample sample = (ReplicateSample) design.sample();
        return switch (name) {
            case "scale" -> Vector.of(sample.scale());
            case "rscales" ->
                Vector.of(IntStream.range(0, sample.replicates())
                        .mapToDouble(sample::rscale)
                        .toArray());
            case "type" ->
                Vector.strings(List.of(
                        sample.scale() == 1 && sample.rscale(0) < 1
                                ? "JKn"
                                : sample.scale() > .5 && sample.scale() < 1 ? "JK1" : "other"));
            default -> throw new NotCovered("design$" + name);
        };
    }

    /** R's: the mean of the squared Pearson residuals, times the number of rows. */
    static Value dispersion(Design design, ModelColumns columns, DesignRegression found, double[] outcome) {
        double[][] rows = columns.rows();
        double squares = 0;
        double weights = 0;
        for (int i = 0; i < outcome.length; i++) {
            double sum = 0;
            for (int j = 0; j < rows[i].length; j++) {
                sum += rows[i][j] * found.coefficients().estimates().get(j).number();
            }
            double mean = 1 / (1 + Math.exp(-sum));
            double off = outcome[i] - mean;
            squares += design.sample().weight(i) * off * off / (mean * (1 - mean));
            weights += design.sample().weight(i);
        }
        return Value.of(squares / weights * outcome.length);
    }

    static Object calibrate(Call call) {
        Design design = (Design) call.at(0);
        Formula formula = (Formula) call.at(1);
        Vector totals = call.vector(2);
        JsonNode only = formula.node().get("a").get(0);
        boolean constant =
                !(only.path("f").asText().equals("-") && only.get("a").size() == 2);
        Formula terms =
                constant ? formula : new Formula(withTerm(formula, only.get("a").get(0)));
        ModelColumns columns = ModelColumns.of(call, terms, design.data(), ModelColumns.Contrasts.TREATMENT);
        double[][] all = columns.rows();
        int[] places =
                totals.names().stream().mapToInt(columns.names()::indexOf).toArray();
        double[][] auxiliaries = Arrays.stream(all)
                .map(row -> Arrays.stream(places).mapToDouble(j -> row[j]).toArray())
                .toArray(double[][]::new);
        RowSample rows = design.rows();
        double[] variances = new double[all.length];
        Arrays.setAll(
                variances,
                i -> call.has("variance") ? Arrays.stream(auxiliaries[i]).sum() : 1);
        PopulationTotals population = new PopulationTotals(rows.groups(), auxiliaries, totals.doubles(), variances);
        if (call.has("aggregate.stage")) {
            population = population.byCluster(rows.stages().get(0).units());
        }
        Weighting weighting = population.fit(distance(call));
        if (!weighting.isDone()) {
            throw Refused.because(weighting.maxMarginError());
        }
        return design.with(rows.with(weighting.calibration()));
    }

    private static JsonNode withTerm(Formula formula, JsonNode term) {
        ObjectNode copy = formula.node().deepCopy();
        copy.putArray("a").add(term);
        return copy;
    }

    private static CalibrationDistance distance(Call call) {
        CalibrationDistance.Kind kind = switch (call.text("calfun").orElse("linear")) {
            case "raking" -> CalibrationDistance.Kind.RAKING;
            case "logit" -> CalibrationDistance.Kind.LOGIT;
            default -> CalibrationDistance.Kind.LINEAR;
        };
        return call.find("bounds", -1)
                .map(bounds -> new CalibrationDistance(kind, ((Vector) bounds).number(0), ((Vector) bounds).number(1)))
                .orElseGet(() -> CalibrationDistance.of(kind));
    }
}
