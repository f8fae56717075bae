package tw.minsheng.web.staff;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import tw.minsheng.security.Permission;
import tw.minsheng.web.Routes;
import tw.minsheng.web.citizen.AnswerPages;
import tw.minsheng.web.citizen.CitizenSetup;
import tw.minsheng.web.citizen.Ground;
import tw.minsheng.web.citizen.StartPages;

/** The citizens' pages on trial: the same pages, open only to those who may try the survey out. */
public final class TrialPages implements Routes {

    private final StaffPages staff;
    private final CitizenSetup setup;

    public TrialPages(StaffPages staff, CitizenSetup setup) {
        this.staff = staff;
        this.setup = setup;
    }

    @Override
    public void mount(Router router) {
        String start = Ground.TRIAL.path(":survey");
        router.route(start).handler(this::guard);
        router.route(start + "/*").handler(this::guard);
        new StartPages(setup, Ground.TRIAL).mount(router);
        new AnswerPages(setup, Ground.TRIAL).mount(router);
    }

    /** The body of a form waits until it is known who sends it. */
    private void guard(RoutingContext context) {
        context.request().pause();
        staff.admit(Permission.PREVIEW_SURVEY, context)
                .onSuccess(admitted -> {
                    context.request().resume();
                    if (admitted) {
                        context.next();
                    }
                })
                .onFailure(failure -> {
                    context.request().resume();
                    context.fail(failure);
                });
    }
}
