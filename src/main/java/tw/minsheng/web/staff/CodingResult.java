package tw.minsheng.web.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.panel.coding.Coded;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.expert.CodingTables;
import tw.minsheng.report.wording.Printed;

/** Puts the agreement of coders into the words of a page. */
final class CodingResult {

    private static final String NONE = "—";

    private CodingResult() {}

    static CodingViews.Result of(StaffRequest request, Coded coded) {
        Words words = request.words();
        CodingRound round = coded.round();
        boolean blind = coded.isBlind(request.account().name());
        CodingTables tables = CodingTables.of(round, blind ? List.of() : coded.codes());
        return new CodingViews.Result(
                CodingPages.PATH + "/" + round.id(),
                round.name(),
                words.say(
                        "coding.how",
                        Map.of(
                                "n", words.number(round.cases().size()),
                                "population", words.number(round.population()),
                                "from", words.day(round.from()),
                                "until", words.day(round.until()),
                                "seed", round.seed(),
                                "who", round.actor(),
                                "at", words.moment(round.at()))),
                blind ? words.say("coding.blind") : "",
                pairs(words, tables.pairs()),
                fleiss(words, tables.fleiss()),
                round.coders(),
                lines(tables.themes(), "theme", false),
                lines(tables.differing(), "case", true));
    }

    private static String cell(ResultTable table, int row, String column, Function<Double, String> print) {
        ResultTable.Entry entry = table.entry(row, column);
        return entry.reason().isPresent() || entry.asNumber().isEmpty()
                ? NONE
                : print.apply(entry.asNumber().getAsDouble());
    }

    private static List<CodingViews.Line> pairs(Words words, ResultTable table) {
        List<CodingViews.Line> lines = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            String interval = table.entry(row, "lower").asNumber().isEmpty()
                    ? NONE
                    : cell(table, row, "lower", Printed::coefficient) + "–"
                            + cell(table, row, "upper", Printed::coefficient);
            String reading = table.text(row, "reading");
            lines.add(new CodingViews.Line(
                    table.text(row, "coder_1") + " – " + table.text(row, "coder_2"),
                    "",
                    List.of(
                            words.number(table.count(row, "n")),
                            cell(table, row, "percent_agreement", Printed::percent),
                            cell(table, row, "cohen_kappa", Printed::coefficient),
                            cell(table, row, "variance", variance -> Printed.fixed(variance, 5)),
                            interval,
                            reading.isEmpty() ? NONE : words.say("coding.reading." + reading))));
        }
        return lines;
    }

    /** Number of coders, number of cases, κ and its word; nothing for two coders. */
    private static List<String> fleiss(Words words, ResultTable table) {
        if (table.rows().isEmpty()) {
            return List.of();
        }
        String reading = table.text(0, "reading");
        return List.of(
                words.number(table.count(0, "coders")),
                words.number(table.count(0, "n")),
                cell(table, 0, "fleiss_kappa", Printed::coefficient),
                reading.isEmpty() ? NONE : words.say("coding.reading." + reading));
    }

    private static List<CodingViews.Line> lines(ResultTable table, String head, boolean linked) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> new CodingViews.Line(
                        table.text(row, head),
                        linked ? "/agency/cases/" + table.text(row, head) : "",
                        table.columns().stream()
                                .skip(1)
                                .map(column -> table.text(row, column))
                                .map(text -> text.isEmpty() ? NONE : text)
                                .toList()))
                .toList();
    }
}
