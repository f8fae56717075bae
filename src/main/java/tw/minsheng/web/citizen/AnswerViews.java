package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.AnswerWords;
import tw.minsheng.collect.Filled;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Part;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Step;
import tw.minsheng.collect.Surveys;
import tw.minsheng.collect.Visit;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;
import tw.minsheng.web.citizen.AnswerPages.Request;

/** Draws what the steps of an answer look like. */
final class AnswerViews {

    private final CitizenSetup setup;
    private final Frames frames;

    AnswerViews(CitizenSetup setup, Frames frames) {
        this.setup = setup;
        this.frames = frames;
    }

    void part(Request request, Visit visit, Part part, boolean change) {
        PartPage.FormFacts facts = new PartPage.FormFacts(
                formKey(request),
                visit.revision(),
                visit.form().survey().version().toString(),
                setup.clock().instant().getEpochSecond(),
                visit.filled().seconds(part),
                change,
                request.entry().ticket());
        PartMaker maker = new PartMaker(frames.words(request.context()), visit, part);
        PartPage page = maker.make(
                visit.filled().walk().asks(part),
                visit.filled().fields(part),
                List.of(),
                List.of(),
                facts,
                request.path(part.name()),
                address(request));
        draw(request, 200, "part", maker.title(false), "answers", page);
    }

    /** The part as it was sent, with what is wrong. */
    void again(Request request, SentForm form, Step.Again again) {
        Words words = frames.words(request.context());
        List<String> notices = again.changedElsewhere() ? List.of(words.say("part.changed")) : List.of();
        Visit visit = again.visit();
        boolean sentHere = request.part().equals(again.part().name());
        PartPage.FormFacts facts =
                facts(request, form, visit.revision(), visit.form().survey());
        PartMaker maker = new PartMaker(words, visit, again.part());
        PartPage page = maker.make(
                visit.filled().walk().asks(again.part()),
                sentHere ? form.answers() : visit.filled().fields(again.part()),
                again.faults(),
                notices,
                facts,
                request.path(again.part().name()),
                address(request));
        draw(request, 422, "part", maker.title(true), "answers", page);
    }

    /** The draft cannot be reached: the page comes back with everything that was typed, to be sent again. */
    Future<Void> keep(Request request, SentForm form, Throwable failure) {
        if (!isUnavailable(failure)) {
            return Future.failedFuture(failure);
        }
        return version(request, form).map(version -> {
            Words words = frames.words(request.context());
            Part part = version.form().part(request.part()).orElseThrow(() -> Problem.notFound("part", request.part()));
            Filled filled = Filled.of(version.form(), Map.of());
            Visit visit = new Visit(
                    request.offer(),
                    version,
                    request.code(),
                    form.revision(),
                    filled,
                    request.entry().invitation());
            PartMaker maker = new PartMaker(words, visit, part);
            PartPage page = maker.make(
                    PartMaker.withoutDraft(part, form.answers()),
                    form.answers(),
                    List.of(),
                    List.of(words.say("part.unavailable")),
                    facts(request, form, form.revision(), version.survey()),
                    request.path(part.name()),
                    address(request));
            retryLater(request);
            draw(request, 503, "part", maker.title(true), "answers", page);
            return null;
        });
    }

    /** The answers are safe in the draft; the same button sends them again. */
    Future<Void> keepFinish(Request request, SentForm form, Throwable failure) {
        if (!isUnavailable(failure)) {
            return Future.failedFuture(failure);
        }
        Words words = frames.words(request.context());
        Pages.Check page = new Pages.Check(
                false,
                List.of(),
                request.path(AnswerPages.CHECK),
                formKey(request),
                form.revision(),
                form.version().map(Version::toString).orElse(""),
                List.of(new PartPage.Link(words.say("check.unavailable"), "")),
                "",
                "",
                request.entry().ticket());
        retryLater(request);
        draw(request, 503, "check", words.say("error.title", "title", words.say("check.title")), "", page);
        return Future.succeededFuture();
    }

    private static void retryLater(Request request) {
        request.context().response().putHeader("Retry-After", "10");
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof Problem problem && problem.kind() == Problem.Kind.UNAVAILABLE;
    }

    private Future<Published> version(Request request, SentForm form) {
        Surveys.Offer offer = request.offer();
        Optional<Version> other = form.version()
                .filter(version -> !version.equals(offer.current().survey().version()));
        return other.isEmpty()
                ? Future.succeededFuture(offer.current())
                : setup.surveys()
                        .version(
                                offer.wave().survey(), other.get(), offer.wave().set())
                        .map(found -> found.orElse(offer.current()));
    }

    private PartPage.FormFacts facts(Request request, SentForm form, int revision, Survey survey) {
        return new PartPage.FormFacts(
                formKey(request),
                revision,
                survey.version().toString(),
                form.shown(setup.clock().instant().getEpochSecond()),
                form.spent(),
                form.change(),
                request.entry().ticket());
    }

    void check(Request request, int status, Visit visit, List<Fault> faults) {
        Words words = frames.words(request.context());
        List<Pages.Group> groups = new CheckMaker(words, visit, part -> {
                    String path = request.path(part.name());
                    return path + (path.contains("?") ? "&" : "?") + "change=1";
                })
                .groups();
        List<Part> parts = visit.filled().walk().parts();
        Pages.Check page = new Pages.Check(
                visit.filled().walk().screenedOut(),
                groups,
                request.path(AnswerPages.CHECK),
                formKey(request),
                visit.revision(),
                visit.form().survey().version().toString(),
                faults.stream()
                        .map(fault -> new PartPage.Link(AnswerWords.say(visit.form(), fault, words.language()), ""))
                        .toList(),
                request.path(parts.get(parts.size() - 1).name()),
                visit.revision() == 0 || request.entry().hasOwnLink()
                        ? ""
                        : visit.code().grouped(),
                request.entry().ticket());
        String title = words.say(page.ended() ? "check.ended_title" : "check.title") + " – "
                + words.text(visit.form().survey().title());
        draw(request, status, "check", faults.isEmpty() ? title : words.say("error.title", "title", title), "", page);
    }

    void receipt(Request request, Step.Done done) {
        Words words = frames.words(request.context());
        Survey survey = done.offer().current().survey();
        Outcome outcome = done.finished().outcome();
        String thanks = words.text(survey.thanks());
        List<String> lead = thanks.isEmpty() || outcome != Outcome.COMPLETE
                ? List.of()
                : thanks.lines().toList();
        Pages.Receipt page = new Pages.Receipt(
                words.say("receipt.heading." + outcome.code()),
                done.finished().receipt(),
                lead,
                outcome == Outcome.COMPLETE ? next(words, done.offer()) : List.of());
        draw(request, 200, "receipt", page.heading() + " – " + words.text(survey.title()), "", page);
    }

    private static List<String> next(Words words, Surveys.Offer offer) {
        Wave wave = offer.wave();
        String ends = wave.hasPlannedEnd()
                ? words.say("receipt.ends", "date", words.lastDay(wave.closes()))
                : words.say("receipt.ends_undated");
        int months = offer.current().survey().privacy().retentionMonths();
        return List.of(
                ends,
                words.say("receipt.report"),
                words.say("receipt.kept", "months", months),
                words.say("receipt.anonymous"));
    }

    /** A normal page, not an error: the answer is in. */
    void answered(Request request, Step.Done done) {
        Words words = frames.words(request.context());
        if (done.finished().outcome() == Outcome.QUOTA_FULL) {
            receipt(request, done);
            return;
        }
        Pages.Message page = new Pages.Message(
                words.say("answered.heading"),
                List.of(words.say("answered.text")),
                List.of(new PartPage.Link(words.say("answered.receipt"), request.path(AnswerPages.RECEIPT))));
        draw(request, 200, "message", page.heading(), "", page);
    }

    void saved(Request request, String back) {
        Words words = frames.words(request.context());
        Wave wave = request.offer().wave();
        Pages.Saved page = new Pages.Saved(
                request.code().grouped(),
                address(request),
                wave.hasPlannedEnd() ? words.lastDay(wave.closes()) : "",
                back);
        draw(request, 200, "saved", words.say("saved.heading"), "", page);
    }

    private String formKey(Request request) {
        return setup.keys()
                .formKey(request.offer().wave().survey(), request.offer().wave().set(), request.code());
    }

    /** The address that resumes, as people can copy it; "" for people whose own link does. */
    private String address(Request request) {
        if (request.entry().hasOwnLink()) {
            return "";
        }
        return setup.absolute(
                request.context(), request.start() + "/a/" + request.code().inAddress());
    }

    private void draw(Request request, int status, String template, String title, String form, Object page) {
        Words words = frames.words(request.context());
        setup.show(request.context(), status, template, frames.around(request.context(), words, title, form), page);
    }
}
