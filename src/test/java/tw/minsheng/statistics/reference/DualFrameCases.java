package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.sampling.DualFrame;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Population;

/** Cases of a survey by two frames of telephone numbers, whose calls hold functions of their own. */
final class DualFrameCases {

    private final Interpreter interpreter;

    DualFrameCases(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    void addTo(Map<String, Function<JsonNode, Object>> byId) {
        byId.put("shares", node -> shares());
        byId.put("no_overlap", node -> frames(DualFrame.of(0, .4)));
        byId.put("theta_pooled", node -> pooled());
        for (String theta : List.of("0", "0.25", "0.5", "0.75", "1")) {
            byId.put("composite.theta" + theta, node -> composite(Double.parseDouble(theta)));
        }
    }

    private Frame frame(String name) {
        return (Frame) interpreter.variable(name);
    }

    private static ObjectNode frames(DualFrame frames) {
        ObjectNode tree = Tree.object();
        tree.set("L", Tree.of(frames.landlineOnly()));
        tree.set("D", Tree.of(frames.dual()));
        tree.set("C", Tree.of(frames.mobileOnly()));
        return tree;
    }

    private Object shares() {
        DualFrame.Counts counts = counts();
        double a = (double) counts.landlineOnly() / (counts.landlineOnly() + counts.dualLandline());
        double b = (double) counts.mobileOnly() / (counts.mobileOnly() + counts.dualMobile());
        DualFrame frames = DualFrame.of(a, b);
        ObjectNode tree = Tree.object();
        tree.put("a", a);
        tree.put("b", b);
        tree.setAll(frames(frames));
        tree.put(
                "sum",
                frames.landlineOnly().number()
                        + frames.dual().number()
                        + frames.mobileOnly().number());
        return tree;
    }

    private long reached(String frameName, String type) {
        List<String> frames = frame("df").column("frame").labels();
        List<String> types = frame("df").column("type").labels();
        return IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).equals(frameName) && types.get(i).equals(type))
                .count();
    }

    private DualFrame.Counts counts() {
        return new DualFrame.Counts(reached("L", "LO"), reached("L", "D"), reached("C", "D"), reached("C", "CO"));
    }

    private Design dual(double theta) {
        DualFrame.Counts counts = counts();
        double a = (double) counts.landlineOnly() / (counts.landlineOnly() + counts.dualLandline());
        double b = (double) counts.mobileOnly() / (counts.mobileOnly() + counts.dualMobile());
        DualFrame.Weights weights = DualFrame.of(a, b).weights(counts, theta);
        Frame data = frame("df");
        List<String> frames = data.column("frame").labels();
        List<String> types = data.column("type").labels();
        double[] each = IntStream.range(0, frames.size())
                .mapToDouble(i -> switch (types.get(i)) {
                    case "LO" -> weights.landlineOnly().number();
                    case "CO" -> weights.mobileOnly().number();
                    default ->
                        frames.get(i).equals("L")
                                ? weights.dualLandline().number()
                                : weights.dualMobile().number();
                })
                .toArray();
        Stage stage = new Stage(
                DesignFunctions.codes(frames),
                IntStream.range(0, each.length).boxed().toList(),
                Collections.nCopies(each.length, Population.unlimited()));
        return Design.of(data, each, List.of(stage), LonelyRule.ADJUST);
    }

    private ObjectNode satisfied(Design design) {
        ObjectNode tree = Tree.object();
        tree.set(
                "satisfied",
                SurveyFunctions.simple("svymean", design, "satisfied").tree());
        tree.set("score", SurveyFunctions.simple("svymean", design, "score").tree());
        return tree;
    }

    private Object composite(double theta) {
        Design design = dual(theta);
        ObjectNode tree = satisfied(design);
        double[] weights = design.weights();
        double sum = Arrays.stream(weights).sum();
        tree.put("kish_neff", sum * sum / Arrays.stream(weights).map(w -> w * w).sum());
        return tree;
    }

    private Object pooled() {
        double theta = DualFrame.pooled(counts()).number();
        Design design = dual(theta);
        ObjectNode tree = Tree.object();
        tree.put("theta", theta);
        tree.setAll(satisfied(design));
        List<String> types = frame("df").column("type").labels();
        List<String> levels = frame("df").column("type").levels();
        VectorEstimate means = new RowEstimator(design.sample())
                .domainMeans(
                        frame("df").column("satisfied").answers(),
                        types.stream().mapToInt(levels::indexOf).toArray(),
                        levels.size());
        ObjectNode by = Tree.object();
        by.set("groups", Tree.array(levels.size(), i -> Tree.of(levels.get(i))));
        by.set("names", Tree.array(levels.size(), i -> Tree.of(levels.get(i))));
        by.set(
                "estimate",
                Tree.array(levels.size(), i -> Tree.of(means.estimates().get(i))));
        by.set("se", Tree.array(levels.size(), i -> Tree.of(means.se(i))));
        tree.set("by_type", by);
        double[] unique = Arrays.stream(design.weights())
                .map(w -> Math.rint(w * 1e12) / 1e12)
                .distinct()
                .sorted()
                .toArray();
        tree.set("unique_weights", Tree.array(unique.length, i -> Tree.of(unique[i])));
        return tree;
    }
}
