package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tw.minsheng.chart.HeatData;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.document.Table;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Reasons;
import tw.minsheng.report.wording.Speech;

/** Whether types of cases go with a channel (PF1.4) or a time of the year (PF1.3). */
final class AssociationSection {

    private static final int ROWS = 10;
    private static final double CLEAR = 3;
    private static final double STRONG = 6;
    /** Where fewer are expected a residual is no measure. */
    private static final double LEAST_EXPECTED = 5;

    private static final double SIGNIFICANT = .05;

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;

    AssociationSection(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
    }

    void write() {
        boolean season = isTold("association.type_month.");
        boolean channel = isTold("association.type_channel.");
        if (!season && !channel) {
            return;
        }
        chapters.section("association");
        chapters.say("association.rule");
        if (season) {
            chapters.add(figure("PF1.3", "P1.6", "month"));
        }
        if (channel) {
            chapters.add(figure("PF1.4", "P1.5", "channel"));
        }
    }

    private boolean isTold(String object) {
        String table = object.contains("month") ? "P1.6" : "P1.5";
        return material.result(object + "cramers_v").isKnown()
                && !material.table(table).rows().isEmpty();
    }

    private Figure figure(String key, String from, String column) {
        ResultTable table = material.table(from);
        Set<String> columns = new LinkedHashSet<>();
        for (int row = 0; row < table.rows().size(); row++) {
            columns.add(table.text(row, column));
        }
        int width = columns.size();
        int shown = Math.min(ROWS, table.rows().size() / width);
        List<HeatData.Row> rows = new ArrayList<>();
        String small = key.toLowerCase(Locale.ROOT);
        Grid grid = new Grid(key + ".data", speech.say(small + ".caption")).words(speech.say("head.type"));
        columns.forEach(name -> grid.numbers(name(column, name)));
        for (int row = 0; row < shown; row++) {
            List<HeatData.Cell> cells = new ArrayList<>();
            List<Cell> numbers = new ArrayList<>(List.of(Grid.text(table.text(row * width, "type"))));
            for (int cell = row * width; cell < (row + 1) * width; cell++) {
                cells.add(new HeatData.Cell(Printed.count(table.count(cell, "n")), shade(table, cell)));
                numbers.add(Grid.count(table.count(cell, "n")));
            }
            rows.add(new HeatData.Row(table.text(row * width, "type"), cells));
            grid.row(numbers);
        }
        HeatData data = new HeatData(
                material.words(title(small, column), speech.say("association.subtitle"), note(column)),
                columns.stream().map(name -> name(column, name)).toList(),
                rows);
        Table numbers = grid.done("");
        return material.figure(
                key, speech.say(small + ".caption"), (charts, form) -> charts.heat(data, form), numbers, note(column));
    }

    private String name(String column, String word) {
        return column.equals("month") ? speech.say("month.of_year", "month", word) : word;
    }

    private Result result(String column, String statistic) {
        return material.result("association.type_" + column + "." + statistic);
    }

    private String title(String small, String column) {
        Result p = result(column, "p");
        boolean proved = p.isKnown() && p.number() < SIGNIFICANT;
        return speech.say(
                small + (proved ? ".title" : ".title.none"),
                "v",
                Printed.fixed(result(column, "cramers_v").number(), 3));
    }

    private String note(String column) {
        Result p = result(column, "p");
        return material.note(
                p.n(),
                speech.say(
                        "association.note",
                        "x2",
                        Printed.fixed(result(column, "x2").number(), 1),
                        "df",
                        Printed.degrees(result(column, "df").number()),
                        "p",
                        p.isKnown() ? Printed.p(p.number()) : Reasons.in(material.language(), p.value()),
                        "few",
                        Printed.count(Math.round(result(column, "few_expected").number())),
                        "cells",
                        Printed.count(Math.round(result(column, "cells").number())),
                        "key",
                        column.equals("month") ? "P1.6" : "P1.5"));
    }

    private static HeatData.Shade shade(ResultTable table, int cell) {
        double r = table.number(cell, "expected") < LEAST_EXPECTED
                ? 0
                : table.entry(cell, "residual").asNumber().orElse(0);
        if (StrictMath.abs(r) < CLEAR) {
            return HeatData.Shade.NONE;
        }
        if (r > 0) {
            return r < STRONG ? HeatData.Shade.ABOVE : HeatData.Shade.FAR_ABOVE;
        }
        return r > -STRONG ? HeatData.Shade.BELOW : HeatData.Shade.FAR_BELOW;
    }
}
