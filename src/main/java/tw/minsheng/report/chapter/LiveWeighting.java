package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.KeyFigures;
import tw.minsheng.document.Notice;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.analysis.WeightCheck;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Weighting;

/**
 * The live page 加權: what the weights do and who is over- and under-represented in words, what was looked at before, then the
 * sections of the report on both.
 */
final class LiveWeighting {

    private static final String MARGIN = "T2.5.";
    private static final int MOST_CATEGORIES = 3;
    private static final double DIFFERENT = .05;
    private static final double WORTH_SAYING = .1;

    private final Material material;
    private final List<WeightCheck> checks;
    private final boolean trial;
    private final Speech speech;

    /** @param trial whether these weights are not those of the report */
    LiveWeighting(Material material, List<WeightCheck> checks, boolean trial) {
        this.material = material;
        this.checks = checks;
        this.trial = trial;
        this.speech = material.speech();
    }

    List<Block> blocks() {
        if (material.results().head().data().used() == 0) {
            return List.of(Notice.information(speech.say("live.empty.title"), speech.say("live.empty")));
        }
        List<Block> blocks = new ArrayList<>();
        if (trial && isTelling()) {
            blocks.add(before());
            blocks.add(Notice.warning(
                    speech.say("weighing.telling.title"),
                    speech.say(
                            "weighing.telling",
                            "cell",
                            material.survey().privacy().minCellSize())));
            return blocks;
        }
        boolean blocked = checks.stream().anyMatch(check -> check.kind().blocks());
        if (blocked) {
            blocks.add(before());
        }
        blocks.add(notice("did", did()));
        blocks.add(notice("who", who()));
        if (material.sample().weighted()) {
            blocks.add(new KeyFigures(figures()));
        }
        if (!blocked) {
            blocks.add(before());
        }
        blocks.add(Notice.information(
                speech.say("summary.sample"), material.text(material.sample().sentence())));
        Pen pen = new Pen(speech);
        new WeightingSection(material, pen).write();
        blocks.addAll(pen.blocks());
        blocks.addAll(help());
        return blocks;
    }

    /** Whether trying one population after another would tell how many people a hidden group has. */
    private boolean isTelling() {
        return material.table("T2.6").filter(ResultTable::isWithheld).isPresent();
    }

    private Notice notice(String question, List<String> sentences) {
        return new Notice(
                Notice.Tone.INFORMATION,
                speech.say("weighing." + question),
                sentences.stream().map(Pen::paragraph).toList());
    }

    private List<KeyFigures.KeyFigure> figures() {
        List<KeyFigures.KeyFigure> figures = new ArrayList<>();
        double deff = material.results().get("sample.deff_kish").number();
        figures.add(new KeyFigures.KeyFigure(
                speech.say("weighing.key.effective"),
                Printed.count(effective(deff)),
                speech.say("weighing.key.effective.of", "n", Printed.count(material.used()))));
        figures.add(new KeyFigures.KeyFigure(
                speech.say("weight.deff_kish"), Printed.fixed(deff, 2), speech.say("weighing.key.deff")));
        statistic("max")
                .ifPresent(greatest -> figures.add(new KeyFigures.KeyFigure(
                        speech.say("weighing.key.span"),
                        statistic("min").map(least -> Printed.fixed(least, 2)).orElse(speech.say("none")) + "–"
                                + Printed.fixed(greatest, 2),
                        speech.say("weighing.key.span.mean"))));
        material.results()
                .find("sample.iterations")
                .ifPresent(cycles -> figures.add(new KeyFigures.KeyFigure(
                        speech.say("weighing.key.cycles"),
                        Printed.whole(cycles.number()),
                        speech.say("weighing.key.cycles.end"))));
        return figures;
    }

    /** As many answers without weights would be as precise. */
    private long effective(double deff) {
        return Math.round(material.used() / deff);
    }

    /** A row of T2.6; empty where it is hidden or there is none. */
    private Optional<Double> statistic(String name) {
        return material.table("T2.6")
                .flatMap(table -> IntStream.range(0, table.rows().size())
                        .filter(row -> table.text(row, "statistic").equals(name))
                        .mapToObj(row -> table.entry(row, "value").asNumber())
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .findFirst());
    }

    /** What was looked at before anything was computed. */
    private Notice before() {
        boolean blocked = checks.stream().anyMatch(check -> check.kind().blocks());
        List<String> words = checks.stream()
                .sorted(Comparator.comparing(check -> !check.kind().blocks()))
                .map(this::said)
                .toList();
        String none =
                material.survey().weighting().margins().isEmpty() ? "weighing.before.nothing" : "weighing.before.good";
        return new Notice(
                blocked ? Notice.Tone.WARNING : Notice.Tone.INFORMATION,
                speech.say(blocked ? "weighing.before.blocked" : "weighing.before"),
                (words.isEmpty() ? List.of(speech.say(none)) : words)
                        .stream().map(Pen::paragraph).toList());
    }

    private String said(WeightCheck check) {
        Optional<Population> population = population(check.variable());
        return speech.say(
                "weighing.check." + check.kind().name().toLowerCase(Locale.ROOT),
                "variable",
                material.label(check.variable()),
                "category",
                material.valueLabel(check.variable(), check.category()),
                "code",
                check.category(),
                "n",
                Printed.count(check.n()),
                "population",
                Printed.count(check.population()),
                "file",
                population.map(Population::file).orElse(""),
                "than",
                material.label(check.than()),
                "other",
                Printed.count(check.other()));
    }

    private Optional<Population> population(String variable) {
        return material.survey().populations().stream()
                .filter(margin -> margin.variable().equals(variable))
                .map(Weighting.Margin::population)
                .findFirst();
    }

    /** 權數做了什麼？ */
    private List<String> did() {
        List<String> said = new ArrayList<>();
        if (!material.sample().weighted()) {
            said.add(material.text(material.sample().weighting()));
            said.add(speech.say("weighing.did.nothing"));
            return said;
        }
        countsFor().ifPresent(said::add);
        Result deff = material.results().get("sample.deff_kish");
        said.add(speech.say(
                "weighing.did.effective",
                "n",
                Printed.count(material.used()),
                "deff",
                Printed.fixed(deff.number(), 2),
                "neff",
                Printed.count(effective(deff.number())),
                "lost",
                Printed.count(material.used() - effective(deff.number()))));
        deff.warnings().forEach(warning -> said.add(speech.say("weighing.warned." + warning.code())));
        overall().ifPresent(said::add);
        statistic("max").ifPresent(greatest -> said.add(extremes(greatest)));
        said.add(material.text(material.sample().weighting()));
        return said;
    }

    /** As how many one answer of a category counts, on the average. */
    private record Counted(String variable, String label, double times) {}

    /** Of the categories whose answers count for most and for least. */
    private Optional<String> countsFor() {
        List<Counted> all = margins().stream().flatMap(this::counted).toList();
        Optional<Counted> most = all.stream().max(Comparator.comparingDouble(Counted::times));
        Optional<Counted> least = all.stream().min(Comparator.comparingDouble(Counted::times));
        return most.filter(one -> one.times() - least.orElse(one).times() >= WORTH_SAYING)
                .map(one -> speech.say(
                        "weighing.did.counts",
                        "variable",
                        one.variable(),
                        "most",
                        one.label(),
                        "more",
                        Printed.fixed(one.times(), 1),
                        "other",
                        least.orElse(one).variable(),
                        "least",
                        least.orElse(one).label(),
                        "less",
                        Printed.fixed(least.orElse(one).times(), 1)));
    }

    private Stream<Counted> counted(ResultTable table) {
        String variable = table.key().substring(MARGIN.length());
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.entry(row, "share").asNumber().orElse(0) > 0)
                .filter(row -> table.entry(row, "share_weighted").asNumber().isPresent())
                .mapToObj(row -> new Counted(
                        material.label(variable),
                        material.valueLabel(variable, table.text(row, "code")),
                        table.number(row, "share_weighted") / table.number(row, "share")));
    }

    private String extremes(double greatest) {
        return speech.say(
                "weighing.did.extremes",
                "min",
                statistic("min").map(least -> Printed.fixed(least, 2)).orElse(speech.say("none")),
                "max",
                Printed.fixed(greatest, 2),
                "ratio",
                statistic("ratio").map(ratio -> Printed.fixed(ratio, 1)).orElse(speech.say("none")),
                "share",
                statistic("top_share").map(Printed::percent).orElse(speech.say("none")));
    }

    private Optional<String> overall() {
        Optional<Result> after = material.results().find("overall.t2b").filter(Result::isKnown);
        Optional<Result> plain =
                material.results().find("overall.t2b.unweighted").filter(Result::isKnown);
        if (after.isEmpty() || plain.isEmpty()) {
            return Optional.empty();
        }
        double change = after.orElseThrow().number() - plain.orElseThrow().number();
        return Optional.of(speech.say(
                "weighing.did.overall",
                "before",
                Printed.percent(plain.orElseThrow().number()),
                "after",
                Printed.percent(after.orElseThrow().number()),
                "change",
                Printed.points(change)));
    }

    /** 誰多誰少？ */
    private List<String> who() {
        List<ResultTable> margins = margins();
        if (margins.isEmpty()) {
            return List.of(speech.say("weighing.who.unknown"));
        }
        return margins.stream().map(this::who).toList();
    }

    private List<ResultTable> margins() {
        return material.results().tables().stream()
                .filter(table -> table.key().startsWith(MARGIN))
                .toList();
    }

    /** One of two categories that the sample has too many or too few of. */
    private record Off(String label, double points, double sample, double population) {}

    private String who(ResultTable table) {
        String variable = table.key().substring(MARGIN.length());
        String name = material.label(variable);
        boolean drawn = table.columns().contains("share_drawn");
        String kind = drawn ? ".drawn" : "";
        Result p = material.results().get("margin." + variable + ".p");
        if (!drawn && p.isKnown() && p.number() >= DIFFERENT) {
            return speech.say("weighing.who.alike", "variable", name, "table", mention(table));
        }
        List<Off> shown = IntStream.range(0, table.rows().size())
                .filter(row -> table.entry(row, "difference").asNumber().isPresent())
                .mapToObj(row -> new Off(
                        material.valueLabel(variable, table.text(row, "code")),
                        table.number(row, drawn ? "difference_drawn" : "difference"),
                        table.number(row, drawn ? "share_drawn" : "share"),
                        table.number(row, "population_share")))
                .filter(off -> Math.abs(off.points()) >= .0005)
                .toList();
        if (shown.isEmpty()) {
            return speech.say(
                    drawn && !table.isWithheld() ? "weighing.who.restored" : "weighing.who.hidden",
                    "variable",
                    name,
                    "table",
                    mention(table));
        }
        List<String> parts = new ArrayList<>();
        parts.add(speech.say("weighing.who.of" + kind, "variable", name));
        side("many", kind, shown.stream().filter(off -> off.points() > 0).toList())
                .ifPresent(parts::add);
        side("few", kind, shown.stream().filter(off -> off.points() < 0).toList())
                .ifPresent(parts::add);
        parts.add(speech.say(after(variable), "table", mention(table)));
        return String.join("", parts);
    }

    private static String mention(ResultTable table) {
        return "[[" + table.key() + "]]";
    }

    private Optional<String> side(String which, String kind, List<Off> categories) {
        List<String> named = categories.stream()
                .sorted(Comparator.comparingDouble((Off off) -> -Math.abs(off.points())))
                .limit(MOST_CATEGORIES)
                .map(off -> speech.say(
                        "weighing.who.category" + kind,
                        "label",
                        off.label(),
                        "sample",
                        Printed.percent(off.sample()),
                        "population",
                        Printed.percent(off.population())))
                .toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(speech.say("weighing.who." + which + kind, "categories", speech.list(named)));
    }

    private String after(String variable) {
        if (!material.sample().weighted()) {
            return "weighing.who.unweighted";
        }
        boolean used = WeightingSection.isFitted(material)
                && material.survey().weighting().margins().stream()
                        .anyMatch(margin -> margin.variable().equals(variable));
        if (!used) {
            return "weighing.who.unused";
        }
        boolean untouched = material.results()
                .find("sample.n_trimmed")
                .filter(Result::isKnown)
                .filter(trimmed -> trimmed.number() == 0)
                .isPresent();
        return untouched ? "weighing.who.used" : "weighing.who.trimmed";
    }

    /** How to read it; it has the name of the appendix of methods, to which the tables point. */
    private List<Block> help() {
        Pen pen = new Pen(speech);
        pen.heading(2, "appendixC", speech.say("compare.help.title"));
        List.of("raking", "cell", "linear", "logit", "trim", "effective", "not")
                .forEach(key -> pen.say("weighing.help." + key));
        return pen.blocks();
    }
}
