package tw.minsheng.web.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Progress;
import tw.minsheng.petition.QueryCode;
import tw.minsheng.petition.Receipt;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.Sent;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.web.ClientAddress;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.OriginCheck;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Routes;

/** Petitions under {@code /api/v1}: sent under a key, asked for with the query code. */
public final class PetitionApi implements Routes {

    private static final String JSON = "application/json";
    private static final String PATH = "/api/v1/petitions";
    /** Four thousand characters, each written as an escape, and all the rest. */
    private static final int MOST_BYTES = 65_536;
    /** A program shows its own notice, which this house does not know. */
    private static final String NO_NOTICE = "";

    private final CaseIntake intake;
    private final CaseDesk desk;
    private final ClientAddress address;
    private final OriginCheck origin;
    private final RateLimits limits;

    public PetitionApi(CaseIntake intake, CaseDesk desk, ClientAddress address, OriginCheck origin, RateLimits limits) {
        this.intake = intake;
        this.desk = desk;
        this.address = address;
        this.origin = origin;
        this.limits = limits;
    }

    @Override
    public void mount(Router router) {
        router.post(PATH).handler(this::send);
        router.get(PATH + "/:number").handler(this::ask);
    }

    private void send(RoutingContext context) {
        FormBody.bytes(context, MOST_BYTES)
                .compose(body -> take(context, body))
                .onSuccess(receipt -> tw.minsheng.web.Reply.json(
                        context,
                        receipt.again() ? 200 : 201,
                        JSON,
                        receipt(receipt).toBuffer()))
                .onFailure(context::fail);
    }

    private Future<Receipt> take(RoutingContext context, Buffer body) {
        if (intake.catalogue().isEmpty()) {
            throw Problem.notFound("page", PATH);
        }
        origin.check(context.request());
        limits.take(RateLimits.Kind.PETITIONS, address.of(context.request()));
        String key = ApiRequest.key(context.request());
        Sent sent = new Sent(PetitionBody.fields(ApiRequest.object(body)), Channel.API, NO_NOTICE);
        return intake.take(sent, key);
    }

    private static JsonObject receipt(Receipt receipt) {
        return new JsonObject()
                .put("number", receipt.number().text())
                .put("query_code", receipt.code().grouped())
                .put("due", text(receipt.deadline().due()));
    }

    /** To the second: nobody owes an answer by a millionth of one. */
    private static String text(Due due) {
        return due.timed()
                ? due.at().truncatedTo(ChronoUnit.SECONDS).toString()
                : due.day().toString();
    }

    /** A number of no case and a wrong code are answered alike, so that nobody learns which numbers there are. */
    private void ask(RoutingContext context) {
        Future.succeededFuture()
                .compose(ready -> progress(context))
                .onSuccess(progress -> tw.minsheng.web.Reply.json(
                        context, 200, JSON, standing(progress).toBuffer()))
                .onFailure(context::fail);
    }

    private Future<Progress> progress(RoutingContext context) {
        limits.take(RateLimits.Kind.CASE_QUERIES, address.of(context.request()));
        Optional<CaseNumber> number = CaseNumber.typed(context.pathParam("number"));
        Optional<QueryCode> code =
                Optional.ofNullable(context.request().getHeader("X-Query-Code")).flatMap(QueryCode::typed);
        if (number.isEmpty() || code.isEmpty()) {
            return Future.failedFuture(Problem.notFound("case", ""));
        }
        return desk.progress(number.get(), code.get());
    }

    private static JsonObject standing(Progress progress) {
        JsonArray history = new JsonArray();
        progress.events().forEach(event -> history.add(line(event)));
        JsonObject standing = new JsonObject()
                .put("number", progress.file().number().text())
                .put("type", progress.file().petition().type())
                .put("state", progress.state().key());
        if (progress.isAwaited()) {
            standing.put("due", text(progress.deadline().due()));
        } else {
            standing.putNull("due");
        }
        Reply reply = progress.reply();
        if (reply.isGiven()) {
            standing.put("reply", answer(reply));
        } else {
            standing.putNull("reply");
        }
        return standing.put("history", history);
    }

    /** Without who acted and why: those are for staff. */
    private static JsonObject line(CaseEvent event) {
        return new JsonObject()
                .put("at", event.act().at().toString())
                .put("event", event.what())
                .put("told", event.told());
    }

    private static JsonObject answer(Reply reply) {
        return new JsonObject()
                .put("outcome", reply.outcome().key())
                .put("text", reply.text())
                .put("ground", reply.ground())
                .put("next", reply.nextStep());
    }
}
