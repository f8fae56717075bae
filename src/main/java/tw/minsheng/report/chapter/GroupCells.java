package tw.minsheng.report.chapter;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** Fields of tables about groups of people: the figure, or the words that it is hidden; and the note that says so. */
final class GroupCells {

    private final Speech speech;
    private final int least;

    GroupCells(Material material) {
        this.speech = material.speech();
        this.least = material.survey().privacy().minCellSize();
    }

    /** A count. */
    Cell count(ResultTable.Entry entry) {
        return of(entry, value -> Printed.count(Math.round(value)), speech.say("none"));
    }

    /** An entry as it is printed; {@code none} where there could not be one. */
    Cell of(ResultTable.Entry entry, DoubleFunction<String> print, String none) {
        return entry.reason().isPresent() ? Grid.text(speech.say("hidden")) : Grid.of(entry, print, none);
    }

    /** The note, and when a figure of the tables is hidden, why. */
    String note(String note, Stream<ResultTable> tables) {
        if (tables.noneMatch(ResultTable::isWithheld)) {
            return note;
        }
        String hidden = speech.say("hidden.note", "cell", least);
        return note.isEmpty() ? hidden : speech.join(List.of(note, hidden));
    }
}
