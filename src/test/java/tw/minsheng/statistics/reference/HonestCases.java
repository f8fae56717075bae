package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Cases in which R is wrong or silent: what the product must say instead (statistics.md, sections 4 and 5). */
final class HonestCases {

    private static final Map<String, String> REFUSALS = Map.of(
            "negative_weight", "negative_weight",
            "rake.margins_disagree", "margins_disagree",
            "rake.empty_category", "category_without_sample",
            "rake.missing_population", "category_without_population",
            "rake.zero_target", "zero_target",
            "rake.structural_nonconvergence", "not_converged",
            "one_obs.mean", "single_psu",
            "missing.all", "no_data",
            "empty_domain", "no_data");

    private static final Map<String, Predicate<JsonNode>> RESULTS = Map.of(
            "census.mean",
            r -> r.at("/se/y").asDouble(-1) == 0 && r.get("deff").isNull(),
            "constant.ciprop.logit",
            HonestCases::isExact,
            "constant.ciprop.beta",
            HonestCases::isExact,
            "missing.by_all_missing_group",
            r -> r.at("/estimate/2").isNull()
                    && r.at("/se/2").isNull()
                    && !r.at("/estimate/1").isNull());

    private HonestCases() {}

    /** Whether the reason is the right one; empty when this case has no expectation of its own. */
    static Optional<Boolean> refused(String id, String reason) {
        return Optional.ofNullable(REFUSALS.get(id)).map(reason::equals);
    }

    static Optional<Boolean> computed(String id, JsonNode result) {
        if (REFUSALS.containsKey(id)) {
            return Optional.of(false);
        }
        return Optional.ofNullable(RESULTS.get(id)).map(expectation -> expectation.test(result));
    }

    /** Six of six: Clopper–Pearson gives [.5407, 1]. */
    private static boolean isExact(JsonNode result) {
        return Math.abs(result.at("/ci/2.5%").asDouble() - .5407419) < 1e-6
                && result.at("/ci/97.5%").asDouble() == 1;
    }
}
