package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Surveys;
import tw.minsheng.invite.AfterClosingFigures;
import tw.minsheng.invite.AfterClosingPlan;
import tw.minsheng.invite.CaseSurveys;
import tw.minsheng.invite.Invitations;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Outcome;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Survey;

/**
 * What petitioners said after their cases were closed: for heads and the control office, over their subtree, never below the
 * smallest group, and always with who was asked, how many answered and what the silent ones could change.
 */
public final class CaseSurveyPages {

    static final String PATH = "/agency/cases/survey";

    private static final int SATISFIED = 4;
    private static final int DISSATISFIED = 2;
    private static final List<String> ITEMS = List.of("attitude", "speed", "clarity", "result");

    private final StaffDoors doors;
    private final Pages pages;

    CaseSurveyPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** One stratum, or the sum of all. */
    public record Row(String agency, String type, String outcome, List<String> cells) {}

    /** One question; the shares are in words where too few have answered. */
    public record Item(String label, List<String> cells) {}

    /**
     * @param design how people are drawn, in words; "" when nobody is asked
     * @param label 自願回覆 or 抽樣回訪
     * @param outcomes satisfaction with the result, by closure result
     * @param least smallest number of answers that is shown
     * @param weights how it was weighted, "" where nothing is shown
     * @param error why there is no sampling error
     */
    public record Asked(
            String design,
            String label,
            List<Row> rows,
            List<Item> items,
            List<Item> outcomes,
            String method,
            String wishes,
            int least,
            String weights,
            String error) {}

    List<StaffRoute> routes() {
        return List.of(StaffRoute.get(PATH, Permission.SEE_CASE_FIGURES, this::show));
    }

    private AfterClosingPlan plan() {
        return doors.invite().plan();
    }

    private Future<StaffReply> show(StaffRequest request) {
        Asked nothing = new Asked("", "", List.of(), List.of(), List.of(), "", "", 0, "", "");
        if (!plan().isGiven()) {
            return pages.show(request, "casesurvey", nothing);
        }
        return doors.surveys()
                .find(plan().survey(), DataSet.LIVE)
                .compose(offer ->
                        offer.map(found -> figures(request, found)).orElseGet(() -> Future.succeededFuture(nothing)))
                .compose(asked -> pages.show(request, "casesurvey", asked));
    }

    private Future<Asked> figures(StaffRequest request, Surveys.Offer offer) {
        Set<String> reach = request.tree().subtree(request.account().agency());
        Invitations.Round round =
                new Invitations.Round(plan().survey(), offer.wave().code());
        CaseSurveys door = doors.invite().caseSurveys();
        Survey survey = offer.current().survey();
        int least = survey.privacy().minCellSize();
        return door.counts(round, reach)
                .compose(counts -> door.answers(round, ITEMS, SATISFIED, DISSATISFIED)
                        .compose(answers -> door.handledWishes(reach)
                                .map(wishes -> view(
                                        request,
                                        survey,
                                        new AfterClosingFigures(counts, answers, reach, least),
                                        counts,
                                        wishes,
                                        least))));
    }

    private Asked view(
            StaffRequest request,
            Survey survey,
            AfterClosingFigures figures,
            List<CaseSurveys.Count> counts,
            Map<String, Long> wishes,
            int least) {
        Words words = request.words();
        List<Row> rows = counts.stream().map(each -> row(request, each, least)).collect(Collectors.toList());
        if (counts.size() > 1) {
            long few = counts.stream()
                    .mapToLong(CaseSurveys.Count::drawn)
                    .filter(drawn -> drawn < least)
                    .sum();
            // with one small stratum hidden, the sum would tell it
            boolean tells = few > 0 && few < least;
            rows.add(new Row(words.say("figures.sum"), "", "", cells(words, figures.total(), tells)));
        }
        String method = figures.byMode("result").entrySet().stream()
                .map(each -> words.say("casesurvey.mode." + each.getKey()) + " " + words.number(each.getValue()))
                .collect(Collectors.joining("、"));
        String agreed = wishes.entrySet().stream()
                .map(each -> words.sayOr(
                                "casesurvey.wish." + (each.getKey().isEmpty() ? "open" : each.getKey()),
                                "casesurvey.wish.open",
                                Map.of())
                        + " " + words.number(each.getValue()))
                .collect(Collectors.joining("、"));
        return new Asked(
                design(words),
                words.say(plan().asksAll() ? "casesurvey.voluntary" : "casesurvey.sample"),
                rows,
                ITEMS.stream().map(item -> item(words, survey, figures, item)).toList(),
                figures.byOutcome("result").entrySet().stream()
                        .map(each -> new Item(outcome(words, each.getKey()), cells(words, each.getValue())))
                        .toList(),
                method,
                agreed,
                least,
                figures.of("result")
                        .map(each -> words.say("casesurvey.weights", Map.of("covered", percent(each.covered()))))
                        .orElse(""),
                error(words, figures));
    }

    private static String error(Words words, AfterClosingFigures figures) {
        return words.say(
                "casesurvey.error",
                Map.of(
                        "lonely", counted(words, "casesurvey.lonely", figures.lonely()),
                        "missed", counted(words, "casesurvey.missed", figures.missed()),
                        "mixed", counted(words, "casesurvey.mixed", figures.mixed())));
    }

    private static String counted(Words words, String key, long n) {
        return n == 0 ? "" : " " + words.say(key, Map.of("n", words.number(n)));
    }

    private String design(Words words) {
        return words.say(
                "casesurvey.design",
                Map.of(
                        "delay", plan().delayDays(),
                        "valid", plan().validDays(),
                        "reminder", plan().reminderDays(),
                        "fraction", percent(plan().fraction()),
                        "seed", Long.toString(plan().seed()),
                        "since", words.day(plan().since())));
    }

    private Row row(StaffRequest request, CaseSurveys.Count count, int least) {
        Words words = request.words();
        String[] parts = count.stratum().split("/", 3);
        String type = doors.cases()
                .catalogue()
                .get()
                .type(parts[1])
                .map(CaseType::label)
                .map(words::text)
                .orElse(parts[1]);
        String outcome = outcome(words, parts[2]);
        return new Row(
                Shells.agencyName(request.tree(), parts[0], words),
                type,
                outcome,
                cells(words, count, count.drawn() < least));
    }

    private static String outcome(Words words, String key) {
        return Outcome.of(key)
                .map(each -> words.say("cases.outcome." + each.key()))
                .orElse(key);
    }

    /** Of few drawn cases not even the number of answers is told: whoever handles them knows the petitioners. */
    private static List<String> cells(Words words, CaseSurveys.Count count, boolean few) {
        return List.of(
                words.number(count.eligible()),
                words.number(count.excluded()),
                words.number(count.drawn()),
                words.number(count.invited()),
                few ? "—" : words.number(count.reached()),
                few ? "—" : words.number(count.answered()),
                few ? "—" : percent((double) count.answered() / Math.max(1, count.drawn())));
    }

    private static Item item(Words words, Survey survey, AfterClosingFigures figures, String item) {
        return new Item(label(words, survey, item), cells(words, figures.of(item)));
    }

    private static List<String> cells(Words words, Optional<AfterClosingFigures.Result> found) {
        return found.map(result -> List.of(
                        words.number(result.n()),
                        percent(result.satisfied()),
                        percent(result.weighted()),
                        bounds(result.satisfiedBounds()),
                        percent(result.dissatisfied()),
                        bounds(result.dissatisfiedBounds())))
                .orElse(List.of("—", "—", "—", "—", "—", "—"));
    }

    private static String label(Words words, Survey survey, String item) {
        return survey.pages().stream()
                .flatMap(page -> page.questions().stream())
                .flatMap(question -> question instanceof Question.Matrix matrix
                        ? matrix.items().stream()
                                .filter(each -> each.id().equals(item))
                                .map(Question.Item::text)
                        : Stream.of(question)
                                .filter(each -> each.id().equals(item))
                                .map(each -> each.head().text()))
                .findFirst()
                .map(words::text)
                .orElse(item);
    }

    private static String bounds(AfterClosingFigures.Bounds bounds) {
        return percent(bounds.lower()) + " – " + percent(bounds.upper());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
