package tw.minsheng.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.attach.Arrived;

/**
 * A form as sent: every value by field name, in the order of sending. Read by our own hand because a form of two
 * thousand Chinese characters, which the server's decoder refuses, is an answer that would be lost.
 *
 * @param files that came with it, closed by whoever read the form ({@link Uploads})
 */
public record FormBody(Map<String, List<String>> fields, List<Spool> files) {

    static final int MOST_BYTES = 524_288;
    static final int MOST_FIELDS = 4_096;
    /** A body that is not here by then is not coming. */
    private static final long DEADLINE_MS = 30_000;

    public FormBody {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        files = List.copyOf(files);
    }

    /** A form without files. */
    public FormBody(Map<String, List<String>> fields) {
        this(fields, List.of());
    }

    /** The files of a field, as they arrived. */
    public List<Arrived> arrived(String field) {
        return files.stream()
                .filter(file -> file.field().equals(field))
                .map(file -> new Arrived(file.name(), file, file.isTooLarge()))
                .toList();
    }

    /** The values of a field, none when it was not sent. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first value of a field, "" when it was not sent. */
    public String first(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.get(0);
    }

    /** Reads the whole body; call it before anything else is waited for. */
    public static Future<FormBody> read(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        }
        return bytes(context, MOST_BYTES).map(body -> parse(body.toString(StandardCharsets.US_ASCII)));
    }

    /** Collects a body; fails with {@code too_large} and lets go of the connection when it passes the limit. */
    public static Future<Buffer> bytes(RoutingContext context, int most) {
        HttpServerRequest request = context.request();
        Promise<Buffer> whole = Promise.promise();
        if (announced(request) > most) {
            letGo(context, whole, Problem.Kind.TOO_LARGE, "too_large");
            return whole.future();
        }
        Buffer collected = Buffer.buffer();
        long timer = context.vertx()
                .setTimer(DEADLINE_MS, late -> letGo(context, whole, Problem.Kind.BAD_REQUEST, "request.slow"));
        request.exceptionHandler(broken -> letGo(context, whole, Problem.Kind.BAD_REQUEST, "request.bad"));
        request.handler(piece -> {
            if (collected.length() + piece.length() <= most) {
                collected.appendBuffer(piece);
            } else {
                letGo(context, whole, Problem.Kind.TOO_LARGE, "too_large");
            }
        });
        request.endHandler(end -> whole.tryComplete(collected));
        return whole.future().onComplete(done -> context.vertx().cancelTimer(timer));
    }

    /** Length that the request announces, 0 when it does not. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }

    /** What is left of the body is not waited for. */
    private static void letGo(RoutingContext context, Promise<Buffer> whole, Problem.Kind kind, String code) {
        if (!whole.future().isComplete()) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            whole.fail(Problem.of(kind, code));
        }
    }

    static FormBody parse(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        for (String pair : body.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MOST_FIELDS) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "too_large");
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        }
        return new FormBody(fields);
    }

    private static String decode(String text) {
        try {
            return withoutNul(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "request.bad");
        }
    }

    /**
     * The same text.
     *
     * @throws Problem bad request when it holds U+0000, which nobody types and the database does not keep
     */
    public static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "request.bad");
        }
        return text;
    }
}
