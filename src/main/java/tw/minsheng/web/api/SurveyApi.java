package tw.minsheng.web.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Finishing;
import tw.minsheng.collect.Surveys;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.Routes;

/** Surveys and answers under {@code /api/v1}. */
public final class SurveyApi implements Routes {

    private static final String JSON = "application/json";
    private static final int MOST_BYTES = 262_144;

    private final Surveys surveys;
    private final Finishing finishing;
    private final ClientAddress address;
    private final OriginCheck origin;
    private final RateLimits limits;
    private final Clock clock;
    private final Buffer description = description();

    public SurveyApi(
            Surveys surveys,
            Finishing finishing,
            ClientAddress address,
            OriginCheck origin,
            RateLimits limits,
            Clock clock) {
        this.surveys = surveys;
        this.finishing = finishing;
        this.address = address;
        this.origin = origin;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/openapi.json").handler(context -> Reply.json(context, 200, JSON, description));
        router.get("/api/v1/surveys").handler(this::list);
        router.get("/api/v1/surveys/:survey").handler(this::definition);
        router.post("/api/v1/surveys/:survey/responses").handler(this::respond);
    }

    private void list(RoutingContext context) {
        surveys.open()
                .onSuccess(open -> {
                    JsonArray rows = new JsonArray();
                    open.forEach(offer -> rows.add(row(offer)));
                    Reply.json(
                            context,
                            200,
                            JSON,
                            new JsonObject().put("surveys", rows).toBuffer());
                })
                .onFailure(context::fail);
    }

    private static JsonObject row(Surveys.Offer offer) {
        Survey survey = offer.current().survey();
        JsonObject title = new JsonObject();
        survey.title().texts().forEach((language, text) -> title.put(language.tag(), text));
        JsonArray languages = new JsonArray();
        survey.languages().stream().map(Language::tag).forEach(languages::add);
        JsonObject row = new JsonObject()
                .put("id", survey.id())
                .put("title", title)
                .put("version", survey.version().toString())
                .put("languages", languages);
        return offer.wave().hasPlannedEnd()
                ? row.put("closes", offer.wave().closes().toString())
                : row.putNull("closes");
    }

    private void definition(RoutingContext context) {
        offer(context)
                .onSuccess(offer -> Reply.json(
                        context,
                        200,
                        JSON,
                        Buffer.buffer("{\"hash\":\"" + offer.current().hash() + "\",\"definition\":"
                                + offer.current().definition() + "}")))
                .onFailure(context::fail);
    }

    private Future<Surveys.Offer> offer(RoutingContext context) {
        String survey = context.pathParam("survey");
        return surveys.find(survey, DataSet.LIVE)
                .map(found -> found.filter(offer -> offer.wave().isOpen(clock.instant()))
                        .orElseThrow(() -> Problem.notFound("survey", survey)));
    }

    private void respond(RoutingContext context) {
        FormBody.bytes(context, MOST_BYTES)
                .compose(body -> finishing.take(whole(context, body)))
                .onSuccess(finished -> Reply.json(context, finished.again() ? 200 : 201, JSON, receipt(finished)))
                .onFailure(context::fail);
    }

    private static Buffer receipt(Finished finished) {
        return new JsonObject()
                .put("receipt", finished.receipt())
                .put("outcome", finished.outcome().code())
                .toBuffer();
    }

    private Finishing.Whole whole(RoutingContext context, Buffer body) {
        origin.check(context.request());
        limits.take(RateLimits.Kind.ANSWERS, address.of(context.request()));
        String key = ApiRequest.key(context.request());
        JsonObject json = ApiRequest.object(body);
        Object answers = json.getValue("answers");
        if (!(answers instanceof JsonObject given)) {
            throw ApiRequest.malformed("answers");
        }
        return new Finishing.Whole(
                context.pathParam("survey"), key, plain(given), text(json, "language"), text(json, "version"));
    }

    /** Nested JSON as plain maps and lists, which is what the rules on answers read. */
    private static Map<String, ?> plain(JsonObject answers) {
        return answers.getMap();
    }

    private static String text(JsonObject json, String field) {
        Object value = json.getValue(field);
        if (value == null) {
            return "";
        }
        if (value instanceof String text && text.length() <= 40) {
            return text;
        }
        throw ApiRequest.malformed(field);
    }

    private static Buffer description() {
        try (InputStream in = SurveyApi.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its description of the API");
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
