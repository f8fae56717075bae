package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** Answers whose promised months are over or end soon, and how many were erased. The program erases; nobody has to press anything. */
public final class AnswerAgePages {

    static final String PATH = "/agency/surveys-retention";
    /** So long before, whoever keeps the survey is told. */
    static final Duration AHEAD = Duration.ofDays(30);

    private final StaffDoors doors;
    private final Pages pages;

    AnswerAgePages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** One wave, in words. */
    public record Row(String survey, String href, String wave, List<String> cells) {}

    /**
     * @param due what goes now or within thirty days
     * @param gone what was erased
     */
    public record View(List<Row> due, List<Row> gone) {}

    List<StaffRoute> routes() {
        return List.of(StaffRoute.get(PATH, Permission.SEE_SURVEY, this::show));
    }

    static Set<String> reach(StaffRequest request) {
        return Rights.reach(request.account(), Permission.SEE_SURVEY, request.tree());
    }

    private Future<StaffReply> show(StaffRequest request) {
        Set<String> reach = reach(request);
        return doors.ages()
                .until(reach, request.now().plus(AHEAD))
                .compose(due -> doors.ages()
                        .erased(reach)
                        .compose(gone -> pages.show(
                                request,
                                "surveyages",
                                new View(
                                        due.stream()
                                                .map(each -> row(request, each))
                                                .toList(),
                                        gone.stream()
                                                .map(each -> row(request, each))
                                                .toList()))));
    }

    private static Row row(StaffRequest request, AnswerAges.Aged aged) {
        Words words = request.words();
        return new Row(
                aged.survey(),
                "/agency/surveys/" + aged.survey(),
                wave(words, aged.set().code(), aged.wave()),
                List.of(
                        day(words, aged.closed()),
                        words.say("surveyages.months.n", Map.of("n", words.number(aged.months()))),
                        day(words, aged.until()),
                        words.number(aged.answers()),
                        words.say(aged.hasRunOut(request.now()) ? "surveyages.now" : "surveyages.soon")));
    }

    private static Row row(StaffRequest request, AnswerAges.Erased erased) {
        Words words = request.words();
        return new Row(
                erased.survey(),
                "/agency/surveys/" + erased.survey(),
                wave(words, erased.set().code(), erased.wave()),
                List.of(day(words, erased.at()), words.number(erased.answers())));
    }

    private static String wave(Words words, String set, String wave) {
        return set.equals("live") ? wave : wave + " " + words.say("surveyages.set." + set);
    }

    private static String day(Words words, Instant at) {
        return words.day(LocalDate.ofInstant(at, words.zone()));
    }
}
