package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Cases in which R is wrong or silent: what the product must say instead (statistics.md, sections 4 and 5). */
final class HonestCases {

    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("negative_weight", "negative_weight"),
            Map.entry("rake.margins_disagree", "margins_disagree"),
            Map.entry("rake.empty_category", "category_without_sample"),
            Map.entry("rake.missing_population", "category_without_population"),
            Map.entry("rake.zero_target", "zero_target"),
            Map.entry("rake.structural_nonconvergence", "not_converged"),
            Map.entry("one_obs.mean", "single_psu"),
            Map.entry("missing.all", "no_data"),
            Map.entry("empty_domain", "no_data"),
            Map.entry("census.ttest", "census"),
            Map.entry("calibrate.negative_weights", "negative_weight"),
            Map.entry("cal.clus1.linear.aggregate_stage1", "negative_weight"),
            Map.entry("dw.q1.district.F", "sparse_table"));

    private static final Map<String, Predicate<JsonNode>> RESULTS = Map.of(
            "census.mean",
            r -> r.at("/se/y").asDouble(-1) == 0 && r.get("deff").isNull(),
            "constant.ciprop.logit",
            HonestCases::isExact,
            "constant.ciprop.beta",
            HonestCases::isExact,
            "constant.ciprop.likelihood",
            HonestCases::isExact,
            "missing.by_all_missing_group",
            r -> r.at("/estimate/2").isNull()
                    && r.at("/se/2").isNull()
                    && !r.at("/estimate/1").isNull());

    /** R prints NaN for the error of a share in a raked design with missing answers (section 4, row 11). */
    private static final Map<String, Predicate<JsonNode>> WITHOUT_WORD = Map.of(
            "constant.t", r -> r.at("/statistic/t").isNull() && r.get("p_value").isNull(),
            "constant.aov",
                    r -> r.at("/statistic/F").isNull() && r.get("p_value").isNull(),
            "lead.lead(1,0,50)",
                    r -> r.get("z").isNull()
                            && r.get("p").isNull()
                            && r.get("lead").asDouble() == 1
                            && r.get("se").asDouble(-1) == 0
                            && Math.abs(r.get("moe_single_max").asDouble() - .138590382434968) < 1e-12,
            "dr.q1.t2b", r -> isShare(r, .601221879923485, .572405022533073, .62935421025343),
            "dr.overall.t2b", r -> isShare(r, .599771733337575, .571076677723194, .627798260164544));

    private HonestCases() {}

    /** Cases in which the references say nothing of it. */
    static boolean isWithoutWord(String id) {
        return WITHOUT_WORD.containsKey(id) || id.equals("cal.clus1.linear.aggregate_stage1");
    }

    /** R's estimate and interval, and the error that this interval stands on. */
    private static boolean isShare(JsonNode result, double p, double lower, double upper) {
        return Math.abs(result.at("/estimate").asDouble() - p) < 1e-9
                && Math.abs(result.at("/ci/2.5%").asDouble() - lower) < 1e-9
                && Math.abs(result.at("/ci/97.5%").asDouble() - upper) < 1e-9
                && Math.abs(result.at("/se").asDouble() - .0145) < 5e-5;
    }

    /** Whether the reason is the right one; empty when this case has no expectation of its own. */
    static Optional<Boolean> refused(String id, String reason) {
        return Optional.ofNullable(REFUSALS.get(id)).map(reason::equals);
    }

    static Optional<Boolean> computed(String id, JsonNode result) {
        if (REFUSALS.containsKey(id)) {
            return Optional.of(false);
        }
        return Optional.ofNullable(RESULTS.getOrDefault(id, WITHOUT_WORD.get(id)))
                .map(expectation -> expectation.test(result));
    }

    /** Six of six: Clopper–Pearson gives [.5407, 1]. */
    private static boolean isExact(JsonNode result) {
        return Math.abs(result.at("/ci/2.5%").asDouble() - .5407419) < 1e-6
                && result.at("/ci/97.5%").asDouble() == 1;
    }
}
