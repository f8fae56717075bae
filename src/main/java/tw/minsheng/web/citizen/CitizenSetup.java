package tw.minsheng.web.citizen;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Map;
import tw.minsheng.collect.FormKeys;
import tw.minsheng.collect.Intake;
import tw.minsheng.collect.Surveys;
import tw.minsheng.web.Assets;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.Templates;
import tw.minsheng.web.WebSettings;

/** What the citizens' pages need. */
public record CitizenSetup(
        WebSettings settings,
        Surveys surveys,
        Intake intake,
        FormKeys keys,
        Templates templates,
        Assets assets,
        ClientAddress address,
        OriginCheck origin,
        RateLimits limits,
        Clock clock) {

    Frames frames() {
        return new Frames(assets, clock, settings.zone());
    }

    /** An address that leads here from paper and from other devices. */
    String absolute(RoutingContext context, String path) {
        String base = settings.publicUrl();
        return (base.isEmpty()
                        ? context.request().scheme() + "://" + context.request().authority()
                        : base)
                + path;
    }

    /** Fills a template of the citizens' pages and sends it. */
    void show(RoutingContext context, int status, String template, Frame frame, Object page) {
        Reply.page(context, status, templates.fill("citizen/" + template, Map.of("frame", frame, "page", page)));
    }
}
