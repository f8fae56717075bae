package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Binomial;
import tw.minsheng.statistics.draw.HorvitzThompson;
import tw.minsheng.statistics.draw.SizeDraw;
import tw.minsheng.statistics.estimate.ProportionInterval;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.sampling.MarginOfError;
import tw.minsheng.statistics.sampling.SampleSize;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.WeightReport;
import tw.minsheng.statistics.weighting.Weighting;

/** Cases whose R call holds functions of its own and has therefore no tree: found by their id. */
final class CaseFunctions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WEIGHTS = Pattern.compile("weights\\((\\w+)\\)");
    private static final Pattern NUMBERS = Pattern.compile("lapply\\(c\\(([^)]*)\\)");
    private static final double LEVEL = .95;

    private static final Set<String> OWN = Set.of("shares", "cal.ratio_direct", "ds.lonely_strata", "khh.logit.or");

    private final Interpreter interpreter;
    private final Map<String, Function<JsonNode, Object>> byId = new HashMap<>();

    CaseFunctions(Interpreter interpreter) {
        this.interpreter = interpreter;
        byId.put("krejcie_morgan", CaseFunctions::krejcieMorgan);
        byId.put("press.apple2019", CaseFunctions::press);
        byId.put("cal.ratio_direct", node -> ratioDirect());
        byId.put("ds.lonely_strata", node -> lonelyStrata());
        byId.put("khh.logit.or", this::odds);
        byId.put("ht.estimate", node -> drawn());
        byId.put("cluster.deff", node -> clusterDeff());
        byId.put("nps.wave_diff", node -> WaveFunctions.change(frame("khh_w1"), frame("khh_w2")));
        byId.put("zero_weight.kish", node -> zeroWeights());
        byId.put("scale_invariance", node -> scaleInvariance());
        byId.put("rake.structural_nonconvergence", node -> diagonal());
        new EdgeCases(interpreter).addTo(byId);
        new DualFrameCases(interpreter).addTo(byId);
    }

    private Frame frame(String name) {
        return (Frame) interpreter.variable(name);
    }

    Object compute(JsonNode node) {
        String id = node.get("id").asText();
        if (id.endsWith(".kish") && !byId.containsKey(id)) {
            return kish(node);
        }
        if (id.endsWith(".contrast")) {
            return DesignTables.contrast((Design) interpreter.variable("d" + id.substring(0, id.indexOf('.'))));
        }
        if (id.startsWith("t2b.diff.")) {
            String item = id.substring("t2b.diff.".length());
            return WaveFunctions.change(
                    frame("khh_w1").column(item), frame("khh_w2").column(item));
        }
        if (id.startsWith("exact_coverage.")) {
            return coverage(id.substring("exact_coverage.".length()));
        }
        Function<JsonNode, Object> function = byId.get(id);
        if (function == null) {
            throw new NotCovered(id);
        }
        return function.apply(node);
    }

    private Object kish(JsonNode node) {
        Matcher matcher = WEIGHTS.matcher(node.get("call").asText());
        if (!matcher.find() || !(interpreter.variable(matcher.group(1)) instanceof Design design)) {
            throw new NotCovered("weights of no design");
        }
        WeightReport report =
                WeightReport.of(design.rows().groups(), design.rows().calibration());
        ObjectNode tree = Tree.object();
        tree.put("n", report.n());
        tree.set("sum_w", Tree.of(report.sum()));
        tree.set("sum_w2", Tree.of(report.squares()));
        tree.set("deff_w", Tree.of(report.deffKish()));
        tree.set("cv2", Tree.of(report.deffKish().map(deff -> deff - 1)));
        tree.set("n_eff", Tree.of(report.nEffective()));
        tree.set("weighting_efficiency", Tree.of(report.efficiency()));
        tree.set("min", Tree.of(report.least()));
        tree.set("max", Tree.of(report.greatest()));
        tree.set("ratio_max_min", Tree.of(report.ratioGreatestToLeast()));
        tree.set("ratio_max_mean", Tree.of(report.ratioGreatestToMean()));
        return tree;
    }

    private static double[] numbers(JsonNode node) {
        Matcher matcher = NUMBERS.matcher(node.get("call").asText());
        if (!matcher.find()) {
            throw new NotCovered("no numbers in the call");
        }
        return Pattern.compile(",")
                .splitAsStream(matcher.group(1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Object krejcieMorgan(JsonNode node) {
        double[] sizes = numbers(node);
        return Tree.array(sizes.length, i -> {
            ObjectNode row = Tree.object();
            row.put("N", sizes[i]);
            row.put("raw", SampleSize.krejcieMorgan(sizes[i]));
            row.put("rounded", Math.rint(SampleSize.krejcieMorgan(sizes[i])));
            return row;
        });
    }

    private static Object press(JsonNode node) {
        double[] sizes = numbers(node);
        return Tree.array(sizes.length, i -> {
            JsonNode size = PlanFunctions.sampleSize(.03, LEVEL, .5, sizes[i], 1, 1);
            ObjectNode row = Tree.object();
            row.put("N", sizes[i]);
            row.set("raw", size.get("n_fpc"));
            row.set("rounded", size.get("n_fpc_rounded"));
            row.set("ceil", size.get("n_fpc_int"));
            return row;
        });
    }

    private static Object clusterDeff() {
        double[] sizes = {2, 5, 10, 20};
        double[] correlations = {0, .01, .05, .1, .2};
        return Tree.array(
                sizes.length,
                i -> Tree.array(correlations.length, j -> {
                    ObjectNode cell = Tree.object();
                    cell.put("m", sizes[i]);
                    cell.put("icc", correlations[j]);
                    cell.put("deff", MarginOfError.clusterDeff(sizes[i], correlations[j]));
                    return cell;
                }));
    }

    private static Object coverage(String method) {
        ProportionInterval interval = ProportionInterval.valueOf(method.toUpperCase(Locale.ROOT));
        double[][] plans = {{50, .05}, {50, .5}, {100, .02}, {200, .1}};
        return Tree.array(plans.length, i -> {
            ObjectNode row = Tree.object();
            row.put("n", plans[i][0]);
            row.put("p", plans[i][1]);
            row.put("coverage", coverage((int) plans[i][0], plans[i][1], interval));
            return row;
        });
    }

    private static double coverage(int n, double p, ProportionInterval method) {
        return IntStream.rangeClosed(0, n)
                .filter(x -> {
                    Interval interval = method.around(x, n, LEVEL);
                    return interval.lower().number() <= p + 1e-12
                            && p - 1e-12 <= interval.upper().number();
                })
                .mapToDouble(x -> Binomial.probability(x, n, p))
                .sum();
    }

    private Object run(String tree, Frame frame) {
        try {
            return interpreter.eval(JSON.readTree(tree), frame);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String design(String data, String weights) {
        return """
                {"f":"svydesign","k":{"ids":{"f":"~","a":[1]},"weights":{"f":"~","a":[%s]},"data":%s}}""".formatted(weights, data);
    }

    private Object zeroWeights() {
        Object design = run(design("{\"s\":\"z\"}", "{\"s\":\"w\"}"), new Frame(Map.of()));
        Design weighted = (Design) design;
        WeightReport report =
                WeightReport.of(weighted.rows().groups(), weighted.rows().calibration());
        ObjectNode tree = Tree.object();
        tree.set("n_eff", Tree.of(report.nEffective()));
        tree.set("deff", Tree.of(report.deffKish()));
        return tree;
    }

    private Object scaleInvariance() {
        String large = "{\"f\":\"*\",\"a\":[{\"s\":\"w\"},1000000]}";
        Design one = (Design) run(design("{\"s\":\"z\"}", "{\"s\":\"w\"}"), new Frame(Map.of()));
        Design other = (Design) run(design("{\"s\":\"z\"}", large), new Frame(Map.of()));
        Estimates a = SurveyFunctions.simple("svymean", one, "y");
        Estimates b = SurveyFunctions.simple("svymean", other, "y");
        ObjectNode tree = Tree.object();
        tree.set("y", Tree.of(difference(a.values().get(0), b.values().get(0))));
        tree.set("2", Tree.of(difference(a.errors().get(0), b.errors().get(0))));
        return tree;
    }

    /** Nothing but rounding in the last digits counts as no difference. */
    private static double difference(Value one, Value other) {
        return Math.rint((one.number() - other.number()) * 1e12) / 1e12;
    }

    /** Two cases on the diagonal of a table whose margins ask for the opposite. */
    private static Object diagonal() {
        Groups groups = new Groups(1, 4);
        groups.add(0, 1);
        groups.add(3, 1);
        CellGrid grid = new CellGrid(List.of(
                new Margin("a", List.of("1", "2"), List.of(60.0, 40.0)),
                new Margin("b", List.of("1", "2"), List.of(40.0, 60.0))));
        Weighting weighting = Raking.rake(groups, grid);
        if (!weighting.isDone()) {
            throw Refused.because(weighting.maxMarginError());
        }
        return Vector.of(
                weighting.calibration().factor(0), weighting.calibration().factor(3));
    }

    /** The sample of a start of .5 with what is estimated from it. */
    private Object drawn() {
        List<Double> inclusion = ((Vector) interpreter.variable("pik")).numbers();
        int[] places = new SizeDraw(inclusion).draw(.5);
        Vector taxes = frame("fr").column("RMT85");
        double[] y = Arrays.stream(places).mapToDouble(taxes::number).toArray();
        double[] pi = Arrays.stream(places).mapToDouble(inclusion::get).toArray();
        HorvitzThompson estimated = HorvitzThompson.of(y, pi);
        ObjectNode tree = Tree.object();
        tree.set("sample", Tree.array(places.length, i -> Tree.of(places[i] + 1.0)));
        tree.set("HT", Tree.of(estimated.total()));
        tree.set("Hajek_mean", Tree.of(estimated.hajekMean()));
        tree.set("varest_deville", Tree.of(estimated.variance()));
        return tree;
    }

    /** Cases that a tree says in more words of R than the product needs. */
    boolean isOwn(JsonNode node) {
        return OWN.contains(node.get("id").asText());
    }

    /** The total of y from the known total of x, by their ratio. */
    private Object ratioDirect() {
        Design design = (Design) interpreter.variable("dsrs");
        VectorEstimate ratio = new RowEstimator(design.sample())
                .ratio(
                        design.data().column("api00").answers(),
                        design.data().column("api99").answers());
        double known = 3914069;
        ObjectNode tree = Tree.object();
        tree.set("total", cell(ratio.estimates().get(0).number() * known));
        tree.set("se", cell(ratio.se(0).number() * known));
        return tree;
    }

    private static JsonNode cell(double number) {
        JsonNode cells = Tree.array(1, i -> Tree.array(1, j -> Tree.of(number)));
        return Tree.matrix(List.of("api00"), List.of("api99"), "values", cells);
    }

    /** The model is assigned within the call. */
    private Object odds(JsonNode node) {
        JsonNode model = node.at("/ast/a/0/k/OR/a/0/a/1");
        return ((RegressionFunctions.Logit) interpreter.eval(model)).odds();
    }

    private Object lonelyStrata() {
        Design design = (Design) interpreter.variable("ds");
        List<String> districts = design.data().column("district").labels();
        List<Integer> codes = DesignFunctions.codes(districts);
        double[] ones = new double[districts.size()];
        Arrays.fill(ones, 1);
        List<String> names =
                design.streamed(ones, new RowEstimator(design.sample()).valid(ones)).lonelyStrata().stream()
                        .map(code -> districts.get(codes.indexOf(Integer.parseInt(code))))
                        .sorted()
                        .toList();
        return Tree.array(names.size(), i -> Tree.of(names.get(i)));
    }
}
