package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tw.minsheng.dataset.Column;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.Shape;
import tw.minsheng.statistics.battery.Statistic;

/**
 * Every number of a study as a result: {@code construct.<id>.<statistic>}, {@code total.<statistic>}, {@code item.<id>.<statistic>};
 * a part of a statistic by its name behind it.
 */
final class StudyResults {

    private final Study study;
    private final long rows;
    private final List<Warning> warnings;
    private final Set<String> items;
    private final Set<String> taken = new HashSet<>();
    private final List<Result> results = new ArrayList<>();

    /**
     * @param rows used answers
     * @param warnings that hold for every number
     */
    StudyResults(Study study, long rows, List<Warning> warnings) {
        this.study = study;
        this.rows = rows;
        this.warnings = List.copyOf(warnings);
        this.items = Set.copyOf(study.family().items().stream().map(Column::id).toList());
    }

    List<Result> all() {
        for (Block block : study.blocks()) {
            boolean ofOne =
                    study.family().constructs().size() == 1 || !block.scale().equals(Block.TOTAL);
            boolean aboutItems = ofOne || block.block().equals("efa");
            String object = study.family().object(block.scale().equals(Block.ALL) ? Block.TOTAL : block.scale());
            for (Statistic statistic : block.statistics()) {
                add(block, object, statistic, aboutItems);
            }
        }
        return List.copyOf(results);
    }

    private void add(Block block, String object, Statistic statistic, boolean aboutItems) {
        String name = lower(statistic.name());
        if (statistic.shape() instanceof Shape.Number number) {
            put(object + "." + name, number.value(), block, statistic);
        } else if (statistic.shape() instanceof Shape.Named named) {
            boolean byItem = items.containsAll(named.parts().keySet());
            for (Map.Entry<String, Shape> part : named.parts().entrySet()) {
                String key = byItem ? "item." + part.getKey() + "." + name : named(object, name, lower(part.getKey()));
                if ((!byItem || aboutItems) && part.getValue() instanceof Shape.Number number) {
                    put(key, number.value(), block, statistic);
                }
            }
        }
    }

    /** ω has a key of its own; what stands beside it in R's answer is a part. */
    private static String named(String object, String name, String part) {
        if (name.startsWith("omega_1factor") && part.equals("omega")) {
            return object + "." + name;
        }
        return name.equals("omega_psych") ? object + "." + part : object + "." + name + "." + part;
    }

    private void put(String key, Value value, Block block, Statistic statistic) {
        if (taken.add(key)) {
            List<Warning> all = new ArrayList<>(statistic.warnings());
            all.addAll(warnings);
            int k = study.family().items().size();
            Basis basis =
                    new Basis(block.n(), Math.max(rows, block.n()), k, lower(statistic.name()), false, block.missing());
            results.add(Result.of(key, value, basis).with(all));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
