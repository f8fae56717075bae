package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Surveys;
import tw.minsheng.collect.Wave;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.citizen.Ground;

/** The surveys of my agency, and how far one of them has come. */
public final class SurveyPages {

    private static final int DAYS = 14;

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;
    private final ErasedSoon soon;

    SurveyPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
        this.soon = new ErasedSoon(doors.ages());
    }

    /** A survey in the list. */
    public record Row(
            String href,
            String title,
            String agency,
            String state,
            String tone,
            String wave,
            String n,
            String lastDay) {}

    /**
     * @param agencies whether surveys of more than one agency are shown
     * @param ages where the months of answers are told
     * @param warning that answers are erased soon, "" when none are
     */
    public record Home(
            int open, String answers, String today, boolean agencies, List<Row> rows, String ages, String warning) {}

    /** @param share of the busiest day, 0–100 */
    public record Day(String day, String n, long share) {}

    public record WaveRow(
            String code, String state, String tone, String opens, String closes, String n, String out, String full) {}

    /**
     * @param next what to do next, a key of the messages
     * @param demo number of demonstration answers, "" when there are none or they are not shown
     */
    public record Overview(
            String title,
            String version,
            String state,
            String tone,
            String wave,
            String n,
            String today,
            String lastDay,
            String turnedAway,
            List<WaveRow> waves,
            List<Day> days,
            String next,
            String nextHref,
            String demo) {}

    /**
     * @param href where the survey is tried out
     * @param n test answers so far
     * @param draft whether a draft is tried, else the published version
     * @param file where the test answers can be fetched
     */
    public record Preview(String title, String href, String n, boolean draft, String file) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/", Permission.SEE_SURVEY, this::home),
                StaffRoute.get("/agency/surveys/:survey", Permission.SEE_SURVEY, this::overview),
                StaffRoute.get("/agency/surveys/:survey/preview", Permission.PREVIEW_SURVEY, this::preview));
    }

    private Future<StaffReply> home(StaffRequest request) {
        return doors.surveys().all().compose(all -> {
            List<Surveys.Listed> mine = all.stream()
                    .filter(listed -> Rights.may(
                            request.account(),
                            Permission.SEE_SURVEY,
                            listed.newest().agency(),
                            listed.newest().survey().id(),
                            request.tree()))
                    .toList();
            return Future.all(mine.stream().map(this::standing).toList())
                    .compose(done -> pages.show(request, "home", home(request, done.list(), soon(request))));
        });
    }

    private long soon(StaffRequest request) {
        return soon.of(request.tree().subtree(AgencyTree.ROOT), AnswerAgePages.reach(request), request.now());
    }

    private record Standing(Surveys.Listed listed, List<Wave> waves, Tally live) {}

    private Future<Standing> standing(Surveys.Listed listed) {
        String id = listed.newest().survey().id();
        return doors.waves()
                .of(id, DataSet.LIVE)
                .compose(waves -> doors.responses()
                        .counts(id, DataSet.LIVE)
                        .map(counts -> new Standing(listed, waves, new Tally(counts))));
    }

    private Home home(StaffRequest request, List<Standing> standings, long soon) {
        Words words = request.words();
        LocalDate today = LocalDate.ofInstant(request.now(), words.zone());
        List<Row> rows = standings.stream().map(one -> row(request, one)).toList();
        long answers = 0;
        long now = 0;
        int open = 0;
        for (Standing one : standings) {
            answers += one.live().number(Outcome.COMPLETE);
            now += one.live().on(today);
            open += SurveyState.of(one.listed().published(), one.waves(), request.now()) == SurveyState.OPEN ? 1 : 0;
        }
        boolean several = standings.stream()
                        .map(one -> one.listed().newest().agency())
                        .distinct()
                        .count()
                > 1;
        String warning = soon == 0 ? "" : words.say("surveyages.warning", Map.of("n", words.number(soon)));
        return new Home(open, words.number(answers), words.number(now), several, rows, AnswerAgePages.PATH, warning);
    }

    private static Row row(StaffRequest request, Standing one) {
        Words words = request.words();
        Survey survey = one.listed().newest().survey();
        SurveyState state = SurveyState.of(one.listed().published(), one.waves(), request.now());
        String wave = one.waves().isEmpty() ? "" : one.waves().get(0).code();
        Tally tally = one.live().ofWave(wave);
        return new Row(
                "/agency/surveys/" + survey.id(),
                words.text(survey.title()),
                Shells.agencyName(request.tree(), one.listed().newest().agency(), words),
                words.say(state.key()),
                state.tone(),
                wave,
                words.number(tally.number(Outcome.COMPLETE)),
                tally.lastDay().map(words::day).orElse(words.say("none")));
    }

    private Future<StaffReply> overview(StaffRequest request) {
        return standing(request.survey())
                .compose(one -> demo(request).compose(demo -> {
                    SurveyState state = SurveyState.of(one.listed().published(), one.waves(), request.now());
                    return pages.show(request, "overview", overview(request, one, state, demo));
                }));
    }

    private Future<StaffReply> preview(StaffRequest request) {
        String id = request.surveyId();
        return doors.responses().counts(id, DataSet.TEST).compose(counts -> {
            Preview page = new Preview(
                    request.words().text(request.survey().newest().survey().title()),
                    Ground.TRIAL.path(id),
                    request.words().number(new Tally(counts).number(Outcome.COMPLETE)),
                    request.survey().draft(),
                    "/agency/surveys/" + id + "/answers.csv?set=test");
            return pages.show(request, "preview", page);
        });
    }

    private Future<String> demo(StaffRequest request) {
        if (!setup.demo()) {
            return Future.succeededFuture("");
        }
        return doors.responses().counts(request.surveyId(), DataSet.DEMO).map(counts -> {
            long n = new Tally(counts).number(Outcome.COMPLETE);
            return n == 0 ? "" : request.words().number(n);
        });
    }

    private static Overview overview(StaffRequest request, Standing one, SurveyState state, String demo) {
        Words words = request.words();
        Survey survey = one.listed().newest().survey();
        String wave = one.waves().isEmpty() ? "" : one.waves().get(0).code();
        Tally tally = one.live().ofWave(wave);
        LocalDate today = LocalDate.ofInstant(request.now(), words.zone());
        String base = "/agency/surveys/" + survey.id();
        return new Overview(
                words.text(survey.title()),
                survey.version().toString(),
                words.say(state.key()),
                state.tone(),
                wave,
                words.number(tally.number(Outcome.COMPLETE)),
                words.number(tally.on(today)),
                tally.lastDay().map(words::day).orElse(words.say("none")),
                words.number(tally.number(Outcome.SCREENED_OUT) + tally.number(Outcome.QUOTA_FULL)),
                one.waves().stream()
                        .map(each -> waveRow(words, each, one.live().ofWave(each.code()), request))
                        .toList(),
                days(words, tally),
                next(state, tally),
                base + nextPage(state, tally),
                demo);
    }

    static WaveRow waveRow(Words words, Wave wave, Tally tally, StaffRequest request) {
        SurveyState state = SurveyState.of(wave, request.now());
        return new WaveRow(
                wave.code(),
                words.say(state.key()),
                state.tone(),
                words.moment(wave.opens()),
                wave.hasPlannedEnd() ? words.moment(wave.closes()) : words.say("waves.no_end"),
                words.number(tally.number(Outcome.COMPLETE)),
                words.number(tally.number(Outcome.SCREENED_OUT)),
                words.number(tally.number(Outcome.QUOTA_FULL)));
    }

    private static List<Day> days(Words words, Tally tally) {
        Map<LocalDate, Long> byDay = tally.byDay();
        long most = byDay.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Day> days = new ArrayList<>();
        byDay.entrySet().stream()
                .limit(DAYS)
                .forEach(day -> days.add(
                        new Day(words.day(day.getKey()), words.number(day.getValue()), day.getValue() * 100 / most)));
        return days;
    }

    private static String next(SurveyState state, Tally tally) {
        return switch (state) {
            case DRAFT -> "next.draft";
            case WAITING, PLANNED -> "next.waiting";
            case OPEN -> tally.number(Outcome.COMPLETE) == 0 ? "next.first" : "next.open";
            case CLOSED -> "next.closed";
        };
    }

    private static String nextPage(SurveyState state, Tally tally) {
        return switch (state) {
            case DRAFT -> "/preview";
            case WAITING, PLANNED -> "/waves";
            case OPEN -> tally.number(Outcome.COMPLETE) == 0 ? "/link" : "/results";
            case CLOSED -> "/report";
        };
    }
}
