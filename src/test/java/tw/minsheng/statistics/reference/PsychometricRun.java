package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.battery.Statistic;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/** Computes and compares every statistic of one psychometric set. */
final class PsychometricRun {

    private static final Set<String> DIAGNOSTICS = Set.of("log10_gradient_norm", "best_start", "mc_se_mean");
    /** Where a uniqueness sits on its bound, loadings are not compared (statistics.md, 8.2, 5). */
    private static final Set<String> OF_IMPROPER = Set.of("loadings_unrotated", "uniquenesses", "loadings");

    private static final Pattern ROTATED = Pattern.compile("varimax|promax|oblimin");
    private static final OtherNames OTHERS = new OtherNames();

    private final ReferenceSet set;
    private final ProductBlocks product;
    private final Tally tally = new Tally();
    private final List<JsonNode> blocks = new ArrayList<>();

    PsychometricRun(ReferenceSet set) {
        this.set = set;
        this.product = new ProductBlocks(set);
    }

    Tally run() {
        for (JsonNode node : set.content().get("blocks")) {
            ScaleBlock block = new ScaleBlock(set.content(), node, set.file().getParent());
            ObjectNode stats = Tree.object();
            for (Map.Entry<String, JsonNode> statistic : node.get("stats").properties()) {
                compute(block, node, statistic).ifPresent(result -> stats.set(exportName(statistic), export(result)));
            }
            ObjectNode exported = Tree.object();
            exported.set("block", node.get("block"));
            exported.set("scale", node.get("scale"));
            exported.set("missing", node.path("missing"));
            exported.set("n", node.path("n"));
            exported.set("stats", stats);
            blocks.add(exported);
        }
        return tally;
    }

    /** What the product computed, in the format of {@code stats scale}. */
    ObjectNode exported() {
        ObjectNode root = Tree.object();
        root.set("blocks", Tree.array(blocks.size(), blocks::get));
        return root;
    }

    private static String exportName(Map.Entry<String, JsonNode> statistic) {
        return statistic.getKey().toLowerCase(Locale.ROOT);
    }

    private static JsonNode export(JsonNode result) {
        ObjectNode value = Tree.object();
        value.set("value", result);
        return value;
    }

    private Optional<JsonNode> compute(ScaleBlock block, JsonNode node, Map.Entry<String, JsonNode> statistic) {
        String id = String.join(
                "/",
                set.name(),
                node.path("block").asText(),
                node.path("scale").asText(),
                node.path("missing").asText(""),
                statistic.getKey());
        JsonNode entry = statistic.getValue();
        String kind = entry.path("cls").asText();
        if (kind.equals("info")) {
            return Optional.empty();
        }
        Optional<Statistic> ours = product.find(block, statistic.getKey());
        try {
            JsonNode result = ours.map(one -> Shapes.tree(one.shape()))
                    .orElseGet(() -> OTHERS.compute(block, statistic.getKey()));
            boolean bounded = statistic.getKey().startsWith("minres") && isImproper(node);
            if (bounded || ours.filter(one -> isHonestRefusal(one, node)).isPresent()) {
                tally.refusedAsExpected(id);
            } else if (!entry.has("error") || entry.get("error").isNull() || result.isNull()) {
                compare(id, statistic, node, result);
            } // else R's optimiser gave up: there is nothing to compare with
            return Optional.of(result);
        } catch (NotCovered e) {
            tally.notCovered(id);
            return Optional.empty();
        }
    }

    private void compare(String id, Map.Entry<String, JsonNode> statistic, JsonNode node, JsonNode result) {
        JsonNode entry = statistic.getValue();
        String kind = entry.path("cls").asText();
        JsonNode expected = withoutDiagnostics(entry.get("v"));
        boolean turned = ROTATED.matcher(statistic.getKey()).find();
        Comparison comparison = new Comparison(tolerance(kind), absolute(kind, statistic.getKey(), node), expected);
        comparison
                .difference(expected, turned ? Matching.matched(expected, result) : result)
                .ifPresentOrElse(how -> tally.different(id, how), () -> tally.equal(id));
    }

    /**
     * Where the statistics document asks for a refusal and R prints a number: two items (C14, section 5), and principal axes with a
     * communality of 1 or more (FA5), which the reference itself shows.
     */
    private static boolean isHonestRefusal(Statistic ours, JsonNode node) {
        return ours.shape()
                .refusal()
                .filter(why -> (why.reason().equals(Optional.of(Reason.TOO_FEW_ITEMS))
                                && node.path("items").size() == 2)
                        || (why.reason().equals(Optional.of(Reason.HEYWOOD)) && isImproper(node)))
                .isPresent();
    }

    private static boolean isImproper(JsonNode node) {
        JsonNode communalities = node.at("/stats/paf_communalities/v");
        return node.path("block").asText().equals("omega")
                || Comparison.flatten(communalities).values().stream().anyMatch(h -> h.asDouble() >= 1);
    }

    /** What R's own optimiser says of its way tells nothing of the result. */
    private static JsonNode withoutDiagnostics(JsonNode expected) {
        if (!expected.isObject()) {
            return expected;
        }
        ObjectNode rest = expected.deepCopy();
        expected.fieldNames().forEachRemaining(name -> {
            boolean improper = expected.path("heywood").asBoolean() && OF_IMPROPER.contains(name);
            if (name.startsWith("check_") || DIAGNOSTICS.contains(name) || improper) {
                rest.remove(name);
            }
        });
        return rest;
    }

    /** Rotated loadings may move by 1e-5, other iterated numbers by 1e-6 (tolerance classes of the statistics document). */
    private static double absolute(String kind, String statistic, JsonNode node) {
        if (kind.equals("sim")) {
            return simulated(statistic, node);
        }
        if (!kind.equals("iter")) {
            // what psych stops early at: compared at 5e-3, as the document of tolerances says
            double wide = statistic.equals("omega_psych") ? 5e-3 : 1e-3;
            return kind.equals("opt") ? wide : 0;
        }
        return ROTATED.matcher(statistic).find() ? 1e-5 : 1e-6;
    }

    /** As the notes of the entries say: six Monte Carlo errors of both, or .01, and .03 for fewer than 50 answers. */
    private static double simulated(String statistic, JsonNode node) {
        if (statistic.equals("parallel_pc_normal")) {
            double largest = 0;
            for (JsonNode error : node.at("/stats/parallel_pc_normal/v/mc_se_mean")) {
                largest = Math.max(largest, error.doubleValue());
            }
            return 6 * Math.sqrt(2) * largest;
        }
        return node.path("n").asInt() < 50 ? .03 : .01;
    }

    private static double tolerance(String kind) {
        return switch (kind) {
            case "iter" -> 1e-6;
            case "opt" -> 1e-3;
            default -> 1e-9;
        };
    }
}
