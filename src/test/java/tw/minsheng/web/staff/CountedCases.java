package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;

/** Counts what it is told to count, and remembers for which cases it was asked. */
final class CountedCases implements CaseReports {

    final AtomicLong cases = new AtomicLong(12);
    final CountedThemes themes = new CountedThemes();
    private final AtomicReference<@Nullable Selection> asked = new AtomicReference<>();
    private final AtomicReference<String> districts = new AtomicReference<>("");
    private final AtomicReference<String> units = new AtomicReference<>("");
    private final AtomicReference<String> named = new AtomicReference<>("");

    Selection asked() {
        Selection last = asked.get();
        if (last == null) {
            throw new IllegalStateException("nobody has asked yet");
        }
        return last;
    }

    /** What the page calls the type, unit and state of the sample case. */
    String named() {
        return named.get();
    }

    /** What the page calls units of one name in two agencies. */
    String units() {
        return units.get();
    }

    /** What the page calls two districts of a file. */
    String districts() {
        return districts.get();
    }

    @Override
    public CaseThemes themes() {
        return themes;
    }

    @Override
    public Future<Live> live(Selection selection, Names names) {
        asked.set(selection);
        districts.set(names.of(CaseLedger.Keeper.IMPORTED, "", CaseField.DISTRICT, "苓雅區") + " / "
                + names.of(CaseLedger.Keeper.IMPORTED, "", CaseField.DISTRICT, "nowhere"));
        named.set(names.of(CaseLedger.Keeper.OWN, "", CaseField.TYPE, "road") + " "
                + names.of(CaseLedger.Keeper.OWN, "kcg-pwb", CaseField.UNIT, "kcg-pwb-road") + " "
                + names.of(CaseLedger.Keeper.OWN, "", CaseField.STATUS, "in_progress") + " "
                + names.of(CaseLedger.Keeper.OWN, "", CaseField.CHANNEL, "phone"));
        units.set(names.of(CaseLedger.Keeper.IMPORTED, "kcg-pwb", CaseField.UNIT, "第一科") + " "
                + names.of(CaseLedger.Keeper.IMPORTED, "kcg", CaseField.UNIT, "第一科"));
        long n = cases.get();
        return Future.succeededFuture(new Live(
                Instant.parse("2026-11-20T02:00:00Z"),
                n,
                n < LEAST ? "" : "<p id=\"made\">curve</p>",
                Map.of(CaseField.TYPE, List.of(new Counted("道路 & 側溝", 8), new Counted("路燈", 3), new Counted("", 1))),
                List.of("by_type")));
    }

    @Override
    public Future<Buffer> pdf(Selection selection, Names names) {
        asked.set(selection);
        return Future.succeededFuture(Buffer.buffer("%PDF-1.7"));
    }

    @Override
    public Future<Buffer> resultsJson(Selection selection, Names names) {
        asked.set(selection);
        return Future.succeededFuture(Buffer.buffer("{\"format\":\"minsheng-results/1\"}"));
    }

    @Override
    public Future<Buffer> table(Selection selection, Names names, String key) {
        asked.set(selection);
        return key.equals("by_type")
                ? Future.succeededFuture(Buffer.buffer("value,n\r\n"))
                : Future.failedFuture(Problem.notFound("table", key));
    }
}
