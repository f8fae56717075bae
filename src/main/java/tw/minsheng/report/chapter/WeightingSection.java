package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Reason;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Weighting;

/** 2.5 樣本代表性 and 2.6 加權. */
final class WeightingSection {

    private final Material material;
    private final Survey survey;
    private final Speech speech;
    private final Pen pen;

    WeightingSection(Material material, Pen pen) {
        this.material = material;
        this.survey = material.survey();
        this.speech = material.speech();
        this.pen = pen;
    }

    void write() {
        representativeness();
        weighting();
    }

    /** Where the population of a variable comes from. */
    static String source(Survey survey, String variable) {
        return survey.populations().stream()
                .filter(margin -> margin.variable().equals(variable))
                .map(Weighting.Margin::source)
                .findFirst()
                .orElse(survey.sampling().frame().name());
    }

    private void representativeness() {
        pen.section("2.5");
        List<ResultTable> margins = material.results().tables().stream()
                .filter(table -> table.key().startsWith("T2.5."))
                .toList();
        if (margins.isEmpty()) {
            pen.say("2.5.none");
            own("2.5");
            return;
        }
        pen.bullets(margins.stream().map(this::test).toList());
        List<String> restored =
                margins.stream().flatMap(table -> ofDraw(table).stream()).toList();
        if (!restored.isEmpty()) {
            pen.say("2.5.uneven");
            pen.bullets(restored);
        }
        if (material.sample().weighted()) {
            List<String> tested = margins.stream()
                    .flatMap(table -> testAfter(table.key().substring("T2.5.".length())).stream())
                    .toList();
            boolean fitted = isFitted(material);
            pen.bullets(tested.isEmpty() && fitted ? List.of(speech.say("2.5.none_unused")) : tested);
            if (fitted) {
                pen.say(isCut() ? "2.5.fixed.trimmed" : "2.5.fixed");
            }
        }
        own("2.5");
        margins.forEach(this::margin);
        if (material.profile().isFull()) {
            new SampleDrawings(material).balance(margins).ifPresent(pen::add);
        }
    }

    private String test(ResultTable table) {
        String variable = table.key().substring("T2.5.".length());
        Result x2 = material.results().get("margin." + variable + ".x2");
        Result p = material.results().get("margin." + variable + ".p");
        Result widest = material.results().get("margin." + variable + ".max_diff");
        if (x2.reason().stream().anyMatch(Reason.SMALL_CELL::equals)) {
            return speech.say("2.5.hidden", "variable", material.label(variable));
        }
        if (!x2.isKnown() || !p.isKnown()) {
            return speech.say("2.5.untested", "variable", material.label(variable));
        }
        return speech.say(
                p.number() < .05 ? "2.5.different" : "2.5.not_different",
                "variable",
                material.label(variable),
                "df",
                Printed.whole(
                        material.results().get("margin." + variable + ".df").number()),
                "x2",
                Printed.fixed(x2.number(), 2),
                "p",
                Printed.pWithSign(p.number()),
                "points",
                Printed.fixed(widest.isKnown() ? widest.number() * 100 : 0, 1),
                "table",
                "[[T2.5." + variable + "]]");
    }

    /** What is left when the different chances of the draw are taken back. */
    private Optional<String> ofDraw(ResultTable table) {
        String variable = table.key().substring("T2.5.".length());
        return material.results()
                .find("margin." + variable + ".max_diff.drawn")
                .filter(Result::isKnown)
                .map(widest -> speech.say(
                        "2.5.drawn",
                        "variable",
                        material.label(variable),
                        "points",
                        Printed.fixed(widest.number() * 100, 1)));
    }

    /** The test after weighting, for a variable that the weights were not made from. */
    private Optional<String> testAfter(String variable) {
        Result df = material.results().get("margin." + variable + ".df");
        return material.results()
                .find("margin." + variable + ".p.after")
                .filter(p -> p.isKnown() && df.isKnown())
                .map(p -> speech.say(
                        "2.5.after",
                        "variable",
                        material.label(variable),
                        "df",
                        Printed.degrees(df.number()),
                        "x2",
                        figure("margin." + variable + ".x2.after", 2),
                        "p",
                        Printed.pWithSign(p.number()),
                        "points",
                        Printed.fixed(
                                100
                                        * material.results()
                                                .get("margin." + variable + ".max_diff.after")
                                                .number(),
                                1)));
    }

    private void margin(ResultTable table) {
        String variable = table.key().substring("T2.5.".length());
        boolean weighted = material.sample().weighted();
        GroupCells figures = new GroupCells(material);
        Grid grid = new Grid(table.key(), speech.say("t2.5.caption", "variable", material.label(variable)))
                .words(speech.say("head.category"))
                .numbers(speech.say("head.population"))
                .numbers(speech.say("head.population_share"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.share"))
                .numbers(speech.say("head.difference"));
        boolean drawn = table.columns().contains("share_drawn");
        if (drawn) {
            grid.numbers(speech.say("head.share_drawn"));
        }
        if (weighted) {
            grid.numbers(speech.say("head.share_weighted"));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            var cells = new ArrayList<>(List.of(
                    Grid.text(material.valueLabel(variable, table.text(row, "code"))),
                    Grid.count(table.count(row, "population")),
                    Grid.of(table.entry(row, "population_share"), Printed::percentNumber, speech.say("none")),
                    figures.count(table.entry(row, "n")),
                    figures.of(table.entry(row, "share"), Printed::percentNumber, speech.say("none")),
                    figures.of(table.entry(row, "difference"), Printed::points, speech.say("none"))));
            if (drawn) {
                cells.add(figures.of(table.entry(row, "share_drawn"), Printed::percentNumber, speech.say("none")));
            }
            if (weighted) {
                cells.add(figures.of(table.entry(row, "share_weighted"), Printed::percentNumber, speech.say("none")));
            }
            grid.row(cells);
        }
        boolean used = survey.weighting().margins().stream()
                .anyMatch(margin -> margin.variable().equals(variable));
        pen.add(grid.done(figures.note(note(variable, isFitted(material) && used), Stream.of(table))));
        pen.add(material.source(table.key()));
    }

    /** A variable of the weights agrees with its population, unless weights were cut. */
    private String note(String variable, boolean used) {
        String source = source(survey, variable);
        if (!used || !isCut()) {
            return speech.say(used ? "t2.5.note.used" : "t2.5.note", "source", source);
        }
        Result off = material.results().get("margin." + variable + ".max_diff.after");
        return off.isKnown()
                ? speech.say("t2.5.note.trimmed", "source", source, "points", Printed.fixed(100 * off.number(), 1))
                : speech.say("t2.5.note.trimmed.hidden", "source", source);
    }

    /** Whether the weights were fitted to the populations that are declared; those of a file, or of sessions alone, were not. */
    static boolean isFitted(Material material) {
        return material.results().find("sample.iterations").isPresent();
    }

    /** Whether weights were cut; where their number is hidden, some were. */
    private boolean isCut() {
        return survey.weighting().isTrimmed()
                && material.results()
                        .find("sample.n_trimmed")
                        .filter(trimmed -> !trimmed.isKnown() || trimmed.number() > 0)
                        .isPresent();
    }

    private void weighting() {
        pen.section("2.6");
        pen.text(material.text(material.sample().weighting()));
        if (material.sample().weighted()) {
            if (isFitted(material)) {
                margins();
                trimming();
            }
            if (isByUnits()) {
                pen.say("2.6.deff.units", "deff", figure("sample.deff_kish", 4));
            } else {
                pen.say("2.6.deff", "deff", figure("sample.deff_kish", 4), "neff", figure("sample.n_eff", 1));
            }
            if (material.sample().code().isProbability()) {
                pen.say(isFitted(material) ? "2.6.variance" : "2.6.variance.given");
            }
        }
        material.lonely().ifPresent(pen::text);
        own("2.6");
        if (material.profile().isFull()) {
            material.table("T2.6").ifPresent(this::weights);
            new SampleDrawings(material).weights().ifPresent(pen::add);
        }
    }

    /** Whether the effective sample is one of clusters or sessions, of which the sentence about the sample speaks. */
    private boolean isByUnits() {
        return material.results().find("sample.deff_design").isPresent();
    }

    /** The margins with source and date; weights of a file have none. */
    private void margins() {
        pen.bullets(survey.weighting().margins().stream()
                .map(margin -> speech.say(
                        "2.6.margin",
                        "variable",
                        material.label(margin.variable()),
                        "source",
                        margin.source(),
                        "date",
                        Dates.full(material.language(), margin.asOf())))
                .toList());
    }

    private void trimming() {
        Weighting weighting = survey.weighting();
        Result trimmed = material.results().get("sample.n_trimmed");
        if (!weighting.isTrimmed()) {
            pen.say("2.6.untrimmed");
            return;
        }
        pen.say(
                trimmed.isKnown() && trimmed.number() == 0 ? "2.6.trimmed_none" : "2.6.trimmed",
                "low",
                Printed.fixed(weighting.trimLow(), 1),
                "high",
                Printed.fixed(weighting.trimHigh(), 1),
                "n",
                trimmed.isKnown() ? Printed.whole(trimmed.number()) : speech.say("2.6.trimmed_some"),
                "error",
                Printed.fixed(
                        100
                                * material.results()
                                        .value("sample.max_margin_error")
                                        .asOptional()
                                        .orElse(0),
                        2));
    }

    private String figure(String key, int decimals) {
        Result result = material.results().get(key);
        return result.isKnown() ? Printed.fixed(result.number(), decimals) : speech.say("none");
    }

    private void weights(ResultTable table) {
        Grid grid = new Grid("T2.6", speech.say("t2.6.caption"))
                .words(speech.say("head.statistic"))
                .numbers(speech.say("head.value"));
        GroupCells figures = new GroupCells(material);
        for (int row = 0; row < table.rows().size(); row++) {
            String statistic = table.text(row, "statistic");
            grid.row(
                    Grid.text(speech.say("weight." + statistic)),
                    figures.of(table.entry(row, "value"), value -> printed(statistic, value), speech.say("none")));
        }
        String note = speech.say("t2.6.note");
        pen.add(grid.done(table.isWithheld() ? speech.join(List.of(note, speech.say("t2.6.hidden"))) : note));
        pen.add(material.source(table.key()));
    }

    private static String printed(String statistic, double value) {
        return switch (statistic) {
            case "n_eff" -> Printed.fixed(value, 1);
            case "ratio" -> Printed.fixed(value, 2);
            case "top_share" -> Printed.percent(value);
            default -> Printed.fixed(value, 4);
        };
    }

    private void own(String section) {
        pen.text(material.facts().text(section));
    }
}
