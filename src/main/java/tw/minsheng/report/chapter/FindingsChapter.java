package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.LeadSentence;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/** 第三章 調查結果. */
final class FindingsChapter {

    private final Material material;
    private final Survey survey;
    private final Speech speech;
    private final Drawings drawings;
    private final Pen pen;

    FindingsChapter(Material material) {
        this.material = material;
        this.survey = material.survey();
        this.speech = material.speech();
        this.drawings = new Drawings(material);
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        pen.chapter("ch3");
        profile();
        overall();
        items();
        scores();
        pen.addAll(new CrossSection(material).blocks());
        pen.addAll(new WaveSection(material).blocks());
        comments();
        pen.addAll(new PromoterSection(material).blocks());
        return pen.blocks();
    }

    /** What staff look at while answers come in: the whole first, then the constructs, then every item. */
    List<Block> live() {
        overall();
        scores();
        items();
        profile();
        comments();
        return pen.blocks();
    }

    private void profile() {
        List<ResultTable> tables = material.results().tables().stream()
                .filter(table -> table.key().startsWith("T3.1."))
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        pen.section("3.1");
        pen.say("3.1.text");
        own("3.1");
        Grid grid = frequencyGrid("T3.1", speech.say("t3.1.caption"));
        for (ResultTable table : tables) {
            String variable = table.key().substring("T3.1.".length());
            grid.group(material.label(variable));
            FrequencyRows.add(material, grid, variable, table);
        }
        pen.add(grid.done(new GroupCells(material).note(speech.say(weighted("frequency.note")), tables.stream())));
    }

    private Grid frequencyGrid(String key, String caption) {
        return FrequencyRows.grid(material, key, caption);
    }

    private void overall() {
        for (Variable item : material.overall()) {
            pen.section("3.2");
            pen.text(OverallSentence.of(material));
            lead(item);
            own("3.2");
            drawings.likert("F3.1", speech.say("f3.1.caption"), OverallSentence.title(material), List.of(item.id()))
                    .ifPresent(pen::add);
            material.table("T3.2").ifPresent(table -> {
                Grid grid = frequencyGrid("T3.2", speech.say("t3.2.caption", "item", material.text(item.label())));
                FrequencyRows.add(material, grid, item.id(), table);
                pen.add(grid.done(speech.say(weighted("frequency.note"))));
            });
        }
    }

    /** The lead of the most frequent answer, with its own margin; only where somebody was drawn. */
    private void lead(Variable item) {
        material.table("T3.2.lead")
                .filter(table -> table.entry(0, "moe").asNumber().isPresent())
                .ifPresent(table -> pen.text(new LeadSentence(
                                material.valueLabel(item.id(), table.text(0, "first")),
                                material.valueLabel(item.id(), table.text(0, "second")),
                                table.number(0, "lead"),
                                table.number(0, "moe"))
                        .in(material.language())));
    }

    private void items() {
        pen.section("3.3");
        pen.say(weighted("3.3.text"), "appendix", "[[appendixF]]");
        own("3.3");
        for (Construct construct : survey.constructs()) {
            String name = material.text(construct.label());
            pen.heading(3, "c-" + construct.id(), name);
            pen.text(satisfiedRange(construct));
            drawings.likert(
                            "F3.2." + construct.id(),
                            speech.say("f3.2.caption", "construct", name),
                            likertTitle(construct),
                            construct.items())
                    .ifPresent(pen::add);
            pen.add(new ItemTable(material, construct).table());
        }
    }

    private String likertTitle(Construct construct) {
        List<String> sorted = bySatisfied(construct);
        if (sorted.isEmpty()) {
            return speech.say("f3.2.caption", "construct", material.text(construct.label()));
        }
        return speech.say(
                "f3.2.title",
                "first",
                material.scored(sorted.get(0)),
                "high",
                Printed.percentWhole(t2b(sorted.get(0)).number()),
                "last",
                material.scored(sorted.get(sorted.size() - 1)),
                "low",
                Printed.percentWhole(t2b(sorted.get(sorted.size() - 1)).number()));
    }

    private String satisfiedRange(Construct construct) {
        List<String> sorted = bySatisfied(construct);
        if (sorted.isEmpty()) {
            return speech.say("none");
        }
        return speech.say(
                "3.3.range",
                "construct",
                material.text(construct.label()),
                "k",
                construct.items().size(),
                "first",
                material.scored(sorted.get(0)),
                "high",
                Printed.percent(t2b(sorted.get(0)).number()),
                "last",
                material.scored(sorted.get(sorted.size() - 1)),
                "low",
                Printed.percent(t2b(sorted.get(sorted.size() - 1)).number()),
                "figure",
                "[[F3.2." + construct.id() + "]]",
                "table",
                "[[T3.3." + construct.id() + "]]");
    }

    private List<String> bySatisfied(Construct construct) {
        return construct.items().stream()
                .filter(item -> material.results()
                        .find("item." + item + ".t2b")
                        .filter(Result::isKnown)
                        .isPresent())
                .sorted((one, other) -> Double.compare(t2b(other).number(), t2b(one).number()))
                .toList();
    }

    private Result t2b(String item) {
        return material.results().get("item." + item + ".t2b");
    }

    private void scores() {
        Optional<ResultTable> table = material.table("T3.4");
        if (table.isEmpty()) {
            return;
        }
        pen.section("3.4");
        Result index = material.results().get("index.satisfaction");
        pen.say(
                weighted("3.4.text"),
                "index",
                index.isKnown() ? Printed.score(index.number()) : speech.say("none"),
                "weights",
                speech.list(survey.constructs().stream()
                        .map(each -> material.text(each.label()) + " " + Printed.fixed(each.weightInIndex(), 3))
                        .toList()));
        own("3.4");
        drawings.scores().ifPresent(pen::add);
        scoreTable(table.orElseThrow());
    }

    private void scoreTable(ResultTable table) {
        boolean intervals = hasIntervals(table);
        Grid grid = new Grid("T3.4", speech.say("t3.4.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.score"))
                .numbers(speech.say("head.sd"));
        if (intervals) {
            grid.numbers(speech.say("head.interval", "level", material.level()));
        }
        grid.numbers(speech.say("head.satisfied"));
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Grid.text(material.construct(table.text(row, "construct"))),
                    Grid.count(table.count(row, "n")),
                    Grid.of(table.entry(row, "score_100"), Printed::score, speech.say("none")),
                    Grid.of(table.entry(row, "sd"), Printed::score, speech.say("none"))));
            if (intervals) {
                cells.add(Grid.text(
                        Printed.score(table.number(row, "lower")) + "–" + Printed.score(table.number(row, "upper"))));
            }
            cells.add(Grid.of(table.entry(row, "satisfied"), Printed::percentNumber, speech.say("none")));
            grid.row(cells);
        }
        pen.add(grid.done(speech.say(weighted("t3.4.note"))));
    }

    private static boolean hasIntervals(ResultTable table) {
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.entry(row, "lower").asNumber().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void comments() {
        List<Variable> texts = survey.variables().stream()
                .filter(variable -> variable.kind() == Variable.Kind.TEXT)
                .filter(variable -> material.table("T3.3." + variable.id())
                        .filter(ResultTable::isWithheld)
                        .isEmpty())
                .toList();
        if (texts.isEmpty()) {
            return;
        }
        pen.section("3.8");
        pen.bullets(texts.stream()
                .map(variable -> speech.say(
                        "3.8.count",
                        "question",
                        material.text(variable.label()),
                        "n",
                        Printed.count(material.table("T3.3." + variable.id())
                                .filter(table -> !table.rows().isEmpty())
                                .map(table -> table.count(0, "n"))
                                .orElse(0L))))
                .toList());
        own("3.8");
    }

    private String weighted(String key) {
        return material.sample().weighted() ? key + ".weighted" : key;
    }

    private void own(String section) {
        pen.text(material.facts().text(section));
    }
}
