package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/**
 * A petitioner confirms that she sent a case: by the link of a mail, or by a code. Opening the link only shows a button,
 * because programs that look for bad mail open links, too; and that page says nothing of whether there is such a case.
 */
public final class ConfirmPages implements Routes {

    static final String PATH = "/petition/confirm";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final PetitionSetup setup;
    private final CitizenSetup citizen;
    private final Frames frames;

    public ConfirmPages(PetitionSetup setup) {
        this.setup = setup;
        this.citizen = setup.citizen();
        this.frames = citizen.frames();
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> ask(context, 200, "", ""));
        router.post(PATH).handler(context -> posted(context, this::byCode));
        router.get(PATH + "/:token").handler(this::button);
        router.post(PATH + "/:token").handler(context -> posted(context, form -> byLink(context)));
    }

    /** What answers a form. */
    private interface Step {
        Future<Optional<CaseNumber>> confirm(FormBody form);
    }

    private void posted(RoutingContext context, Step step) {
        FormBody.read(context)
                .compose(form -> {
                    citizen.origin().check(context.request());
                    citizen.limits()
                            .take(
                                    RateLimits.Kind.CONFIRMATIONS,
                                    citizen.address().of(context.request()));
                    return step.confirm(form).map(found -> {
                        answer(context, form, found);
                        return (Void) null;
                    });
                })
                .onFailure(context::fail);
    }

    private Future<Optional<CaseNumber>> byLink(RoutingContext context) {
        return setup.confirm().byLink(token(context));
    }

    private Future<Optional<CaseNumber>> byCode(FormBody form) {
        String code = form.first("code").replaceAll("[^0-9０-９]", "");
        return CaseNumber.typed(form.first("number"))
                .map(number -> setup.confirm().byCode(number, Normalizer.normalize(code, Normalizer.Form.NFKC)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static String token(RoutingContext context) {
        String token = context.pathParam("token");
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw Problem.notFound("page", PATH);
        }
        return token;
    }

    private void button(RoutingContext context) {
        Words words = frames.words(context);
        String action = RequestLanguage.of(context).link(PATH + "/" + token(context));
        fill(context, 200, "confirm", words, words.say("confirm.title"), new PetitionViews.Confirm(action));
    }

    private void ask(RoutingContext context, int status, String number, String wrong) {
        Words words = frames.words(context);
        PetitionViews.Ask page =
                new PetitionViews.Ask(RequestLanguage.of(context).link(PATH), number, "", wrong);
        fill(context, status, "confirmcode", words, words.say("confirm.title"), page);
    }

    /** The same for what never was, what is wrong, and what is too late. */
    private void answer(RoutingContext context, FormBody form, Optional<CaseNumber> found) {
        Words words = frames.words(context);
        if (found.isEmpty() && context.pathParam("token") == null) {
            ask(context, 422, form.first("number"), words.say("confirm.wrong.text"));
            return;
        }
        Pages.Message message = found.map(number -> new Pages.Message(
                        words.say("confirm.done"),
                        List.of(words.say("confirm.done.text", "number", number.text())),
                        List.of(new PartPage.Link(
                                words.say("petition.ask.link"),
                                RequestLanguage.of(context).link(CasePages.PATH)))))
                .orElseGet(() -> new Pages.Message(
                        words.say("confirm.wrong"),
                        List.of(words.say("confirm.wrong.text")),
                        List.of(new PartPage.Link(
                                words.say("home.link"),
                                RequestLanguage.of(context).link("/")))));
        fill(context, found.isPresent() ? 200 : 422, "message", words, message.heading(), message);
    }

    private void fill(RoutingContext context, int status, String template, Words words, String title, Object page) {
        citizen.show(context, status, template, frames.around(context, words, title, ""), page);
    }
}
