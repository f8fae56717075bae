package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseAccess;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Progress;
import tw.minsheng.petition.QueryCode;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.deadline.StepWords;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;
import tw.minsheng.web.Uploads;

/**
 * A petitioner asks how her case stands, with its number and query code. Both travel in the form, never in an address, and
 * a number that does not exist is answered like a wrong code.
 */
public final class CasePages implements Routes {

    static final String PATH = "/case";

    /** Before the number and the token of a paper receipt. */
    public static final String SLIP = PATH + "/slip/";

    private static final String REOPEN = PATH + "/reopen";
    private static final String ANSWER = PATH + "/answer";
    private static final String KEY_FIELD = "form_key";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int KEY_BYTES = 16;

    private final PetitionSetup setup;
    private final CitizenSetup citizen;
    private final Frames frames;
    private final SecureRandom random = new SecureRandom();

    public CasePages(PetitionSetup setup) {
        this.setup = setup;
        this.citizen = setup.citizen();
        this.frames = citizen.frames();
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> ask(context, 200, "", "", ""));
        router.post(PATH).handler(this::answer);
        router.post(REOPEN).handler(this::reopen);
        router.post(ANSWER).handler(this::supply);
        router.get(SLIP + ":token").handler(context -> slip(context).onFailure(context::fail));
    }

    private void answer(RoutingContext context) {
        FormBody.read(context).compose(form -> look(context, form)).onFailure(context::fail);
    }

    private void reopen(RoutingContext context) {
        FormBody.read(context).compose(form -> reopen(context, form)).onFailure(context::fail);
    }

    private void supply(RoutingContext context) {
        boolean files = Uploads.isMultipart(context);
        setup.uploads()
                .read(context, () -> admit(context), form -> {
                    if (!files) {
                        admit(context);
                    }
                    return supply(context, form);
                })
                .onFailure(context::fail);
    }

    private Future<Void> look(RoutingContext context, FormBody form) {
        return asked(context, form)
                .map(typed -> found(
                        context,
                        form,
                        setup.desk().progress(typed.number(), typed.code()),
                        progress -> show(context, 200, progress, typed.code(), Said.NOTHING)))
                .orElseGet(Future::succeededFuture);
    }

    /** By the QR code of a paper receipt. */
    private Future<Void> slip(RoutingContext context) {
        citizen.limits().take(RateLimits.Kind.CASE_QUERIES, citizen.address().of(context.request()));
        Optional<CaseAccess> access = setup.intake().ofSlip(context.pathParam("token"));
        if (access.isEmpty()) {
            ask(context, 404, "", "", "case.slip.wrong");
            return Future.succeededFuture();
        }
        return setup.desk()
                .progress(access.get().number(), access.get().code())
                .compose(progress -> show(context, 200, progress, access.get().code(), Said.NOTHING))
                .recover(failure -> {
                    if (failure instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND) {
                        ask(context, 404, "", "", "case.slip.wrong");
                        return Future.succeededFuture();
                    }
                    return Future.failedFuture(failure);
                });
    }

    /** A reason that is missing, or a day too late: the same page with what was typed. */
    private Future<Void> reopen(RoutingContext context, FormBody form) {
        String reason = form.first("reason").strip();
        return asked(context, form)
                .map(typed -> setup.desk()
                        .reopen(typed.number(), typed.code(), reason)
                        .compose(progress -> show(context, 200, progress, typed.code(), Said.reopened(reason)))
                        .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                                ? refused(context, form, typed, reason, problem)
                                : found(
                                        context,
                                        form,
                                        Future.failedFuture(failure),
                                        progress -> Future.succeededFuture())))
                .orElseGet(Future::succeededFuture);
    }

    private Future<Void> refused(
            RoutingContext context, FormBody form, CaseAccess typed, String reason, Problem problem) {
        String wrong = setup.words()
                .of(frames.words(context).language(), problem.faults().get(0));
        return found(
                context,
                form,
                setup.desk().progress(typed.number(), typed.code()),
                progress -> show(context, 422, progress, typed.code(), Said.notReopened(reason, wrong)));
    }

    /** What she was asked for (補正), with files that are kept when something is wrong. */
    private Future<Void> supply(RoutingContext context, FormBody form) {
        Optional<CaseAccess> asked = typed(context, form);
        if (asked.isEmpty()) {
            return Future.succeededFuture();
        }
        CaseAccess typed = asked.get();
        String answer = form.first("answer").strip();
        String key = KEY.matcher(form.first(KEY_FIELD)).matches() ? form.first(KEY_FIELD) : newKey();
        String files = CaseIntake.files(key);
        // only whoever has the code may leave files here
        return found(
                context,
                form,
                setup.desk().progress(typed.number(), typed.code()),
                progress -> setup.files()
                        .of(typed.number())
                        .compose(there -> setup.files().take(FilesView.sending(files, form, there)))
                        .compose(faults -> faults.isEmpty()
                                ? setup.desk().answer(typed.number(), typed.code(), answer, files)
                                : Future.failedFuture(Problem.invalid("case.faults", faults)))
                        .compose(
                                after -> show(context, 200, after, typed.code(), Said.answered(answer)),
                                failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                                        ? unanswered(context, progress, typed.code(), key, answer, form, problem)
                                        : Future.failedFuture(failure)));
    }

    private Future<Void> unanswered(
            RoutingContext context,
            Progress progress,
            QueryCode code,
            String key,
            String answer,
            FormBody form,
            Problem problem) {
        Map<String, String> wrong = FilesView.wrong(
                problem.faults(), setup.words(), frames.words(context).language());
        Map<String, String> typed = Map.of("answer", answer, FilesView.KEEP_PLACE, form.first(FilesView.KEEP_PLACE));
        return setup.files()
                .waiting(CaseIntake.files(key))
                .compose(waiting -> show(
                        context,
                        FilesView.status(problem.faults()),
                        progress,
                        code,
                        new Said("", "", "", typed, wrong, key, waiting)));
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private void admit(RoutingContext context) {
        citizen.origin().check(context.request());
        citizen.limits().take(RateLimits.Kind.CASE_QUERIES, citizen.address().of(context.request()));
    }

    /** Empty when the question was answered here: it was of no number or of no code. */
    private Optional<CaseAccess> asked(RoutingContext context, FormBody form) {
        admit(context);
        return typed(context, form);
    }

    /** The page of a case carries what its receipt does, so that nobody reads number and code from it. */
    private Optional<CaseAccess> typed(RoutingContext context, FormBody form) {
        Optional<CaseAccess> shown = setup.intake().ofSlip(form.first("slip"));
        if (shown.isPresent()) {
            return shown;
        }
        String typedNumber = form.first("number");
        String typedCode = form.first("code");
        Optional<CaseNumber> number = CaseNumber.typed(typedNumber);
        Optional<QueryCode> code = QueryCode.typed(typedCode);
        if (number.isEmpty()) {
            ask(context, 422, typedNumber, typedCode, "case.number.wrong");
            return Optional.empty();
        }
        if (code.isEmpty()) {
            ask(context, 422, typedNumber, typedCode, "case.wrong");
            return Optional.empty();
        }
        return Optional.of(new CaseAccess(number.get(), code.get()));
    }

    /** A number of no case is answered like a wrong code. */
    private Future<Void> found(
            RoutingContext context, FormBody form, Future<Progress> asked, Function<Progress, Future<Void>> next) {
        return asked.transform(found -> {
            if (found.succeeded()) {
                return next.apply(found.result());
            }
            if (found.cause() instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND) {
                ask(context, 422, form.first("number"), form.first("code"), "case.wrong");
                return Future.succeededFuture();
            }
            return Future.failedFuture(found.cause());
        });
    }

    private void ask(RoutingContext context, int status, String number, String code, String wrong) {
        Words words = frames.words(context);
        PetitionViews.Ask page = new PetitionViews.Ask(
                RequestLanguage.of(context).link(PATH), number, code, wrong.isEmpty() ? "" : words.say(wrong));
        String title = words.say(wrong.isEmpty() ? "case.title" : "case.title.wrong");
        fill(context, status, "case", words, title, page);
    }

    /**
     * What the petitioner has just said, and what is wrong with it.
     *
     * @param reason why the case is to be opened again
     * @param wrong with the reason, "" when nothing
     * @param done key of what was done, "" when nothing
     * @param typed of an answer, by field
     * @param faults in words of the answer, by field
     * @param key of the form of the answer, "" for a new one
     * @param waiting files of that form
     */
    private record Said(
            String reason,
            String wrong,
            String done,
            Map<String, String> typed,
            Map<String, String> faults,
            String key,
            List<Attachment> waiting) {

        static final Said NOTHING = new Said("", "", "", Map.of(), Map.of(), "", List.of());

        static Said reopened(String reason) {
            return new Said(reason, "", "case.reopen.done", Map.of(), Map.of(), "", List.of());
        }

        static Said notReopened(String reason, String wrong) {
            return new Said(reason, wrong, "", Map.of(), Map.of(), "", List.of());
        }

        static Said answered(String answer) {
            return new Said("", "", "case.answer.done", Map.of("answer", answer), Map.of(), "", List.of());
        }

        boolean isDanger() {
            return CaseIntake.isDanger(reason + "\n" + typed.getOrDefault("answer", ""));
        }

        boolean isWrong() {
            return !wrong.isEmpty() || !faults.isEmpty();
        }
    }

    private Future<Void> show(RoutingContext context, int status, Progress progress, QueryCode code, Said said) {
        return setup.files().ofPetitioner(progress.file().number()).map(files -> {
            draw(context, status, progress, code, said, files);
            return null;
        });
    }

    private void draw(
            RoutingContext context, int status, Progress progress, QueryCode code, Said said, List<Attachment> files) {
        Words words = frames.words(context);
        CaseFile file = progress.file();
        String type = setup.intake()
                .catalogue()
                .type(file.petition().type())
                .map(CaseType::label)
                .map(words::text)
                .orElse(file.petition().type());
        boolean open = progress.isAwaited();
        boolean reopened = said.done().equals("case.reopen.done");
        PetitionViews.Standing page = new PetitionViews.Standing(
                file.number().text(),
                type,
                words.say("case.state." + progress.state().key()),
                progress.isMerged()
                        ? words.say("case.state." + progress.leadState().key())
                        : "",
                said.done().isEmpty() ? "" : words.say(said.done()),
                said.isDanger(),
                FilesView.lines(words, files),
                asking(context, progress, code, said),
                again(context, progress, code, reopened ? "" : said.reason(), said.wrong()),
                open ? words.due(progress.deadline().due()) : "",
                open && !progress.isShared()
                        ? new StepWords(words.language()).of(progress.deadline().steps())
                        : List.of(),
                progress.events().stream()
                        .map(event -> new PetitionViews.Line(
                                words.date(event.act().at()),
                                words.say("case.event." + event.what()),
                                told(progress.lead(), event)))
                        .toList(),
                reply(words, progress.reply()),
                RequestLanguage.of(context).link(PATH));
        String title = words.say(said.isWrong() ? "case.standing.title.wrong" : "case.standing.title");
        fill(context, status, "standing", words, title, page);
    }

    private PetitionViews.Asked asking(RoutingContext context, Progress progress, QueryCode code, Said said) {
        boolean asked = progress.isAsked();
        return new PetitionViews.Asked(
                asked ? RequestLanguage.of(context).link(ANSWER) : "",
                asked ? setup.intake().slip(new CaseAccess(progress.file().number(), code)) : "",
                said.key().isEmpty() ? newKey() : said.key(),
                said.typed().getOrDefault("answer", ""),
                said.faults(),
                FilesView.of(
                        frames.words(context), setup.files().limits(), said.waiting(), said.typed(), said.faults()));
    }

    /** After a second round the first answer can be read in the history only. */
    private static String told(CaseFile lead, CaseEvent event) {
        boolean answered = Set.of("approve", "answer").contains(event.what()) && lead.reopened() > 0;
        return answered ? event.details().getOrDefault("text", "") : event.told();
    }

    private PetitionViews.Again again(
            RoutingContext context, Progress progress, QueryCode code, String typed, String wrong) {
        RequestLanguage language = RequestLanguage.of(context);
        String number = progress.file().number().text();
        return new PetitionViews.Again(
                progress.mayReopen() ? language.link(REOPEN) : "",
                progress.mayReopen()
                        ? setup.intake().slip(new CaseAccess(progress.file().number(), code))
                        : "",
                typed,
                wrong,
                progress.isAnswered() && !progress.mayReopen()
                        ? language.link(PetitionPages.PATH + "?former=" + number)
                        : "");
    }

    private static List<Pages.Item> reply(Words words, Reply reply) {
        if (!reply.isGiven()) {
            return List.of();
        }
        return List.of(
                new Pages.Item(
                        words.say("case.reply.outcome"),
                        words.say("case.outcome." + reply.outcome().key())),
                new Pages.Item(words.say("case.reply.text"), reply.text()),
                new Pages.Item(words.say("case.reply.ground"), reply.ground()),
                new Pages.Item(words.say("case.reply.next"), reply.nextStep()),
                new Pages.Item(words.say("case.reply.contact"), reply.contactName() + " " + reply.contactPhone()));
    }

    private void fill(RoutingContext context, int status, String template, Words words, String title, Object page) {
        citizen.show(context, status, template, frames.around(context, words, title, ""), page);
    }
}
