package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.Refusal;
import tw.minsheng.report.CaseResults;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultBook;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;

/** From tallied cases to all results of a file. Days are calendar days: plain differences of the clock on the wall. */
public final class CaseAnalysis {

    /** Of intervals. */
    static final double LEVEL = .95;

    private CaseAnalysis() {}

    /**
     * @param program version of the program
     * @param source what the file is called
     * @param refusals the first refused rows, for the table of them
     * @param sha256 of the file, lower-case hex
     */
    public static CaseResults of(
            CaseTally tally,
            ImportSummary summary,
            List<Refusal> refusals,
            String program,
            String source,
            String sha256) {
        ResponseFigures response = ResponseFigures.of(tally, summary);
        List<Result> results = new ArrayList<>(CountFigures.of(tally, summary));
        results.addAll(response.results());
        OverdueControl control = OverdueControl.of(tally, summary);
        results.add(control.dispersion());
        List<ResultTable> tables = new ArrayList<>(CountTables.of(tally, summary));
        tables.addAll(response.tables());
        tables.add(control.table());
        tables.addAll(SurgeTables.of(tally, summary));
        tables.addAll(FileTables.of(summary, refusals));
        Results.Data data = new Results.Data(summary.rows(), summary.taken(), sha256);
        return new CaseResults(
                program, source, summary.first().day(), summary.last().at(), data, new ResultBook(results, tables));
    }
}
