package tw.minsheng.report.expert;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.panel.ContentFigures;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.Rating;
import tw.minsheng.panel.Seat;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The tables of expert panels: T4.3, one row for each item of a round; T4.3.rounds, one for each round; the single ratings. */
public final class PanelTables {

    private static final List<String> ITEM_COLUMNS = List.of(
            "item",
            "construct",
            "label",
            "experts",
            "relevant",
            "i_cvi",
            "limit",
            "below",
            "modified_kappa",
            "essential",
            "lawshe_cvr",
            "lawshe_critical_exact",
            "aiken_v",
            "aiken_v_lower",
            "aiken_v_upper",
            "aiken_v_right_tail_p",
            "lawshe_reason");

    private PanelTables() {}

    private static Entry value(Value value) {
        return value.isKnown()
                ? Entry.number(value.number())
                : value.reason().map(Entry::withheld).orElseGet(Entry::none);
    }

    /** What a report gives out of panels: T4.3.rounds, and T4.3 of the newest round that has figures; none where nobody was asked. */
    public static List<ResultTable> of(Evidence evidence, Language language) {
        List<ResultTable> tables = new ArrayList<>();
        evidence.counting().ifPresent(round -> tables.add(items(round.figures(), language)));
        if (!evidence.rounds().isEmpty()) {
            tables.add(rounds(evidence));
        }
        return List.copyOf(tables);
    }

    /**
     * T4.3: one row for each item; {@code below} is 1 where its I-CVI is less than so many experts demand. What fewer than {@link
     * ContentFigures#LEAST} experts said is withheld: it would tell who said it.
     */
    public static ResultTable items(ContentFigures figures, Language language) {
        return new ResultTable(
                "T4.3",
                ITEM_COLUMNS,
                figures.items().stream().map(item -> row(item, language)).toList());
    }

    private static List<Entry> row(ContentFigures.Item item, Language language) {
        return List.of(
                Entry.text(item.item().id()),
                Entry.text(item.item().construct()),
                Entry.text(item.item().text().in(language)),
                Entry.count(item.rated()),
                shown(item.rated(), Entry.count(item.relevant())),
                value(item.index()),
                shown(item.rated(), Entry.number(item.limit())),
                shown(item.rated(), Entry.count(item.isBelow() ? 1 : 0)),
                value(item.kappa()),
                item.judged() == 0 ? Entry.none() : shown(item.judged(), Entry.count(item.essential())),
                number(item.ratio()),
                number(item.critical()),
                shown(item.rated(), value(item.aiken())),
                shown(item.rated(), value(item.aikenInterval().lower())),
                shown(item.rated(), value(item.aikenInterval().upper())),
                shown(item.rated(), value(item.aikenP())),
                Entry.text(item.judged() == 0 ? "" : reason(item.ratio())));
    }

    /** Nothing where there is none: a column of numbers can be read as numbers, and its reason has a column of its own. */
    private static Entry number(Value value) {
        return value.isKnown() ? Entry.number(value.number()) : Entry.none();
    }

    private static String reason(Value value) {
        return value.reason().map(Reason::key).orElse("");
    }

    private static Entry shown(int experts, Entry entry) {
        return experts < ContentFigures.LEAST ? Entry.withheld(Reason.SMALL_CELL) : entry;
    }

    /** T4.3.rounds: one row for each round, the newest in front. */
    public static ResultTable rounds(Evidence evidence) {
        List<List<Entry>> rows = new ArrayList<>();
        for (Evidence.Round each : evidence.rounds()) {
            ContentFigures figures = each.figures();
            rows.add(List.of(
                    Entry.count(each.round().number()),
                    Entry.text(each.round().version()),
                    Entry.count(each.seats().stream()
                            .filter(seat -> !seat.expert().withdrawn())
                            .count()),
                    Entry.count(figures.experts()),
                    Entry.count(figures.items().size()),
                    shown(figures.experts(), Entry.count(figures.below().size())),
                    value(figures.average()),
                    value(figures.universal()),
                    number(figures.critical()),
                    Entry.text(reason(figures.critical()))));
        }
        return new ResultTable(
                "T4.3.rounds",
                List.of(
                        "round",
                        "version",
                        "asked",
                        "experts",
                        "items",
                        "below",
                        "s_cvi_ave",
                        "s_cvi_ua",
                        "lawshe_critical_exact",
                        "lawshe_reason"),
                rows);
    }

    /** The single ratings of those who count, one row for each expert and item; for the analyst alone. */
    public static ResultTable ratings(Evidence.Round round) {
        List<List<Entry>> rows = new ArrayList<>();
        for (Seat seat : round.counted()) {
            for (PanelItem item : round.round().items()) {
                Rating rating = seat.sheet().of(item.id());
                rows.add(List.of(
                        Entry.text(seat.expert().name()),
                        Entry.text(seat.expert().affiliation()),
                        Entry.text(item.id()),
                        rating.isRated() ? Entry.count(rating.relevance()) : Entry.none(),
                        rating.essential() == Rating.Essential.NONE
                                ? Entry.none()
                                : Entry.text(rating.essential().key()),
                        Entry.text(rating.comment())));
            }
        }
        return new ResultTable(
                "T4.3.ratings", List.of("expert", "affiliation", "item", "relevance", "essential", "comment"), rows);
    }
}
