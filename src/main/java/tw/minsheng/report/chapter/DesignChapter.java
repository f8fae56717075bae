package tw.minsheng.report.chapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Paragraph;
import tw.minsheng.document.Run;
import tw.minsheng.document.Table;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.VersionStep;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.file.definition.Change;

/** 第一章 調查設計. */
final class DesignChapter {

    private final Material material;
    private final Survey survey;
    private final Background background;
    private final Speech speech;
    private final Pen pen;

    DesignChapter(Material material) {
        this.material = material;
        this.survey = material.survey();
        this.background = survey.background();
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        pen.chapter("ch1");
        purpose();
        who();
        whom();
        fieldwork();
        questionnaire();
        versions();
        ethics();
        pen.addAll(new DataSection(material).blocks());
        return pen.blocks();
    }

    private void purpose() {
        pen.section("1.1");
        pen.say("1.1.purpose", "purpose", material.text(background.purpose()));
        String kind = speech.say("kind." + survey.kind().name().toLowerCase(Locale.ROOT));
        pen.say(
                "1.1.kind",
                "kind",
                kind,
                "items",
                background.planItems().isEmpty() ? speech.say("nothing") : speech.list(background.planItems()));
        own("1.1");
    }

    private void who() {
        pen.section("1.2");
        Facts facts = material.facts();
        pen.bullets(List.of(
                speech.say("1.2.owner", "name", owner()),
                speech.say("1.2.conductor", "name", given(facts.conductor())),
                speech.say("1.2.principal", "name", given(facts.principal())),
                speech.say(
                        "1.2.contractor",
                        "name",
                        facts.contractor().isEmpty() ? speech.say("nothing") : facts.contractor()),
                speech.say("1.2.funding", "name", given(facts.funding()))));
        own("1.2");
    }

    private String owner() {
        return survey.owner().agency()
                + (survey.owner().unit().isEmpty() ? "" : " " + survey.owner().unit());
    }

    private String given(String words) {
        return words.isEmpty() ? speech.say("not_stated") : words;
    }

    private void whom() {
        pen.section("1.3");
        pen.say(
                "1.3.target",
                "target",
                material.text(background.target()),
                "service",
                material.text(background.service()));
        own("1.3");
    }

    private void fieldwork() {
        pen.section("1.4");
        List<String> modes = survey.modes().stream()
                .map(mode -> speech.say("mode." + mode.name().toLowerCase(Locale.ROOT)))
                .toList();
        pen.say("1.4.modes", "modes", speech.list(modes), "period", Period.of(material));
        pen.say("1.4.reminders", "reminders", given(material.facts().text("reminders")));
        pen.say(
                "1.4.incentive",
                "incentive",
                background.incentive().isEmpty() ? speech.say("nothing") : material.text(background.incentive()));
        own("1.4");
        material.table("T1.1").ifPresent(this::modes);
        if (material.profile().isFull()) {
            new Drawings(material).fieldwork().ifPresent(pen::add);
        }
    }

    private void modes(ResultTable table) {
        List<String> columns = table.columns().subList(1, table.columns().size());
        boolean dated = !table.rows().isEmpty() && !table.text(0, "from").isEmpty();
        Grid grid = new Grid("T1.1", speech.say("t1.1.caption")).words(speech.say(dated ? "head.from" : "head.period"));
        GroupCells figures = new GroupCells(material);
        columns.forEach(column -> grid.numbers("n".equals(column) ? speech.say("head.sum") : mode(column)));
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Grid.text(
                    dated
                            ? Dates.plain(material.language(), LocalDate.parse(table.text(row, "from")))
                            : Period.of(material)));
            for (String column : columns) {
                cells.add(figures.count(table.entry(row, column)));
            }
            grid.row(cells);
        }
        pen.add(grid.done(figures.note(speech.say("t1.1.note"), Stream.of(table))));
    }

    private String mode(String mode) {
        return speech.say("mode." + mode);
    }

    private void questionnaire() {
        pen.section("1.5");
        long items = survey.constructs().stream()
                .mapToLong(construct -> construct.items().size())
                .sum();
        pen.say(
                "1.5.constructs",
                "constructs",
                survey.constructs().size(),
                "items",
                items,
                "names",
                speech.list(survey.constructs().stream()
                        .map(Construct::label)
                        .map(material::text)
                        .toList()));
        survey.scales().values().forEach(this::scale);
        pen.say(
                "1.5.pretest",
                "pretest",
                background.pretest().isEmpty() ? speech.say("not_done") : material.text(background.pretest()),
                "experts",
                ContentSection.review(material));
        own("1.5");
        pen.add(itemTable());
    }

    /** T1.2: the scale stands with the construct, because its items share one; remarks only where there are any. */
    private Table itemTable() {
        List<Variable> items = survey.constructs().stream()
                .map(Construct::items)
                .flatMap(List::stream)
                .flatMap(item -> survey.variable(item).stream())
                .toList();
        boolean remarks = items.stream().anyMatch(item -> !remark(item).isEmpty());
        Grid grid = new Grid("T1.2", speech.say("t1.2.caption"))
                .words(speech.say("head.item"))
                .words(speech.say("head.code"));
        if (remarks) {
            grid.words(speech.say("head.remark"));
        }
        for (Construct construct : survey.constructs()) {
            grid.group(speech.say(
                    "t1.2.group",
                    "construct",
                    material.text(construct.label()),
                    "k",
                    construct.items().size(),
                    "scale",
                    construct.items().stream()
                            .findFirst()
                            .flatMap(survey::variable)
                            .map(Variable::scale)
                            .orElse("")));
            for (Variable item : items) {
                if (construct.items().contains(item.id())) {
                    List<Cell> cells =
                            new ArrayList<>(List.of(Grid.text(material.text(item.label())), Grid.text(item.id())));
                    if (remarks) {
                        cells.add(Grid.text(remark(item)));
                    }
                    grid.row(cells);
                }
            }
        }
        return grid.done(remarks ? speech.say("t1.2.note") : "");
    }

    private void scale(Scale scale) {
        String missing = scale.missing().isEmpty()
                ? speech.say("nothing")
                : speech.list(scale.missing().stream()
                        .map(each -> speech.quoted(material.text(each.label())))
                        .toList());
        pen.say(
                "1.5.scale",
                "scale",
                scale.id(),
                "k",
                scale.points().size(),
                "points",
                speech.list(scale.points().stream()
                        .map(point -> material.text(point.label()) + " " + point.value())
                        .toList()),
                "missing",
                missing);
    }

    private String remark(Variable item) {
        List<String> remarks = new ArrayList<>();
        if (item.reverse()) {
            remarks.add(speech.say("reverse"));
        }
        bank(item).forEach(remarks::add);
        return speech.list(remarks);
    }

    private List<String> bank(Variable item) {
        return survey.questions()
                .flatMap(question -> question instanceof Question.Matrix matrix
                        ? matrix.items().stream()
                                .filter(each -> each.id().equals(item.id()))
                                .map(Question.Item::bank)
                        : Stream.of(question.head())
                                .filter(head -> head.id().equals(item.id()))
                                .map(Question.Head::bank))
                .filter(bank -> !bank.isEmpty())
                .toList();
    }

    private void versions() {
        pen.section("1.6");
        String hash = material.origins().hash();
        pen.say("1.6.version", "id", survey.id(), "version", survey.version());
        pen.add(Paragraph.of(
                Run.plain(speech.say("1.6.hash")), Run.code(hash.isEmpty() ? speech.say("not_stated") : hash)));
        List<Survey> earlier = material.origins().earlier().stream()
                .filter(version -> !version.version().equals(survey.version()))
                .toList();
        if (earlier.isEmpty()) {
            pen.say("1.6.first");
        } else {
            pen.say(
                    "1.6.earlier",
                    "versions",
                    speech.list(earlier.stream()
                            .map(version -> version.version().toString())
                            .toList()));
        }
        own("1.6");
        if (material.profile().isFull()
                && material.origins().steps().stream()
                        .anyMatch(step -> !step.changes().isEmpty())) {
            changes();
        }
    }

    /** T1.3: every change, and whether the trend goes on. */
    private void changes() {
        Grid grid = new Grid("T1.3", speech.say("t1.3.caption"))
                .words(speech.say("head.change_class"))
                .words(speech.say("head.what_changed"))
                .words(speech.say("head.trend"));
        for (VersionStep step : material.origins().steps()) {
            String name = step.changeClass().word();
            grid.group(speech.say(
                    "t1.3.step", "from", step.from(), "to", step.to(), "class", speech.say("class." + name)));
            for (Change change : step.changes()) {
                String word = change.changeClass().word();
                grid.row(
                        Grid.text(speech.say("class." + word)),
                        Grid.text(changed(step, change)),
                        Grid.text(speech.say("trend." + word)));
            }
        }
        pen.add(grid.done(speech.say("t1.3.note")));
    }

    private String changed(VersionStep step, Change change) {
        String reason = step.sameMeaning().getOrDefault(change.id(), "");
        String message = change.message(material.language());
        return reason.isEmpty() ? message : speech.say("t1.3.reason", "message", message, "reason", reason);
    }

    private void ethics() {
        pen.section("1.7");
        pen.say(
                survey.privacy().anonymous() ? "1.7.anonymous" : "1.7.named",
                "notice",
                survey.privacy().notice().version(),
                "months",
                survey.privacy().retentionMonths(),
                "cell",
                survey.privacy().minCellSize());
        own("1.7");
    }

    /** The agency's own words for a section. */
    private void own(String section) {
        pen.text(material.facts().text(section));
    }
}
