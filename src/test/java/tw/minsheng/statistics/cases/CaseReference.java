package tw.minsheng.statistics.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.statistics.Value;

/** Values that R wrote ({@code reference/cases/cases.R}), and how they are compared: relative 1e-9, absolute 1e-12 near 0. */
public final class CaseReference {

    private static final Path FOLDER = Path.of("src/test/resources/reference/cases");

    private CaseReference() {}

    public static Node read(String name) throws IOException {
        return Json.read(name, Files.readAllBytes(FOLDER.resolve(name)));
    }

    public static double[] numbers(Node array) {
        return array.elements().stream().mapToDouble(CaseReference::number).toArray();
    }

    public static double number(Node node) {
        return Double.parseDouble(node.text());
    }

    /** R's NA stands for a value that does not exist. */
    public static void same(String what, Node expected, Value actual) {
        if (expected.isGiven()) {
            assertTrue(actual.isKnown(), () -> what + ": no value: " + actual);
            close(what, number(expected), actual.number());
        } else {
            assertFalse(actual.isKnown(), () -> what + ": " + actual + " where R has none");
        }
    }

    public static void close(String what, double expected, double actual) {
        double most = Math.max(1e-9 * Math.max(Math.abs(expected), Math.abs(actual)), expected == 0 ? 1e-12 : 0);
        assertEquals(expected, actual, Math.max(most, Double.MIN_VALUE), what);
    }

    /** The steps and the quantiles of a curve. */
    static void curve(Node reference, KaplanMeier curve) {
        String id = reference.get("id").text();
        assertEquals(number(reference.get("n")), (double) curve.cases(), id);
        assertEquals(number(reference.get("events")), (double) curve.closed(), id);
        List<Node> places = reference.get("index").elements();
        for (int i = 0; i < places.size(); i++) {
            KaplanMeier.Step step = curve.step((int) number(places.get(i)));
            String where = id + " step " + i;
            close(where, number(at(reference, "time", i)), step.time());
            assertEquals(number(at(reference, "at_risk", i)), (double) step.atRisk(), where);
            assertEquals(number(at(reference, "n_event", i)), (double) step.events(), where);
            close(where, number(at(reference, "survival", i)), step.survival());
            same(where + " se", at(reference, "se", i), step.se());
            same(where + " lower", at(reference, "lower", i), step.interval().lower());
            same(where + " upper", at(reference, "upper", i), step.interval().upper());
        }
        same(id + " median", reference.get("median"), curve.median());
        same(
                id + " median from",
                reference.get("median_lower"),
                curve.medianInterval().lower());
        same(
                id + " median to",
                reference.get("median_upper"),
                curve.medianInterval().upper());
        double[] probs = numbers(reference.get("probs"));
        for (int i = 0; i < probs.length; i++) {
            same(id + " quantile " + probs[i], at(reference, "quantiles", i), curve.quantile(probs[i]));
            same(
                    id + " quantile from " + probs[i],
                    at(reference, "quantiles_lower", i),
                    curve.quantileInterval(probs[i]).lower());
            same(
                    id + " quantile to " + probs[i],
                    at(reference, "quantiles_upper", i),
                    curve.quantileInterval(probs[i]).upper());
        }
    }

    static void tail(Node reference, SurgeTail tail) {
        String id = reference.get("id").text();
        same(id, reference.get("mean"), tail.mean());
        same(id, reference.get("k"), tail.k());
        same(id, reference.get("p_nb"), tail.pNb());
        same(id, reference.get("p_poisson"), tail.pPoisson());
        assertEquals(reference.get("level").text(), tail.level().key(), id);
    }

    static void rates(Node reference, EmpiricalBayes found) {
        String id = reference.get("id").text();
        same(id, reference.get("prior_mean"), found.priorMean());
        same(id, reference.get("prior_var"), found.priorVariance());
        for (int i = 0; i < found.rates().size(); i++) {
            same(id, at(reference, "raw_rate", i), found.rates().get(i).raw());
            same(id, at(reference, "eb_rate", i), found.rates().get(i).shrunken());
        }
    }

    static void adjusted(Node reference, double... p) {
        double[] holm = MultipleTesting.HOLM.adjusted(p);
        double[] bh = MultipleTesting.BENJAMINI_HOCHBERG.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            close("holm " + i, number(at(reference, "holm", i)), holm[i]);
            close("bh " + i, number(at(reference, "bh", i)), bh[i]);
        }
    }

    static void rate(Node reference, CaseRate rate) {
        String id = reference.get("id").text();
        same(id, reference.get("share"), rate.share());
        same(id, reference.get("lower"), rate.ci().lower());
        same(id, reference.get("upper"), rate.ci().upper());
    }

    static Node at(Node reference, String key, int index) {
        return reference.get(key).elements().get(index);
    }
}
