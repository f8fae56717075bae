package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Heading;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.SurveyPage;
import tw.minsheng.survey.Variable;
import tw.minsheng.survey.Weighting;
import tw.minsheng.typeface.Printable;

/** 附錄 A to G, and H when characters were replaced. */
final class Appendices {

    private final Material material;
    private final Survey survey;
    private final Speech speech;
    private final Pen pen;
    private final List<Printable.Replacement> replaced;
    private final Set<String> headings;

    /** @param headings chapters and sections of the report before the appendices */
    Appendices(Material material, List<Printable.Replacement> replaced, Set<String> headings) {
        this.replaced = List.copyOf(replaced);
        this.headings = Set.copyOf(headings);
        this.material = material;
        this.survey = material.survey();
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        pen.chapter("appendices");
        questionnaire();
        if (material.profile().isFull()) {
            codebook();
        }
        methods();
        reproducibility();
        disclosure();
        if (material.profile().isFull()) {
            tables();
        }
        sources();
        if (!replaced.isEmpty()) {
            replacedCharacters();
        }
        return pen.blocks();
    }

    private void questionnaire() {
        pen.appendix("appendixA");
        pen.say(
                "a.text",
                "version",
                survey.version(),
                "languages",
                speech.list(survey.languages().stream().map(Language::tag).toList()));
        int page = 0;
        for (SurveyPage each : survey.pages()) {
            pen.heading(3, "a-" + each.id(), speech.say("a.page", "number", ++page, "title", every(each.title())));
            if (!each.showIf().source().isEmpty()) {
                pen.say("a.shown_if", "rule", each.showIf().source());
            }
            each.questions().forEach(this::question);
        }
    }

    private void question(Question question) {
        String text = speech.say(
                "a.question",
                "id",
                question.id(),
                "text",
                every(question.head().text()),
                "required",
                speech.say(question.head().required() ? "a.required" : "a.optional"));
        pen.text(text);
        if (!question.head().showIf().source().isEmpty()) {
            pen.say("a.shown_if", "rule", question.head().showIf().source());
        }
        if (question instanceof Question.Matrix matrix) {
            pen.bullets(matrix.items().stream().map(this::item).toList());
            pen.text(points(matrix.scale()));
        } else if (question instanceof Question.Single single) {
            pen.text(points(single.scale()));
        } else if (question instanceof Question.Choices choices) {
            pen.bullets(choices.choices().stream()
                    .map(choice -> speech.say("a.choice", "code", choice.value(), "label", every(choice.label())))
                    .toList());
        }
    }

    private String item(Question.Item item) {
        String text = speech.say("a.choice", "code", item.id(), "label", every(item.text()));
        return item.reverse() ? text + speech.say("a.reverse") : text;
    }

    private String points(String scale) {
        List<String> points = new ArrayList<>();
        survey.scale(scale).points().forEach(point -> points.add(point.value() + " " + every(point.label())));
        survey.scale(scale).missing().forEach(code -> points.add(code.code() + " " + every(code.label())));
        return speech.say("a.points", "points", String.join(speech.say("semicolon"), points));
    }

    /** The words in every language of the survey, as they were shown. */
    private String every(LocalizedText text) {
        return String.join(
                " / ",
                survey.languages().stream()
                        .flatMap(language -> text.exactly(language).stream())
                        .toList());
    }

    private void codebook() {
        pen.appendix("appendixB");
        Grid grid = new Grid("TB", speech.say("tb.caption"))
                .words(speech.say("head.item"))
                .words(speech.say("head.code"))
                .words(speech.say("head.values"))
                .words(speech.say("head.missing_codes"))
                .words(speech.say("head.level"));
        for (Variable variable : survey.variables()) {
            grid.row(
                    Grid.text(material.text(variable.label())),
                    Grid.text(variable.id()),
                    Grid.text(values(variable)),
                    Grid.text(String.join(
                            speech.say("semicolon"),
                            variable.missing().stream()
                                    .map(missing ->
                                            Printed.whole(missing.spss()) + " " + material.text(missing.label()))
                                    .toList())),
                    Grid.text(speech.say("level." + variable.kind().name().toLowerCase(Locale.ROOT))));
        }
        pen.add(grid.done(speech.say("tb.note")));
    }

    private String values(Variable variable) {
        if (variable.kind() == Variable.Kind.SCALE) {
            return speech.say("tb.scale", "scale", variable.scale());
        }
        return String.join(
                speech.say("semicolon"),
                variable.values().stream()
                        .map(value -> value.code() + " " + material.text(value.label()))
                        .toList());
    }

    private void methods() {
        pen.appendix("appendixC");
        pen.bullets(Methods.ofFigures(material, material.profile().isFull()));
        pen.say("c.software", "program", material.results().head().program());
        if (!material.profile().isFull()) {
            String reason = material.facts().text("light");
            pen.say("c.light", "reason", reason.isEmpty() ? speech.say("not_stated") : reason);
        }
    }

    private void reproducibility() {
        pen.appendix("appendixD");
        Grid grid = new Grid("TD", speech.say("td.caption"))
                .words(speech.say("head.fact"))
                .words(speech.say("head.content"));
        grid.row(Grid.text(speech.say("d.survey")), Grid.text(survey.id() + " " + survey.version()));
        grid.row(
                Grid.text(speech.say("d.hash")),
                Grid.text(orUnknown(material.origins().hash())));
        grid.row(
                Grid.text(speech.say("d.data")),
                Grid.text(orUnknown(material.results().head().data().sha256())));
        grid.row(
                Grid.text(speech.say("d.wave")),
                Grid.text(orUnknown(material.results().head().wave())));
        grid.row(
                Grid.text(speech.say("d.program")),
                Grid.text("Minsheng 民聲 " + material.results().head().program()));
        grid.row(
                Grid.text(speech.say("d.made")),
                Grid.text(Dates.full(material.language(), material.origins().made())));
        material.results().all().stream()
                .filter(result -> result.seed().isPresent())
                .findFirst()
                .ifPresent(result -> grid.row(
                        Grid.text(speech.say("d.seed")),
                        Grid.text(Long.toString(result.seed().getAsLong()))));
        if (!material.origins().command().isEmpty()) {
            grid.row(
                    Grid.text(speech.say("d.command")),
                    Grid.text(material.origins().command()));
        }
        pen.add(grid.done(speech.say("td.note")));
    }

    private String orUnknown(String text) {
        return text.isEmpty() ? speech.say("not_stated") : text;
    }

    /** The items of AAPOR, each with its place; appendix A and what comes before the appendices are written then. */
    List<AaporItem> items() {
        Set<String> all = new HashSet<>(headings);
        all.addAll(Heading.filled(pen.blocks()));
        return AaporItem.all(speech, all);
    }

    private void disclosure() {
        pen.appendix("appendixE");
        Grid grid = new Grid("TE", speech.say("te.caption"))
                .words(speech.say("head.item"))
                .words(speech.say("head.place"));
        for (AaporItem item : items()) {
            String places = speech.list(
                    item.places().stream().map(place -> "[[" + place + "]]").toList());
            grid.row(
                    Grid.text(speech.say("e." + item.number())),
                    Grid.text(item.gap()
                            .map(gap -> speech.say("disclosure.missing"))
                            .orElse(places)));
        }
        pen.add(grid.done(speech.say("te.note")));
    }

    /** Counts of every question: the items of a construct in one table, every other question in one of its own. */
    private void tables() {
        pen.appendix("appendixF");
        pen.say("f.text");
        for (Construct construct : survey.constructs()) {
            pen.add(new CountTable(material, construct).table());
        }
        List<String> shown = new ArrayList<>(List.of(survey.overall()));
        survey.constructs().forEach(construct -> shown.addAll(construct.items()));
        for (ResultTable table : material.results().tables()) {
            String variable =
                    table.key().substring(Math.min("T3.3.".length(), table.key().length()));
            boolean elsewhere = shown.contains(variable)
                    || material.table("T3.1." + variable).isPresent();
            if (table.key().startsWith("T3.3.") && !elsewhere) {
                question(variable, table);
            }
        }
    }

    private void question(String variable, ResultTable table) {
        String label = survey.variable(variable)
                .map(found -> material.text(found.label()))
                .or(() -> survey.question(variable)
                        .map(question -> material.text(question.head().text())))
                .orElse(variable);
        Grid grid = FrequencyRows.grid(material, table.key(), speech.say("f.caption", "id", variable, "label", label));
        FrequencyRows.add(material, grid, variable, table);
        pen.add(grid.done(new GroupCells(material).note("", Stream.of(table))));
    }

    private void sources() {
        pen.appendix("appendixG");
        List<String> sources = new ArrayList<>();
        for (Weighting.Margin margin : survey.weighting().margins()) {
            sources.add(speech.say(
                    "g.population",
                    "variable",
                    material.label(margin.variable()),
                    "source",
                    margin.source(),
                    "date",
                    Dates.full(material.language(), margin.asOf()),
                    "file",
                    margin.population().file()));
        }
        sources.add(speech.say("g.font"));
        pen.bullets(sources);
    }

    /** The character itself cannot stand here either, so its number and name do. */
    private void replacedCharacters() {
        pen.appendix("appendixH");
        Grid grid = new Grid("TH", speech.say("th.caption"))
                .words(speech.say("head.character"))
                .words(speech.say("head.character_name"))
                .words(speech.say("head.printed"));
        for (Printable.Replacement each : replaced) {
            String name = Character.getName(each.codePoint());
            grid.row(
                    Grid.text(String.format(Locale.ROOT, "U+%04X", each.codePoint())),
                    Grid.text(name == null ? speech.say("none") : name),
                    Grid.text(each.printed()));
        }
        pen.add(grid.done(speech.say("th.note")));
    }
}
