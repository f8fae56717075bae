package tw.minsheng.web;

import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.ProblemWords;

/**
 * The one place that turns what went wrong into a page or into {@code application/problem+json}. The words come from the
 * messages; the cause of an unknown failure goes to the log under the id that the page shows.
 */
public final class Failures implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int INTERNAL = 500;

    private final ProblemWords words;
    private final ProblemPage page;

    /** Draws the page of a problem. */
    @FunctionalInterface
    public interface ProblemPage {
        Buffer draw(RoutingContext context, Problem problem, String text);
    }

    public Failures(ProblemWords words, ProblemPage page) {
        this.words = words;
        this.page = page;
    }

    @Override
    public void handle(RoutingContext context) {
        Problem problem = problem(context);
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        if (problem.kind() == Problem.Kind.TOO_MANY || problem.kind() == Problem.Kind.UNAVAILABLE) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, problem.args().getOrDefault("seconds", "10"));
        }
        Language language = RequestLanguage.of(context).language();
        if (wantsJson(context)) {
            int status = status(context, problem);
            Reply.json(context, status, "application/problem+json", json(problem, status, language));
        } else {
            Reply.page(context, problem.kind().status(), page.draw(context, problem, text(problem, language)));
        }
    }

    /** A closed survey is gone for readers of pages and a conflict for programs (interfaces, section 2). */
    private static int status(RoutingContext context, Problem problem) {
        boolean closed = problem.kind() == Problem.Kind.GONE && isApi(context);
        return closed ? Problem.Kind.CONFLICT.status() : problem.kind().status();
    }

    private Buffer json(Problem problem, int status, Language language) {
        JsonObject json = new JsonObject()
                .put("type", "about:blank")
                .put("title", text(problem, language))
                .put("status", status)
                .put("detail", text(problem, language))
                .put("code", problem.code());
        if (!problem.faults().isEmpty()) {
            JsonArray errors = new JsonArray();
            for (Fault fault : problem.faults()) {
                errors.add(new JsonObject()
                        .put("field", fault.place())
                        .put("code", fault.code())
                        .put("message", faultText(fault, language)));
            }
            json.put("errors", errors);
        }
        return json.toBuffer();
    }

    /** Programs know questions by their ids, so the id stands where a page says the question. */
    private String faultText(Fault fault, Language language) {
        Map<String, String> args = new HashMap<>(fault.args());
        args.putIfAbsent("question", fault.place());
        return words.of(language, new Fault(fault.place(), fault.code(), args));
    }

    private String text(Problem problem, Language language) {
        return words.of(language, problem);
    }

    private Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof Problem problem) {
            if (problem.kind() == Problem.Kind.INTERNAL) {
                return unknown(context, problem);
            }
            return problem;
        }
        int status = context.statusCode();
        if (failure == null || (status >= 400 && status < INTERNAL)) {
            return ofStatus(status);
        }
        return unknown(context, failure);
    }

    private static Problem ofStatus(int status) {
        return Arrays.stream(Problem.Kind.values())
                .filter(kind -> kind.status() == status)
                .findFirst()
                .map(kind -> kind == Problem.Kind.NOT_FOUND
                        ? Problem.notFound("page", "")
                        : Problem.of(kind, kind == Problem.Kind.TOO_LARGE ? "too_large" : "request.bad"))
                .orElseGet(() -> Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
    }

    /**
     * Only classes and places in the code are logged: the words of an exception may carry an answer, its path a resume
     * code.
     */
    private static Problem unknown(RoutingContext context, Throwable failure) {
        String id = RequestId.of(context);
        if (failure instanceof VertxException) {
            LOG.info("request {} broke off: {}", id, failure.getClass().getSimpleName());
        } else {
            LOG.error("request {} failed: {}", id, Trace.of(failure));
        }
        return Problem.of(Problem.Kind.INTERNAL, "500.0", Map.of("id", id));
    }

    static boolean isApi(RoutingContext context) {
        return context.request().path() != null && context.request().path().startsWith("/api/");
    }

    private static boolean wantsJson(RoutingContext context) {
        String path = context.request().path();
        return path != null && (path.startsWith("/api/") || path.startsWith("/health/"));
    }
}
