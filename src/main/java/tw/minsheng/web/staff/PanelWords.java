package tw.minsheng.web.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.panel.ContentFigures;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Seat;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.expert.ContentReading;
import tw.minsheng.report.expert.ExpertComments;
import tw.minsheng.report.expert.PanelTables;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** Puts panels, figures and decisions into the words of a page. */
final class PanelWords {

    private static final String NONE = "—";

    private final StaffRequest request;
    private final Words words;
    private final DecisionWords decisions;

    PanelWords(StaffRequest request) {
        this.request = request;
        this.words = request.words();
        this.decisions = new DecisionWords(words);
    }

    private static String cell(ResultTable table, int row, String column) {
        ResultTable.Entry entry = table.entry(row, column);
        return entry.reason().isPresent() || entry.asNumber().isEmpty()
                ? NONE
                : Printed.coefficient(entry.asNumber().getAsDouble());
    }

    PanelViews.Rounds rounds(String base, Evidence evidence, String last, Map<String, String> errors) {
        ResultTable table = PanelTables.rounds(evidence);
        List<PanelViews.Row> rows = new ArrayList<>();
        for (int i = 0; i < evidence.rounds().size(); i++) {
            rows.add(row(base, evidence.rounds().get(i).round(), table, i));
        }
        List<Evidence.Round> oldest = new ArrayList<>(evidence.rounds());
        Collections.reverse(oldest);
        boolean several = oldest.size() > 1;
        return new PanelViews.Rounds(
                base,
                ContentReading.of(evidence, words.language(), words.zone()),
                rows,
                several ? oldest.stream().map(each -> name(each.round())).toList() : List.of(),
                several ? compared(oldest) : List.of(),
                PanelPages.may(request),
                evidence.rounds().stream().anyMatch(each -> each.round().isOpen(request.now())),
                last,
                !request.form().containsKey("last")
                        || request.field("essential").equals("1"),
                errors);
    }

    private String name(PanelRound round) {
        return words.say("panel.round", Map.of("n", round.number()));
    }

    private PanelViews.Row row(String base, PanelRound round, ResultTable table, int i) {
        boolean open = round.isOpen(request.now());
        return new PanelViews.Row(
                base + "/" + round.id(),
                name(round),
                words.say(open ? "panel.state.open" : "panel.state.closed"),
                open ? "open" : "good",
                List.of(
                        round.version(),
                        words.day(LocalDate.ofInstant(round.opened(), words.zone())),
                        lastDay(round.closes()),
                        table.count(i, "experts") + " / " + table.count(i, "asked"),
                        cell(table, i, "s_cvi_ave"),
                        cell(table, i, "s_cvi_ua"),
                        table.entry(i, "s_cvi_ave").reason().isPresent()
                                ? NONE
                                : words.number(table.count(i, "below"))));
    }

    private String lastDay(Instant end) {
        return words.day(LocalDate.ofInstant(end.minusNanos(1), words.zone()));
    }

    /** Every item of any round, as the newest round that has it says it. */
    private List<PanelViews.Compared> compared(List<Evidence.Round> oldest) {
        List<PanelItem> items = new ArrayList<>();
        for (int i = oldest.size() - 1; i >= 0; i--) {
            for (PanelItem item : oldest.get(i).round().items()) {
                if (items.stream().noneMatch(each -> each.id().equals(item.id()))) {
                    items.add(item);
                }
            }
        }
        return items.stream()
                .map(item -> new PanelViews.Compared(
                        words.text(item.text()),
                        oldest.stream().map(round -> index(round, item.id())).toList()))
                .toList();
    }

    private String index(Evidence.Round round, String item) {
        ResultTable table = PanelTables.items(round.figures(), words.language());
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "item").equals(item))
                .mapToObj(row -> cell(table, row, "i_cvi"))
                .findFirst()
                .orElse(NONE);
    }

    PanelViews.Round round(
            String base, Evidence evidence, Evidence.Round shown, Map<String, String> errors, String done) {
        PanelRound round = shown.round();
        ResultTable table = PanelTables.rounds(evidence);
        int row = evidence.rounds().indexOf(shown);
        boolean may = PanelPages.may(request);
        boolean enough = table.entry(row, "s_cvi_ave").reason().isEmpty();
        return new PanelViews.Round(
                base,
                base + "/" + round.id(),
                name(round),
                words.say(
                        "panel.facts",
                        Map.of(
                                "version", round.version(),
                                "n", round.items().size(),
                                "opened", words.day(LocalDate.ofInstant(round.opened(), words.zone())),
                                "last", lastDay(round.closes()))),
                round.isOpen(request.now()),
                may,
                round.essential(),
                enough,
                enough && Rights.has(request.account(), Permission.SEE_RATINGS),
                enough ? tiles(table, row) : List.of(),
                ContentReading.of(evidence, shown, words.language(), words.zone()),
                shown.seats().stream().map(seat -> person(seat, may)).toList(),
                items(evidence, shown, errors),
                cell(table, row, "lawshe_critical_exact"),
                Printed.fixed(shown.figures().limits().item((int) table.count(row, "experts")), 2),
                new ExpertComments(shown, words.language()).ofAll(),
                typed(
                        request,
                        "last",
                        LocalDate.ofInstant(round.closes().minusNanos(1), words.zone())
                                .toString()),
                typed(request, "name", ""),
                typed(request, "affiliation", ""),
                typed(request, "email", ""),
                done,
                errors);
    }

    static String typed(StaffRequest request, String name, String before) {
        return request.form().containsKey(name) ? request.field(name) : before;
    }

    private List<Map.Entry<String, String>> tiles(ResultTable table, int row) {
        return List.of(
                Map.entry(words.say("panel.tile.experts"), words.number(table.count(row, "experts"))),
                Map.entry("S-CVI/Ave", cell(table, row, "s_cvi_ave")),
                Map.entry("S-CVI/UA", cell(table, row, "s_cvi_ua")),
                Map.entry(
                        words.say("panel.tile.below"),
                        words.number(table.count(row, "below")) + " / " + words.number(table.count(row, "items"))));
    }

    private PanelViews.Person person(Seat seat, boolean may) {
        Expert expert = seat.expert();
        int n = seat.round().items().size();
        int rated = n - seat.sheet().missing(seat.round()).size();
        String state =
                expert.withdrawn() ? "withdrawn" : expert.isFinished() ? "finished" : rated > 0 ? "begun" : "waiting";
        return new PanelViews.Person(
                may ? Long.toString(expert.id()) : "",
                expert.name(),
                expert.affiliation(),
                may ? expert.email() : "",
                may && !expert.mail().isEmpty() ? words.say("panel.mail." + expert.mail()) : "",
                rated + " / " + n,
                words.say("panel.expert." + state),
                expert.withdrawn() ? "bad" : expert.isFinished() ? "good" : "open");
    }

    private List<PanelViews.Item> items(Evidence evidence, Evidence.Round shown, Map<String, String> errors) {
        ResultTable table = PanelTables.items(shown.figures(), words.language());
        List<ContentFigures.Item> figures = shown.figures().items();
        ExpertComments said = new ExpertComments(shown, words.language());
        List<PanelViews.Item> made = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            made.add(item(evidence, shown, figures.get(i), table, i, said, errors));
        }
        return made;
    }

    private PanelViews.Item item(
            Evidence evidence,
            Evidence.Round shown,
            ContentFigures.Item figure,
            ResultTable table,
            int row,
            ExpertComments said,
            Map<String, String> errors) {
        String id = figure.item().id();
        boolean sent = request.field("item").equals(id) && !errors.isEmpty();
        String stand = Integer.toString(shown.round().number());
        List<PanelViews.Decided> decided = evidence.decisions().stream()
                .filter(each -> each.basis() == ItemDecision.Basis.PANEL
                        && each.stand().equals(stand)
                        && each.item().equals(id))
                .map(each -> decisions.decided(each, ""))
                .toList();
        return new PanelViews.Item(
                id,
                words.text(figure.item().text()),
                words.text(figure.item().label()),
                cell(table, row, "i_cvi"),
                figure.isBelow(),
                cells(figure, table, row, shown.round().essential()),
                said.of(id),
                decided,
                PanelPages.may(request) ? decisions.choices(sent ? request.field("choice") : "") : List.of(),
                sent ? request.field("reason") : "",
                sent ? String.join(" ", errors.values()) : "");
    }

    private static List<String> cells(ContentFigures.Item figure, ResultTable table, int row, boolean essential) {
        ResultTable.Entry p = table.entry(row, "aiken_v_right_tail_p");
        boolean known = p.asNumber().isPresent();
        String interval = cell(table, row, "aiken_v_lower") + "–" + cell(table, row, "aiken_v_upper");
        List<String> cells = new ArrayList<>(List.of(
                table.entry(row, "relevant").reason().isPresent()
                        ? NONE
                        : table.count(row, "relevant") + " / " + table.count(row, "experts"),
                cell(table, row, "i_cvi"),
                cell(table, row, "modified_kappa"),
                cell(table, row, "aiken_v"),
                known ? interval : NONE,
                known ? Printed.p(p.asNumber().getAsDouble()) : NONE));
        if (essential) {
            cells.add(figure.judged() < ContentFigures.LEAST ? NONE : figure.essential() + " / " + figure.judged());
            cells.add(cell(table, row, "lawshe_cvr"));
        }
        return cells;
    }
}
