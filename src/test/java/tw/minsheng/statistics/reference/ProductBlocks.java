package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.battery.Answers;
import tw.minsheng.statistics.battery.Battery;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.ExpertPanel;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.battery.Panels;
import tw.minsheng.statistics.battery.ScaleSet;
import tw.minsheng.statistics.battery.Statistic;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;

/** What the battery of the product computes over one reference set, under R's n. */
final class ProductBlocks {

    private static final long SEED = 20_240_101;

    private final JsonNode content;
    private final ReferenceSet set;
    private final Map<MissingRule, List<Block>> batteries = new LinkedHashMap<>();

    ProductBlocks(ReferenceSet set) {
        this.set = set;
        this.content = set.content();
    }

    /** The statistic of a block of the file by its name in lower case, where the product has it. */
    Optional<Statistic> find(ScaleBlock block, String statistic) {
        return blocks(block).stream()
                .filter(one -> one.block().equals(block.kind()) && one.scale().equals(block.named("scale")))
                .findFirst()
                .flatMap(one -> one.find(statistic.toLowerCase(Locale.ROOT)));
    }

    private List<Block> blocks(ScaleBlock block) {
        return switch (block.kind()) {
            case "icc" -> List.of(Panels.raters(block.rows()));
            case "kappa" ->
                List.of(Panels.coders(block.items().stream().map(block::column).toList()));
            case "content_validity" -> List.of(ExpertPanel.of(block.column("item"), block.rows(), 1, 4));
            case "test_retest" ->
                List.of(Panels.retest(block.numbers(block.named("t1")), block.numbers(block.named("t2"))));
            case "edge", "trap_unreversed" -> List.of();
            default -> batteries.computeIfAbsent(block.rule(), rule -> computed(block, rule));
        };
    }

    private List<Block> computed(ScaleBlock block, MissingRule rule) {
        if (!block.hasAnswers()) {
            return Battery.ofCorrelations(
                    block.items(), block.publishedMatrix(), block.publishedN(), factors(), Extent.QUICK, SEED);
        }
        return Battery.likeR(scales(), rule, Extent.FULL, SEED);
    }

    private int factors() {
        int declared = Math.max(1, content.path("factors").size());
        return content.path("n_factors").asInt(declared);
    }

    private ScaleSet scales() {
        ScaleBlock all = ScaleBlock.ofWholeSet(set);
        double[][] rows = all.rows();
        Map<String, List<String>> declared = new LinkedHashMap<>();
        content.path("factors").properties().forEach(factor -> {
            List<String> items = new ArrayList<>();
            factor.getValue().forEach(item -> items.add(item.asText()));
            declared.put(factor.getKey(), items);
        });
        ScaleSet scales = ScaleSet.of(
                        all.scale(), declared, Answers.of(rows, all.items().size()))
                .withExtracted(factors());
        if (content.path("group").isTextual()) {
            scales = scales.withGroup(all.column(content.get("group").asText()).stream()
                    .map(label -> CsvTable.isMissing(label) ? "" : label)
                    .toList());
        }
        if (content.path("criterion").isTextual()) {
            scales = scales.withCriterion(all.column(content.get("criterion").asText()).stream()
                    .map(cell -> CsvTable.isMissing(cell) ? Missing.ANSWER : Double.parseDouble(cell))
                    .toList());
        }
        return scales;
    }
}
