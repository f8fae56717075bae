package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.Refusal;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;

/** What the file turned out to be: notes, unknown words, columns left out, refused rows. */
final class FileTables {

    private FileTables() {}

    static List<ResultTable> of(ImportSummary summary, List<Refusal> refusals) {
        List<List<Entry>> notes = new ArrayList<>();
        summary.notes()
                .forEach((note, noted) -> notes.add(
                        List.of(Entry.text(note.key()), Entry.count(noted.count()), Entry.count(noted.firstRow()))));
        List<List<Entry>> reasons = new ArrayList<>();
        summary.reasons().forEach((reason, n) -> reasons.add(List.of(Entry.text(reason.key()), Entry.count(n))));
        List<List<Entry>> unknown = new ArrayList<>();
        summary.unknown()
                .forEach((field, words) -> words.forEach((word, n) ->
                        unknown.add(List.of(Entry.text(field.id()), CountTables.word(word), Entry.count(n)))));
        List<List<Entry>> ignored = new ArrayList<>();
        summary.ignored().forEach((column, n) -> ignored.add(List.of(Entry.text(column), Entry.count(n))));
        List<List<Entry>> rows = refusals.stream()
                .map(each -> List.of(
                        Entry.count(each.row()),
                        Entry.text(each.column()),
                        Entry.text(each.value()),
                        Entry.text(each.reason().key())))
                .toList();
        return List.of(
                new ResultTable("notes", List.of("note", "n", "first_row"), notes),
                new ResultTable("refusal_reasons", List.of("reason", "n"), reasons),
                new ResultTable("unknown_values", List.of("field", "value", "n"), unknown),
                new ResultTable("ignored_columns", List.of("column", "empty"), ignored),
                new ResultTable("refused_rows", List.of("row", "column", "value", "reason"), rows));
    }
}
