package tw.minsheng.report.scale;

import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.battery.Shape;
import tw.minsheng.survey.Construct;

/**
 * 項目分析 of one item, within its 構面.
 *
 * @param ratio 決斷值, {@code p} its probability
 * @param loading on the first component of its construct, {@code communality} its square
 * @param decision {@code keep} or {@code delete}: a proposal; "" when nothing can be judged
 * @param broken rules that do not hold
 */
public record ItemJudgement(
        String construct,
        Value ratio,
        Value p,
        Value loading,
        Value communality,
        String decision,
        List<String> broken) {

    private static final String BLOCK = "item_analysis";

    public ItemJudgement {
        broken = List.copyOf(broken);
    }

    static Optional<ItemJudgement> of(Study study, String item) {
        return study.family().constructs().stream()
                .filter(construct -> construct.items().contains(item))
                .findFirst()
                .map(construct -> of(study, construct, item));
    }

    private static ItemJudgement of(Study study, Construct construct, String item) {
        String scale = study.scaleOf(construct.id());
        Optional<Shape.Table> table = study.table(BLOCK, scale, "item_table");
        return new ItemJudgement(
                construct.id(),
                cell(study, table, scale, item, "critical_ratio"),
                cell(study, table, scale, item, "p"),
                cell(study, table, scale, item, "loading"),
                cell(study, table, scale, item, "communality"),
                study.word(BLOCK, scale, "decision", item),
                study.broken(BLOCK, scale, "decision_rules", item));
    }

    private static Value cell(Study study, Optional<Shape.Table> table, String scale, String item, String column) {
        return table.filter(found -> found.rows().contains(item))
                .map(found -> found.cells()
                        .get(found.rows().indexOf(item))
                        .get(found.columns().indexOf(column)))
                .orElseGet(() -> study.number(BLOCK, scale, "item_table"));
    }
}
