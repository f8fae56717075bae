package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.Part;
import tw.minsheng.collect.ResumeCode;
import tw.minsheng.collect.Step;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Version;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/** Question pages, the check page and the receipt: all under the address of one answer. */
public final class AnswerPages implements Routes {

    static final String CHECK = "check-answers";
    static final String RECEIPT = "receipt-page";
    static final String SAVED = "saved-page";

    private final CitizenSetup setup;
    private final Ground ground;
    private final Doorkeeper doorkeeper;
    private final AnswerViews views;

    /** Where whoever has the code in the address may answer. */
    public AnswerPages(CitizenSetup setup, Ground ground) {
        this(setup, ground, Doorkeeper.byCode(ground));
    }

    AnswerPages(CitizenSetup setup, Ground ground, Doorkeeper doorkeeper) {
        this.setup = setup;
        this.ground = ground;
        this.doorkeeper = doorkeeper;
        this.views = new AnswerViews(setup, setup.frames());
    }

    @Override
    public void mount(Router router) {
        String base = ground.route() + (ground == Ground.INVITED || ground == Ground.SLIP ? "/a" : "/a/:code");
        router.get(base).handler(context -> shown(context, this::whereItStands));
        router.get(base + "/" + CHECK).handler(context -> shown(context, this::check));
        router.post(base + "/" + CHECK).handler(context -> sent(context, this::finish));
        router.get(base + "/" + RECEIPT).handler(context -> shown(context, this::receipt));
        router.get(base + "/" + SAVED).handler(context -> shown(context, this::saved));
        router.get(base + "/:part").handler(context -> shown(context, this::part));
        router.post(base + "/:part").handler(context -> sent(context, this::send));
    }

    @FunctionalInterface
    private interface Show {
        Future<Void> answer(Request request);
    }

    @FunctionalInterface
    private interface Send {
        Future<Void> answer(Request request, SentForm form);
    }

    /** One request about one answer. */
    record Request(RoutingContext context, Surveys.Offer offer, Doorkeeper.Entry entry) {

        /** The address of the survey's start page. */
        String start() {
            return entry.start();
        }

        ResumeCode code() {
            return entry.code();
        }

        RequestLanguage language() {
            return RequestLanguage.of(context);
        }

        String path(String rest) {
            String base = entry.base();
            return entry.carried(language().link(rest.isEmpty() ? base : base + "/" + rest));
        }

        Intake.Address address(Optional<Version> version) {
            return new Intake.Address(
                    offer.wave().survey(), offer.wave().set(), code(), version, entry.invitation(), entry.place());
        }

        String part() {
            String part = context.pathParam("part");
            return part == null ? "" : part;
        }
    }

    private void shown(RoutingContext context, Show show) {
        request(context, "").compose(show::answer).onFailure(context::fail);
    }

    private void sent(RoutingContext context, Send send) {
        FormBody.read(context)
                .compose(body -> request(context, body.first(SentForm.INVITED)).compose(request -> {
                    SentForm form = new SentForm(body);
                    guard(request, form);
                    return send.answer(request, form);
                }))
                .onFailure(context::fail);
    }

    /** @param ticket what the form carries, "" without a form */
    private Future<Request> request(RoutingContext context, String ticket) {
        String survey = context.pathParam("survey");
        return setup.surveys().find(survey, ground.set()).compose(found -> {
            Surveys.Offer offer = found.orElseThrow(() -> Problem.notFound("survey", survey));
            Frames.about(context, offer);
            return doorkeeper.enter(context, offer, ticket).map(entry -> new Request(context, offer, entry));
        });
    }

    private void guard(Request request, SentForm form) {
        setup.origin().check(request.context().request());
        setup.limits()
                .take(
                        RateLimits.Kind.PAGES,
                        setup.address().of(request.context().request()));
        boolean ours = setup.keys()
                .belongs(request.offer().wave().survey(), request.offer().wave().set(), request.code(), form.formKey());
        if (!ours) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "form.foreign");
        }
    }

    private Future<Void> whereItStands(Request request) {
        return setup.intake().stand(request.address(Optional.empty())).map(step -> {
            if (step instanceof Step.Done done) {
                views.answered(request, done);
            } else {
                Reply.seeOther(request.context(), standing(request, step));
            }
            return null;
        });
    }

    private static String standing(Request request, Step step) {
        return step instanceof Step.At at ? request.path(at.part().name()) : request.path(CHECK);
    }

    private Future<Void> part(Request request) {
        boolean change = "1".equals(request.context().request().getParam("change"));
        return setup.intake()
                .show(request.address(Optional.empty()), request.part())
                .map(step -> {
                    if (step instanceof Step.Done done) {
                        views.answered(request, done);
                    } else if (step instanceof Step.At at && at.part().name().equals(request.part())) {
                        views.part(request, at.visit(), at.part(), change);
                    } else {
                        Reply.seeOther(request.context(), standing(request, step));
                    }
                    return null;
                });
    }

    private Future<Void> check(Request request) {
        return setup.intake().stand(request.address(Optional.empty())).map(step -> {
            if (step instanceof Step.Done done) {
                views.answered(request, done);
            } else if (step instanceof Step.Ready ready) {
                views.check(request, 200, ready.visit(), List.of());
            } else {
                Reply.seeOther(request.context(), standing(request, step));
            }
            return null;
        });
    }

    private Future<Void> receipt(Request request) {
        return setup.intake().stand(request.address(Optional.empty())).map(step -> {
            if (step instanceof Step.Done done) {
                views.receipt(request, done);
            } else {
                Reply.seeOther(request.context(), standing(request, step));
            }
            return null;
        });
    }

    private Future<Void> saved(Request request) {
        return setup.intake().stand(request.address(Optional.empty())).map(step -> {
            if (step instanceof Step.Done done) {
                views.answered(request, done);
            } else if (request.entry().hasOwnLink()) {
                Reply.seeOther(request.context(), standing(request, step));
            } else {
                views.saved(request, standing(request, step));
            }
            return null;
        });
    }

    private Future<Void> send(Request request, SentForm form) {
        Optional<Language> other = request.offer().current().survey().languages().stream()
                .filter(each -> each.tag().equals(form.language()))
                .findFirst();
        boolean onward =
                other.isEmpty() && !form.go().equals("back") && !form.go().equals("save");
        long now = setup.clock().instant().getEpochSecond();
        Intake.Sent sent = new Intake.Sent(
                request.part(),
                form.answers(),
                Frames.language(request.context()),
                form.seconds(now),
                form.revision(),
                onward,
                form.change());
        return setup.intake()
                .send(request.address(form.version()), sent)
                .<Void>map(step -> {
                    if (step instanceof Step.At at && !onward) {
                        Reply.seeOther(request.context(), aside(request, form, at, other));
                    } else {
                        answer(request, form, step);
                    }
                    return null;
                })
                .recover(failure -> views.keep(request, form, failure));
    }

    /** Where 上一頁, 稍後再填 and the language switch lead. */
    private static String aside(Request request, SentForm form, Step.At at, Optional<Language> other) {
        if (other.isPresent()) {
            return request.entry()
                    .carried(new RequestLanguage(other.get(), true)
                            .link(request.entry().base() + "/" + at.part().name()));
        }
        if (form.go().equals("save") && !request.entry().hasOwnLink()) {
            return request.path(SAVED);
        }
        return at.visit()
                .filled()
                .before(at.part())
                .map(Part::name)
                .map(request::path)
                .orElseGet(() -> request.entry().carried(request.language().link(request.start())));
    }

    private void answer(Request request, SentForm form, Step step) {
        if (step instanceof Step.Again again) {
            views.again(request, form, again);
        } else if (step instanceof Step.NotYet notYet) {
            views.check(request, 422, notYet.visit(), notYet.faults());
        } else if (step instanceof Step.Done done) {
            if (done.finished().again()) {
                views.answered(request, done);
            } else {
                Reply.seeOther(request.context(), request.path(RECEIPT));
            }
        } else {
            Reply.seeOther(request.context(), standing(request, step));
        }
    }

    private Future<Void> finish(Request request, SentForm form) {
        setup.limits()
                .take(
                        RateLimits.Kind.ANSWERS,
                        setup.address().of(request.context().request()));
        return setup.intake()
                .finish(request.address(form.version()), Frames.language(request.context()), form.revision())
                .<Void>map(step -> {
                    if (step instanceof Step.Done) {
                        Reply.seeOther(request.context(), request.path(RECEIPT));
                    } else {
                        answer(request, form, step);
                    }
                    return null;
                })
                .recover(failure -> views.keepFinish(request, form, failure));
    }
}
