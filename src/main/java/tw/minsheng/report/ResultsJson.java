package tw.minsheng.report;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/** Writes {@code results.json}, format {@code minsheng-results/1}: the same results give the same bytes. */
public final class ResultsJson {

    private static final String FORMAT = "minsheng-results/1";

    private final JsonWriter json;

    private ResultsJson(JsonWriter json) {
        this.json = json;
    }

    /** Writes the results of a survey; the stream is flushed and stays open. */
    public static void write(Results results, OutputStream out) {
        JsonWriter json = new JsonWriter(out);
        new ResultsJson(json).all(results);
        json.flush();
    }

    /** Writes the results of cases; the stream is flushed and stays open. */
    public static void write(CaseResults results, OutputStream out) {
        JsonWriter json = new JsonWriter(out);
        new ResultsJson(json).all(results);
        json.flush();
    }

    private void all(CaseResults results) {
        json.startObject()
                .field("format", FORMAT)
                .field("program", results.program())
                .name("petitions")
                .startObject()
                .field("source", results.source())
                .field("from", results.from().toString())
                .field("until", results.until().toString())
                .end();
        data(results.data());
        book(results.book());
        json.end();
    }

    private void all(Results results) {
        Results.Head head = results.head();
        json.startObject()
                .field("format", FORMAT)
                .field("program", head.program())
                .name("survey")
                .startObject()
                .field("id", head.survey().id())
                .field("version", head.survey().version())
                .field("hash", head.survey().hash())
                .end()
                .field("wave", head.wave());
        data(head.data());
        sample("sample", head.sample());
        head.open().forEach(open -> sample("sample_open", open));
        book(results.book());
        json.end();
    }

    private void data(Results.Data data) {
        json.name("data")
                .startObject()
                .field("rows", data.rows())
                .field("used", data.used())
                .field("sha256", data.sha256())
                .end();
    }

    private void book(ResultBook book) {
        json.name("results").startArray();
        book.all().forEach(this::result);
        json.end().name("tables").startArray();
        book.tables().forEach(this::table);
        json.end();
    }

    private void sample(String name, SampleStatement sample) {
        json.name(name)
                .startObject()
                .field("design", sample.design())
                .field("weighted", sample.weighted())
                .field("code", sample.code().name());
        json.name("codes").startArray();
        for (SampleCode code : sample.codes()) {
            json.text(code.name());
        }
        json.end()
                .field("sentence", sample.sentence().in(Language.ZH_TW))
                .field("sentence_en", sample.sentence().in(Language.EN))
                .end();
    }

    private void result(Result result) {
        json.startObject().field("key", result.key()).name("value");
        value(result.value());
        text("reason", result.reason().map(reason -> reason.key()).orElse(""));
        if (!result.value().reasonArgs().isEmpty()) {
            json.name("reason_args");
            map(result.value().reasonArgs());
        }
        Basis basis = result.basis();
        json.field("n", basis.n()).field("n_rows", basis.rows());
        if (basis.items() > 0) {
            json.field("k", (long) basis.items());
        }
        json.name("ci");
        result.interval().ifPresentOrElse(this::interval, json::nothing);
        result.uncertainty().reason().ifPresent(reason -> json.field("ci_reason", reason.key()));
        json.field("method", basis.method()).field("weighted", basis.weighted());
        text(
                "missing",
                basis.missing() == MissingRule.NONE ? "" : basis.missing().key());
        text("filter", result.filter());
        result.seed().ifPresent(seed -> json.field("seed", seed));
        warnings(result.warnings());
        json.end();
    }

    private void interval(Interval interval) {
        json.startObject().field("method", interval.method()).field("level", interval.level());
        json.name("lower");
        value(interval.lower());
        json.name("upper");
        value(interval.upper());
        json.end();
    }

    private void warnings(List<Warning> warnings) {
        json.name("warnings").startArray();
        for (Warning warning : warnings) {
            json.startObject().field("code", warning.code().toLowerCase(Locale.ROOT));
            warning.args().forEach(json::field);
            json.end();
        }
        json.end();
    }

    private void table(ResultTable table) {
        json.startObject().field("key", table.key()).name("columns").startArray();
        table.columns().forEach(json::text);
        json.end().name("rows").startArray();
        for (List<ResultTable.Entry> row : table.rows()) {
            json.startArray();
            row.forEach(entry -> entry.to(json));
            json.end();
        }
        json.end();
        if (table.isWithheld()) {
            withheld(table);
        }
        json.end();
    }

    /** Which of the nulls are figures that must not be seen, and why; a table without any has no such list. */
    private void withheld(ResultTable table) {
        json.name("withheld").startArray();
        for (int row = 0; row < table.rows().size(); row++) {
            for (String column : table.columns()) {
                for (Reason reason : table.entry(row, column).reason().stream().toList()) {
                    json.startObject()
                            .field("row", (long) row)
                            .field("column", column)
                            .field("reason", reason.key())
                            .end();
                }
            }
        }
        json.end();
    }

    private void value(Value value) {
        if (value.isKnown()) {
            json.number(value.number());
        } else {
            json.nothing();
        }
    }

    /** A text, or null for "". */
    private void text(String name, String text) {
        json.name(name);
        if (text.isEmpty()) {
            json.nothing();
        } else {
            json.text(text);
        }
    }

    private void map(Map<String, String> map) {
        json.startObject();
        map.forEach(json::field);
        json.end();
    }
}
