package tw.minsheng.report.petition;

import java.util.function.DoubleFunction;
import tw.minsheng.chart.Charts;
import tw.minsheng.chart.Words;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.document.Table;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;
import tw.minsheng.report.CaseOrigins;
import tw.minsheng.report.CaseResults;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Figures;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Reasons;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Reason;

/** What a report on petitions is written from. */
public record CaseMaterial(CaseResults results, CaseOrigins origins, Language language, Charts charts) {

    private static final Texts TEXTS = Texts.of(CaseMaterial.class);

    /** The words of this room in the report's language; of cases that are kept some differ from those of a file. */
    Speech speech() {
        return new Speech(language, TEXTS).preferring(origins.stored() ? ".stored" : "");
    }

    /** A result table that must be there. */
    ResultTable table(String key) {
        return results.book().table(key).orElseThrow(() -> new IllegalArgumentException("no table " + key));
    }

    Result result(String key) {
        return results.book().get(key);
    }

    /** How long cases took: calendar days in a file, working days of cases that are kept. */
    Result time(String what) {
        return result("response." + what + "_" + unit());
    }

    /** The column of medians. */
    String median() {
        return "median_" + unit();
    }

    private String unit() {
        return origins.stored() ? "working_days" : "days";
    }

    long count(String key) {
        return Math.round(result(key).number());
    }

    /** Whether any row of a table has a word in this column. */
    boolean knows(String key, String column) {
        ResultTable table = table(key);
        for (int row = 0; row < table.rows().size(); row++) {
            if (!table.text(row, column).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file has due times that can be judged. */
    boolean hasDue() {
        return result("due.on_time_share").isKnown();
    }

    /** The word in a field, or the word for none. */
    String word(ResultTable table, int row, String column) {
        String word = table.text(row, column);
        return word.isEmpty() ? speech().say("unknown") : word;
    }

    String period() {
        return Dates.span(language, results.from(), results.until().toLocalDate());
    }

    /** Days with one decimal; the reason where there are none. */
    String days(Result result) {
        return result.isKnown() ? Printed.fixed(result.number(), 1) : reason(result);
    }

    /** A share in percent; the reason where there is none. */
    String share(Result result) {
        return result.isKnown() ? Printed.percent(result.number()) : reason(result);
    }

    private String reason(Result result) {
        return isWithheld(result) ? speech().say("few_cases") : Reasons.in(language, result.value());
    }

    /** Whether there is a number and it must not be seen, because it is of few cases. */
    boolean isWithheld(Result result) {
        return result.reason().filter(Reason.SMALL_CELL::equals).isPresent();
    }

    /** Whether the count of this row must not be seen. */
    static boolean isWithheld(ResultTable table, int row) {
        return table.entry(row, "n").reason().isPresent();
    }

    /** An entry as it is printed; a word where it is withheld. */
    Cell cell(ResultTable.Entry entry, DoubleFunction<String> print) {
        return Grid.of(entry, print, speech().say(entry.reason().isPresent() ? "withheld" : "none"));
    }

    /** A count as it is printed; a word where it is withheld. */
    Cell count(ResultTable table, int row, String column) {
        return cell(table.entry(row, column), n -> Printed.count(Math.round(n)));
    }

    /** The limits of an interval of a share, "" where there is none. */
    String shareLimits(Result result) {
        return result.interval()
                .map(known -> speech().say(
                                "interval",
                                "low",
                                Printed.percentNumber(Math.max(0, known.lower().number())),
                                "high",
                                Printed.percentNumber(Math.min(1, known.upper().number()))))
                .orElse("");
    }

    String dayLimits(Result result) {
        return result.interval()
                .map(known -> speech().say(
                                "interval",
                                "low",
                                Printed.fixed(known.lower().number(), 1),
                                "high",
                                Printed.fixed(known.upper().number(), 1)))
                .orElse("");
    }

    /** Source, period, n and what a figure adds: what stands under every table and figure. */
    String note(long n, String more) {
        return speech().say(
                        "note", "source", results.source(), "period", period(), "n", Printed.count(n), "more", more);
    }

    Words words(String title, String subtitle, String note) {
        return new Words(title, subtitle, note, title, speech().say("none"));
    }

    Figure figure(String key, String caption, Figures.Drawn drawn, Table data, String note) {
        return new Figures(charts, origins.tables()).figure(key, caption, drawn, data, note);
    }
}
