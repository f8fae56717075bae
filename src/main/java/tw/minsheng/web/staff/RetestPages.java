package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.expert.RetestTables;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.Survey;

/** 再測信度: two waves of a survey in which people gave a code of their own making. */
public final class RetestPages {

    private static final String PATH = "/agency/surveys/:survey/retest";
    private static final String NONE = "—";

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;

    RetestPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
    }

    /** A line of a table. */
    public record Line(String head, List<String> cells) {}

    /**
     * @param why nothing is shown, "" when something is
     * @param csv address of the whole table
     */
    public record View(
            String base,
            String why,
            List<CaseViews.Choice> firsts,
            List<CaseViews.Choice> seconds,
            List<Line> waves,
            String paired,
            List<Line> measures,
            String csv) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_RESULTS, this::show),
                StaffRoute.get(PATH + ".csv", Permission.SEE_RESULTS, this::file));
    }

    /** @param waves the newest in front, two or more */
    private record Asked(DataSet set, List<Wave> waves, String first, String second) {}

    /** Empty while fewer than two waves were opened, or the survey has no such code. */
    private Future<Optional<Asked>> asked(StaffRequest request) {
        DataSet set = setup.demo() ? DataSet.DEMO : DataSet.LIVE;
        if (request.survey().newest().survey().retestCode().isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return doors.waves().of(request.surveyId(), set).map(waves -> {
            if (waves.size() < 2) {
                return Optional.empty();
            }
            String first = chosen(waves, request.query("first"), waves.get(1));
            String second = chosen(waves, request.query("second"), waves.get(0));
            return Optional.of(new Asked(set, waves, first, second));
        });
    }

    private static String chosen(List<Wave> waves, String typed, Wave usual) {
        if (typed.isEmpty()) {
            return usual.code();
        }
        return waves.stream()
                .map(Wave::code)
                .filter(typed::equals)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("wave", typed));
    }

    private Future<RetestTables> tables(StaffRequest request, Asked asked) {
        return doors.security()
                .audit()
                .write(AuditEntry.done(request.actOnSurvey(), "results.read", request.surveyId()))
                .compose(written ->
                        doors.panel().retests().of(request.surveyId(), asked.set(), asked.first(), asked.second()));
    }

    private Future<StaffReply> show(StaffRequest request) {
        return asked(request).compose(asked -> {
            if (asked.isEmpty() || asked.get().first().equals(asked.get().second())) {
                boolean coded = !request.survey().newest().survey().retestCode().isEmpty();
                String why = asked.isPresent() ? "retest.same" : coded ? "retest.one_wave" : "retest.no_code";
                return pages.show(request, "retest", nothing(request, why));
            }
            return tables(request, asked.get())
                    .compose(tables -> pages.show(request, "retest", view(request, asked.get(), tables)));
        });
    }

    private static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/retest";
    }

    private static View nothing(StaffRequest request, String why) {
        return new View(base(request), request.words().say(why), List.of(), List.of(), List.of(), "", List.of(), "");
    }

    private static View view(StaffRequest request, Asked asked, RetestTables tables) {
        Words words = request.words();
        List<Line> waves = new ArrayList<>();
        for (int row = 0; row < tables.waves().rows().size(); row++) {
            waves.add(new Line(
                    tables.waves().text(row, "wave"),
                    List.of(
                            words.number(tables.waves().count(row, "answers")),
                            words.number(tables.waves().count(row, "without_code")),
                            words.number(tables.waves().count(row, "repeated_code")))));
        }
        return new View(
                base(request),
                "",
                choices(asked.waves(), asked.first()),
                choices(asked.waves(), asked.second()),
                waves,
                words.say(
                        "retest.paired", Map.of("n", words.number(tables.waves().count(0, "paired")))),
                measures(request, tables.measures()),
                base(request) + ".csv?first=" + asked.first() + "&second=" + asked.second());
    }

    private static List<CaseViews.Choice> choices(List<Wave> waves, String chosen) {
        return waves.stream()
                .map(wave -> new CaseViews.Choice(
                        wave.code(), wave.code(), wave.code().equals(chosen)))
                .toList();
    }

    private static List<Line> measures(StaffRequest request, ResultTable table) {
        Words words = request.words();
        Survey survey = request.survey().newest().survey();
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            String id = table.text(row, "measure");
            String name = survey.construct(id)
                    .map(construct -> words.text(construct.label()))
                    .or(() -> survey.variable(id).map(variable -> words.text(variable.label())))
                    .orElse(id);
            lines.add(new Line(
                    name,
                    List.of(
                            cell(table, row, "n", n -> words.number(Math.round(n))),
                            cell(table, row, "pearson", Printed::coefficient),
                            span(table, row, "pearson_lower", "pearson_upper"),
                            cell(table, row, "spearman", Printed::coefficient),
                            cell(table, row, "icc2", Printed::coefficient),
                            span(table, row, "icc2_lower", "icc2_upper"),
                            reading(words, table, row),
                            cell(table, row, "difference", each -> Printed.fixed(each, 2)),
                            cell(table, row, "paired_p", Printed::p),
                            cell(table, row, "sem_from_retest", each -> Printed.fixed(each, 2)),
                            cell(table, row, "lin_ccc", Printed::coefficient))));
        }
        return lines;
    }

    private static String cell(ResultTable table, int row, String column, Function<Double, String> print) {
        ResultTable.Entry entry = table.entry(row, column);
        return entry.reason().isPresent() || entry.asNumber().isEmpty()
                ? NONE
                : print.apply(entry.asNumber().getAsDouble());
    }

    private static String span(ResultTable table, int row, String lower, String upper) {
        String from = cell(table, row, lower, Printed::coefficient);
        return from.equals(NONE) ? NONE : from + "–" + cell(table, row, upper, Printed::coefficient);
    }

    private static String reading(Words words, ResultTable table, int row) {
        String from = table.text(row, "reading_from");
        String to = table.text(row, "reading_to");
        if (from.isEmpty() || to.isEmpty()) {
            return NONE;
        }
        String low = words.say("retest.reading." + from);
        return from.equals(to) ? low : low + "–" + words.say("retest.reading." + to);
    }

    /** Without anything to pair it has its heads only. */
    private Future<StaffReply> file(StaffRequest request) {
        return asked(request)
                .compose(asked -> asked.filter(each -> !each.first().equals(each.second()))
                        .map(each -> tables(request, each).map(RetestTables::measures))
                        .orElseGet(() -> Future.succeededFuture(RetestTables.NOTHING)))
                .map(table -> StaffReply.csv(
                        request.surveyId() + "-retest.csv",
                        table.columns(),
                        csv -> table.rows().forEach(row -> {
                            row.forEach(entry -> entry.to(csv));
                            csv.endRow();
                        })));
    }
}
