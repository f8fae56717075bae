package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 3.7 波次趨勢: every wave with its difference from the one before; up and down are said only of what is significant. */
final class WaveSection {

    private static final double ALPHA = .05;
    private static final double HUNDRED = 100;
    private static final String OVERALL = "overall.t2b";
    private static final String CONSTRUCT = "construct.";
    private static final int LAST_TWO = 2;

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    WaveSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    private Optional<ResultTable> table() {
        return material.table("T3.7").filter(table -> !table.rows().isEmpty());
    }

    /** Nothing where this is the only wave. */
    List<Block> blocks() {
        table().ifPresent(table -> {
            pen.section("3.7");
            pen.say(material.isNonprobability() ? "3.7.text.nonprobability" : "3.7.text");
            independent(table);
            pen.text(material.facts().text("3.7"));
            pen.bullets(found());
            if (table.text(0, "object").equals(OVERALL) && material.profile().isFull()) {
                WaveDrawing drawing = new WaveDrawing(material, table, OVERALL);
                pen.say(drawing.order());
                pen.add(drawing.figure(found().isEmpty() ? speech.say("f3.7.caption") : found().get(0)));
            }
            table(table);
            pen.add(material.source("T3.7"));
        });
        return pen.blocks();
    }

    /** Answers carry nobody's name, so whoever answers in two waves is not known to; said where anything is tested. */
    private void independent(ResultTable table) {
        boolean tested = IntStream.range(0, table.rows().size())
                .anyMatch(row -> table.entry(row, "p").asNumber().isPresent());
        if (tested) {
            pen.say("3.7.independent");
            if (!material.survey().retestCode().isEmpty()) {
                pen.say("3.7.independent.retest");
            }
        }
    }

    /** How this wave differs from the one before: overall first; none where there is no other wave. */
    List<String> found() {
        return table().map(this::sentences).orElseGet(List::of);
    }

    /** The short answer to whether it is better than before; none where nothing was tested. */
    Optional<String> verdict() {
        return table().flatMap(table -> {
            List<Integer> tested = of(table, material.results().head().wave()).stream()
                    .filter(row -> table.entry(row, "p_adj").asNumber().isPresent())
                    .toList();
            long up = tested.stream()
                    .filter(row -> isSignificant(table, row) && table.number(row, "difference") > 0)
                    .count();
            long down = tested.stream()
                    .filter(row -> isSignificant(table, row) && table.number(row, "difference") < 0)
                    .count();
            long open = tested.size() - up - down;
            return tested.isEmpty()
                    ? Optional.empty()
                    : Optional.of(speech.say(
                            "3.7.verdict." + (up + down == 0 ? "none" : open == 0 ? "all" : "some"),
                            "k",
                            tested.size(),
                            "up",
                            up,
                            "down",
                            down,
                            "open",
                            open));
        });
    }

    private List<String> sentences(ResultTable table) {
        String wave = material.results().head().wave();
        List<String> said = new ArrayList<>();
        List<String> still = new ArrayList<>();
        for (int row : of(table, wave)) {
            boolean known = table.entry(row, "difference").asNumber().isPresent();
            if (!known) {
                said.add(speech.say(
                        broken(table, row, "3.7.broken"),
                        "label",
                        label(table, row),
                        "before",
                        table.text(row, "before")));
            } else if (table.text(row, "object").equals(OVERALL) || isSignificant(table, row)) {
                said.add(sentence(table, row));
            } else {
                still.add(speech.quoted(label(table, row)));
            }
        }
        if (!still.isEmpty()) {
            boolean tested = of(table, wave).stream()
                    .anyMatch(row -> table.entry(row, "p_adj").asNumber().isPresent());
            said.add(speech.say(tested ? "3.7.still" : "3.7.untested", "labels", speech.list(still)));
        }
        of(table, wave).stream()
                .filter(row -> table.text(row, "break").equals("mode"))
                .findFirst()
                .ifPresent(row -> said.add(speech.say("3.7.mode", "before", table.text(row, "before"))));
        return said;
    }

    /** The words for why two waves are not compared. */
    private static String broken(ResultTable table, int row, String key) {
        String why = table.text(row, "break");
        return key + "." + (why.isEmpty() ? "data" : why);
    }

    private static List<Integer> of(ResultTable table, String wave) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.text(row, "wave").equals(wave))
                .boxed()
                .toList();
    }

    private static boolean isSignificant(ResultTable table, int row) {
        return table.entry(row, "p_adj").asNumber().isPresent() && table.number(row, "p_adj") < ALPHA;
    }

    private String sentence(ResultTable table, int row) {
        double difference = table.number(row, "difference");
        boolean share = table.text(row, "object").equals(OVERALL);
        boolean tested = table.entry(row, "p_adj").asNumber().isPresent();
        String key = !tested
                ? "3.7.plain"
                : !isSignificant(table, row) ? "3.7.same" : difference > 0 ? "3.7.up" : "3.7.down";
        double size = Math.abs(difference);
        return speech.say(
                key,
                "label",
                label(table, row),
                "now",
                value(table, row, table.number(row, "value")),
                "before",
                table.text(row, "before"),
                "then",
                value(table, row, table.number(row, "value") - difference),
                "size",
                speech.say(share ? "3.7.points" : "3.7.score", "size", Printed.fixed(share ? size * HUNDRED : size, 1)),
                "t",
                tested ? Printed.fixed(table.number(row, "t"), 2) : "",
                "df",
                tested ? Printed.degrees(table.number(row, "df")) : "",
                "p",
                tested ? Printed.pWithSign(table.number(row, "p_adj")) : "");
    }

    private static String value(ResultTable table, int row, double value) {
        return table.text(row, "object").equals(OVERALL) ? Printed.percent(value) : Printed.score(value);
    }

    private String label(ResultTable table, int row) {
        String object = table.text(row, "object");
        return object.equals(OVERALL)
                ? speech.say("3.7.overall")
                : material.construct(object.substring(CONSTRUCT.length(), object.lastIndexOf('.')));
    }

    private void table(ResultTable table) {
        Grid grid = new Grid("T3.7", speech.say("t3.7.caption"))
                .words(speech.say("head.wave"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.value"));
        boolean intervals = IntStream.range(0, table.rows().size()).anyMatch(row -> hasInterval(table, row));
        if (intervals) {
            grid.numbers(speech.say("head.interval", "level", material.level()));
        }
        grid.numbers(speech.say("head.difference"))
                .numbers("t")
                .numbers(speech.say("head.df"))
                .numbers("p")
                .numbers(speech.say("head.p_adj"));
        List<String> waves = IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.text(row, "wave"))
                .distinct()
                .toList();
        List<String> shown =
                material.profile().isFull() ? waves : waves.subList(Math.max(0, waves.size() - LAST_TWO), waves.size());
        String object = "";
        for (int row = 0; row < table.rows().size(); row++) {
            if (!shown.contains(table.text(row, "wave"))) {
                continue;
            }
            if (!table.text(row, "object").equals(object)) {
                object = table.text(row, "object");
                grid.group(label(table, row));
            }
            boolean share = object.equals(OVERALL);
            List<Cell> cells = new ArrayList<>(List.of(
                    Grid.text(table.text(row, "wave")),
                    Grid.count(table.count(row, "n")),
                    Grid.of(table.entry(row, "value"), share ? Printed::percent : Printed::score, speech.say("none"))));
            if (intervals) {
                cells.add(Grid.text(interval(table, row, share)));
            }
            cells.add(difference(table, row, share));
            cells.add(number(table, row, "t", value -> Printed.fixed(value, 2)));
            cells.add(number(table, row, "df", Printed::degrees));
            cells.add(number(table, row, "p", Printed::p));
            cells.add(number(table, row, "p_adj", Printed::p));
            grid.row(cells);
        }
        pen.add(grid.done(speech.say(material.sample().weighted() ? "t3.7.note.weighted" : "t3.7.note")));
    }

    private static boolean hasInterval(ResultTable table, int row) {
        return table.entry(row, "lower").asNumber().isPresent();
    }

    private String interval(ResultTable table, int row, boolean share) {
        if (!hasInterval(table, row)) {
            return speech.say("none.said");
        }
        DoubleFunction<String> print = share ? Printed::percentNumber : Printed::score;
        return print.apply(table.number(row, "lower")) + "–" + print.apply(table.number(row, "upper"));
    }

    private Cell difference(ResultTable table, int row, boolean share) {
        if (table.text(row, "comparable").equals("no")) {
            return Grid.text(speech.say(broken(table, row, "3.7.break")));
        }
        return number(table, row, "difference", value -> {
            String text = Printed.fixed(share ? value * HUNDRED : value, 1);
            return value > 0 ? "+" + text : text;
        });
    }

    private Cell number(ResultTable table, int row, String column, DoubleFunction<String> print) {
        return Grid.of(table.entry(row, column), print, speech.say("none.said"));
    }
}
