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
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.Shape;
import tw.minsheng.statistics.battery.Statistic;

/**
 * Every number of a study as a result: {@code construct.<id>.<statistic>}, {@code total.<statistic>}, {@code item.<id>.<statistic>};
 * a part of a statistic by its name behind it, of a series by its number, of a table of pairs by both names. The bootstrap interval of
 * α stands beside α under a key of its own; what was drawn has its seed.
 */
final class StudyResults {

    private static final String BOOTSTRAP = "ci95_boot_percentile";
    private static final Set<String> PAIRS = Set.of("htmt_henseler");
    private static final double LEVEL = .95;

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
        } else if (statistic.shape() instanceof Shape.Series series) {
            add(block, object + "." + name, statistic, series.numbers());
        } else if (statistic.shape() instanceof Shape.Table table && PAIRS.contains(name)) {
            addPairs(block, object + "." + name, statistic, table);
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

    private void add(Block block, String key, Statistic statistic, List<Value> numbers) {
        if (statistic.name().equals(BOOTSTRAP)) {
            Interval interval = new Interval("bootstrap_percentile", LEVEL, numbers.get(0), numbers.get(1));
            Value alpha = study.number(block.block(), block.scale(), "alpha_raw");
            put(Result.of(key, alpha, Uncertainty.of(interval), basis(block, statistic)), statistic);
            return;
        }
        for (int place = 0; place < numbers.size(); place++) {
            put(key + "." + (place + 1), numbers.get(place), block, statistic);
        }
    }

    /** Each pair once. */
    private void addPairs(Block block, String key, Statistic statistic, Shape.Table table) {
        for (int row = 1; row < table.rows().size(); row++) {
            for (int column = 0; column < row; column++) {
                String pair = table.columns().get(column) + "." + table.rows().get(row);
                put(key + "." + pair, table.cells().get(row).get(column), block, statistic);
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
        put(Result.of(key, value, basis(block, statistic)), statistic);
    }

    private void put(Result result, Statistic statistic) {
        if (taken.add(result.key())) {
            List<Warning> all = new ArrayList<>(statistic.warnings());
            all.addAll(warnings);
            boolean drawn =
                    statistic.name().equals(BOOTSTRAP) || statistic.name().startsWith("parallel_");
            results.add(drawn ? result.with(all).drawnFrom(study.seed()) : result.with(all));
        }
    }

    private Basis basis(Block block, Statistic statistic) {
        return new Basis(
                block.n(),
                Math.max(rows, block.n()),
                study.items(block.scale()),
                lower(statistic.name()),
                false,
                block.missing());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
