package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Progress;
import tw.minsheng.petition.QueryCode;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.deadline.StepWords;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/**
 * A petitioner asks how her case stands, with its number and query code. Both travel in the form, never in an address, and
 * a number that does not exist is answered like a wrong code.
 */
public final class CasePages implements Routes {

    static final String PATH = "/case";

    private final PetitionSetup setup;
    private final CitizenSetup citizen;
    private final Frames frames;

    public CasePages(PetitionSetup setup) {
        this.setup = setup;
        this.citizen = setup.citizen();
        this.frames = citizen.frames();
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> ask(context, 200, "", "", ""));
        router.post(PATH).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        FormBody.read(context).compose(form -> look(context, form)).onFailure(context::fail);
    }

    private Future<Void> look(RoutingContext context, FormBody form) {
        citizen.origin().check(context.request());
        citizen.limits().take(RateLimits.Kind.CASE_QUERIES, citizen.address().of(context.request()));
        String typedNumber = form.first("number");
        String typedCode = form.first("code");
        Optional<CaseNumber> number = CaseNumber.typed(typedNumber);
        Optional<QueryCode> code = QueryCode.typed(typedCode);
        if (number.isEmpty()) {
            ask(context, 422, typedNumber, typedCode, "case.number.wrong");
            return Future.succeededFuture();
        }
        if (code.isEmpty()) {
            ask(context, 422, typedNumber, typedCode, "case.wrong");
            return Future.succeededFuture();
        }
        return setup.desk().progress(number.get(), code.get()).transform(found -> {
            if (found.succeeded()) {
                show(context, found.result());
                return Future.succeededFuture();
            }
            if (found.cause() instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND) {
                ask(context, 422, typedNumber, typedCode, "case.wrong");
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

    private void show(RoutingContext context, Progress progress) {
        Words words = frames.words(context);
        CaseFile file = progress.file();
        String type = setup.intake()
                .catalogue()
                .type(file.petition().type())
                .map(CaseType::label)
                .map(words::text)
                .orElse(file.petition().type());
        boolean open = progress.isAwaited();
        PetitionViews.Standing page = new PetitionViews.Standing(
                file.number().text(),
                type,
                words.say("case.state." + progress.state().key()),
                open ? words.due(progress.deadline().due()) : "",
                open ? new StepWords(words.language()).of(progress.deadline().steps()) : List.of(),
                progress.events().stream()
                        .map(event -> new PetitionViews.Line(
                                words.date(event.act().at()), words.say("case.event." + event.what()), event.told()))
                        .toList(),
                reply(words, progress.reply()),
                RequestLanguage.of(context).link(PATH));
        fill(context, 200, "standing", words, words.say("case.standing.title"), page);
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
