package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/** Computes and compares every case of one sampling set. */
final class SamplingRun {

    private static final double TOLERANCE = 1e-9;
    private static final double WEIGHTS = 1e-8;
    /** Where R stops raking early, its errors take weights from within the last cycle. */
    private static final double HALF_A_CYCLE = 5e-5;
    /** The error of a share that the margins fix is what ten sweeps leave of it. */
    private static final Map<String, Double> FITTED = Map.of("trim.srs.rk3.upper1.2median_strict.prop", 1e-7);
    /** R stops reweighting when the deviance moves less than 1e-8, and takes the errors from the step before; p feels it most. */
    private static final double REWEIGHTED = 1e-5;

    /** R's {@code ptukey} is wrong by up to 2e-10, whatever the size of p: a quadrature of another program says so. */
    private static final double PTUKEY = 5e-10;

    private static final double QTUKEY = 1e-6;
    /**
     * R turns a spline through points of the profile round where the product solves the equation of the likelihood, which
     * {@code DesignProportionIntervalTest} proves to 1e-12.
     */
    private static final double SPLINE = 2e-5;
    /** R ends Kolmogorov's series after its first term where z is below 1: .4004737 for .4004710. */
    private static final double ONE_TERM = 1e-5;

    private final ReferenceSet set;
    private final Interpreter interpreter;
    private final CaseFunctions byId;
    private final Tally tally = new Tally();
    private final ObjectNode exported = Tree.object();

    SamplingRun(ReferenceSet set) {
        this.set = set;
        this.interpreter = new Interpreter(
                set.file().getParent().getParent(), set.content().path("setup_ast"));
        this.byId = new CaseFunctions(interpreter);
    }

    Tally run() {
        for (JsonNode node : set.content().get("cases")) {
            String id = node.get("id").asText();
            try {
                JsonNode result = tree(compute(node));
                exported.set(id, result);
                judge(node, id, result);
            } catch (Refused e) {
                ObjectNode error = Tree.object();
                error.put("error", e.reason());
                exported.set(id, error);
                judgeRefusal(node, id, e.reason());
            } catch (NotCovered e) {
                tally.notCovered(name(id));
            } catch (ClassCastException | ArithmeticException | IndexOutOfBoundsException | NullPointerException e) {
                tally.notCovered(name(id)); // a call of a kind that the interpreter has never seen
            }
        }
        return tally;
    }

    ObjectNode exported() {
        return exported;
    }

    private String name(String id) {
        return set.name() + "/" + id;
    }

    private Object compute(JsonNode node) {
        return node.has("ast") && !byId.isOwn(node) ? interpreter.eval(node.get("ast")) : byId.compute(node);
    }

    private void judge(JsonNode node, String id, JsonNode result) {
        if (node.has("honest_expectation") || HonestCases.isWithoutWord(id)) {
            Optional<Boolean> honest = HonestCases.computed(id, result);
            if (honest.isPresent()) {
                verdict(honest.get(), id, "the honest answer is another");
                return;
            }
        }
        if (node.has("error")) {
            tally.different(name(id), "should refuse: " + node.get("error").asText());
            return;
        }
        boolean ofRange = id.contains("games_howell") || id.contains("tukey");
        double relative = ofRange ? QTUKEY : tolerance(node, id);
        Comparison comparison = new Comparison(relative, ofRange ? PTUKEY : 0, node.get("result"));
        Optional<String> difference = comparison.difference(node.get("result"), result);
        verdict(difference.isEmpty(), id, difference.orElse(""));
    }

    private void verdict(boolean good, String id, String how) {
        if (good) {
            tally.equal(name(id));
        } else {
            tally.different(name(id), how);
        }
    }

    private void judgeRefusal(JsonNode node, String id, String reason) {
        boolean expected = (node.has("honest_expectation") || HonestCases.isWithoutWord(id))
                ? HonestCases.refused(id, reason).orElse(false)
                : node.has("error");
        if (expected) {
            tally.refusedAsExpected(name(id));
        } else {
            tally.different(name(id), "refused: " + reason);
        }
    }

    /** Raked weights come from an iteration; all else is closed. */
    private double tolerance(JsonNode node, String id) {
        boolean iterated = id.endsWith("weights") || interpreter.usesRaking(node.path("ast"));
        if (id.endsWith("ciprop.likelihood")) {
            return SPLINE;
        }
        if (id.endsWith(".ks")) {
            return ONE_TERM;
        }
        double usual = id.endsWith(".logit") && node.path("call").asText().startsWith("svyglm")
                ? REWEIGHTED
                : id.startsWith("rake.clus1.default.")
                        ? HALF_A_CYCLE
                        : iterated ? FITTED.getOrDefault(id, WEIGHTS) : TOLERANCE;
        return node.path("suggested_rel_tol").asDouble(usual);
    }

    private static JsonNode tree(Object result) {
        if (result instanceof Design design && design.sample().refusal().isPresent()) {
            throw Refused.because(design.sample().refusal().orElseThrow());
        }
        if (result instanceof JsonNode node) {
            return node;
        }
        if (result instanceof Vector vector) {
            return vector.tree();
        }
        if (result instanceof Estimates estimates) {
            return estimates.tree();
        }
        if (result instanceof DesignTables.Covariances covariances) {
            return covariances.tree();
        }
        if (result instanceof DesignModels.Model model) {
            return model.tree();
        }
        if (result instanceof RegressionFunctions.Linear model) {
            return model.tree();
        }
        if (result instanceof RegressionFunctions.Logit model) {
            return model.tree();
        }
        if (result instanceof CrossTable table) {
            return table.tree();
        }
        if (result instanceof Map<?, ?> list) {
            ObjectNode object = Tree.object();
            list.forEach((key, value) -> object.set((String) key, tree(value)));
            return object;
        }
        throw new NotCovered("result of type " + result.getClass().getSimpleName());
    }
}
