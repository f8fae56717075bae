package tw.minsheng.survey.file.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import tw.minsheng.format.Node;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Weighting;

/** Turns {@code sampling} and {@code weighting} into their records. */
final class SamplingMapper {

    private final Node sampling;
    private final Node weighting;
    private final Function<String, Population> populations;

    SamplingMapper(Node root, Function<String, Population> populations) {
        this.sampling = root.get("sampling");
        this.weighting = root.get("weighting");
        this.populations = populations;
    }

    SamplingPlan plan() {
        SamplingPlan.Design design =
                Values.constant(SamplingPlan.Design.class, sampling.get("design"), SamplingPlan.Design.CONVENIENCE);
        return new SamplingPlan(design, frame(), strata(), cluster(), onsite(), precision());
    }

    Weighting weighting() {
        if (!weighting.isGiven()) {
            return Weighting.NONE;
        }
        List<Node> trim = weighting.get("trim").elements();
        boolean trimmed = trim.size() == 2;
        List<Node> bounds = weighting.get("bounds").elements();
        boolean bounded = bounds.size() == 2;
        return new Weighting(
                        Values.constant(Weighting.Method.class, weighting.get("method"), Weighting.Method.NONE),
                        weighting.get("margins").elements().stream()
                                .map(this::margin)
                                .toList(),
                        trimmed ? Values.number(trim.get(0), 0) : 0,
                        trimmed ? Values.number(trim.get(1), 0) : 0)
                .within(
                        bounded
                                ? new Weighting.Bounds(Values.number(bounds.get(0), 0), Values.number(bounds.get(1), 0))
                                : Weighting.Bounds.NONE);
    }

    private Weighting.Margin margin(Node node) {
        return new Weighting.Margin(
                node.get("variable").text(),
                populations.apply(node.get("file").text()),
                node.get("source").text(),
                Values.day(node.get("asOf"), LocalDate.EPOCH));
    }

    private SamplingPlan.Frame frame() {
        Node node = sampling.get("frame");
        return node.isGiven()
                ? new SamplingPlan.Frame(
                        node.get("name").text(),
                        Values.whole(node.get("size"), 0),
                        Values.day(node.get("asOf"), LocalDate.EPOCH))
                : SamplingPlan.Frame.NONE;
    }

    private SamplingPlan.Strata strata() {
        Node node = sampling.get("strata");
        if (!node.isGiven()) {
            return SamplingPlan.Strata.NONE;
        }
        Node targets = node.get("targets");
        return new SamplingPlan.Strata(
                node.get("variable").text(),
                Values.constant(
                        SamplingPlan.Allocation.class, node.get("allocation"), SamplingPlan.Allocation.PROPORTIONAL),
                targets.isGiven() ? populations.apply(targets.text()) : Population.NONE);
    }

    private SamplingPlan.Cluster cluster() {
        Node node = sampling.get("cluster");
        return node.isGiven()
                ? new SamplingPlan.Cluster(node.get("variable").text(), Values.integer(node.get("size"), 0))
                : SamplingPlan.Cluster.NONE;
    }

    private SamplingPlan.Onsite onsite() {
        Node node = sampling.get("onsite");
        return node.isGiven()
                ? new SamplingPlan.Onsite(
                        Values.integer(node.get("counters"), 0),
                        Values.integer(node.get("sessions"), 0),
                        Values.integer(node.get("drawSessions"), 0),
                        Values.integer(node.get("interval"), 0))
                : SamplingPlan.Onsite.NONE;
    }

    private SamplingPlan.Precision precision() {
        Node node = sampling.get("plan");
        return node.isGiven()
                ? new SamplingPlan.Precision(
                        Values.number(node.get("confidence"), 0),
                        Values.number(node.get("marginOfError"), 0),
                        Values.number(node.get("expectedResponseRate"), 0))
                : SamplingPlan.Precision.NONE;
    }
}
