package tw.minsheng.report.chapter;

import java.time.LocalDate;
import java.util.Optional;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Dates;

/** The days of the fieldwork: those of the answers where they are known, else those of the facts. */
final class Period {

    private Period() {}

    static Optional<Facts.Fieldwork> days(Material material) {
        Optional<ResultTable> days =
                material.table("F1.1").filter(table -> !table.rows().isEmpty());
        if (days.isPresent()) {
            ResultTable table = days.orElseThrow();
            return Optional.of(new Facts.Fieldwork(
                    LocalDate.parse(table.text(0, "date")),
                    LocalDate.parse(table.text(table.rows().size() - 1, "date"))));
        }
        return Optional.of(material.facts().fieldwork()).filter(Facts.Fieldwork::isGiven);
    }

    static String of(Material material) {
        return days(material)
                .map(days -> Dates.span(material.language(), days.from(), days.to()))
                .orElseGet(() -> material.speech().say("not_stated"));
    }
}
