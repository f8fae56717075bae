package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.Refusal;
import tw.minsheng.report.CaseResults;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultBook;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;

/** From tallied cases to all results of a file, or of cases that are kept. */
public final class CaseAnalysis {

    /** Of intervals. */
    static final double LEVEL = .95;

    private CaseAnalysis() {}

    /**
     * Of cases that are kept.
     *
     * @param summary rows: with those left out, which count as refused; first: from which day on there is anything to tell; last:
     *     up to when the cases were watched
     * @param leftOut cases that do not count, by the key of their state
     * @param narrowed fields by which the cases were picked
     * @param residents district, as the cases name it → people who live there; empty when unknown
     * @param source which cases they are, for people
     * @throws Problem INVALID when the period has too many months, or there are too many words, for the tables
     */
    public static CaseResults stored(
            CaseTally tally,
            ImportSummary summary,
            Map<String, Long> leftOut,
            Set<CaseField> narrowed,
            Map<String, Long> residents,
            String program,
            String source) {
        Span span = Span.ofKept(summary);
        List<Result> before = new ArrayList<>(CountFigures.extended(tally));
        before.add(CountFigures.before(tally));
        return of(
                tally,
                span,
                before,
                summary,
                List.of(),
                leftOut,
                new Narrowed(narrowed),
                residents,
                program,
                source,
                "");
    }

    private static ResultTable leftOut(Map<String, Long> states) {
        List<List<ResultTable.Entry>> rows = new TreeMap<>(states)
                .entrySet().stream()
                        .map(each -> List.of(
                                ResultTable.Entry.text(each.getKey()), ResultTable.Entry.count(each.getValue())))
                        .toList();
        return new ResultTable("left_out", List.of("state", "n"), rows);
    }

    /**
     * @param program version of the program
     * @param source what the file is called
     * @param refusals the first refused rows, for the table of them
     * @param sha256 of the file, lower-case hex
     * @throws Problem INVALID when the period has too many months, or there are too many words, for the tables
     */
    public static CaseResults of(
            CaseTally tally,
            ImportSummary summary,
            List<Refusal> refusals,
            String program,
            String source,
            String sha256) {
        Span span = Span.ofFile(summary);
        return of(
                tally,
                span,
                List.of(),
                summary,
                refusals,
                Map.of(),
                Narrowed.TO_NOTHING,
                Map.of(),
                program,
                source,
                sha256);
    }

    private static CaseResults of(
            CaseTally tally,
            Span span,
            List<Result> more,
            ImportSummary summary,
            List<Refusal> refusals,
            Map<String, Long> leftOut,
            Narrowed narrowed,
            Map<String, Long> residents,
            String program,
            String source,
            String sha256) {
        Extent.check(tally, span);
        ResponseFigures response = ResponseFigures.of(tally, span);
        List<Result> results = new ArrayList<>(CountFigures.of(tally, summary));
        results.addAll(more);
        AssociationTables associated = AssociationTables.of(tally);
        results.addAll(associated.results());
        results.addAll(response.results());
        ResidentRates rates = ResidentRates.of(tally, residents);
        results.addAll(rates.results());
        OverdueControl control = OverdueControl.of(tally, span);
        results.add(control.dispersion());
        List<ResultTable> tables = new ArrayList<>(CountTables.of(tally, span, narrowed));
        tables.addAll(response.tables());
        tables.add(control.table());
        tables.addAll(narrowed.whole(associated.tables(tally)));
        tables.addAll(SurgeTables.of(tally, span, narrowed));
        tables.add(WaitingTable.of(tally));
        tables.addAll(narrowed.whole(ControlTables.of(tally, span)));
        tables.addAll(FileTables.of(summary, refusals));
        tables.add(leftOut(leftOut));
        tables.add(narrowed.told(rates.table(), CaseField.DISTRICT, tally.by(CaseField.DISTRICT)));
        boolean few = FewCases.isFew(tally.all().both());
        Results.Data data = new Results.Data(summary.rows(), summary.taken(), sha256);
        return new CaseResults(
                program,
                source,
                summary.first().day(),
                summary.last().at(),
                data,
                new ResultBook(results, few ? FewCases.unjudged(tables) : tables));
    }
}
