package tw.minsheng.acceptance;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What one client does again and again; for one thread. */
interface Load {

    Duration PATIENCE = Duration.ofSeconds(30);

    /** Made beside the measurement. */
    default void prepare(int times) throws IOException {}

    /** Done once; returns nanoseconds from sending to the whole answer. */
    long once() throws IOException;

    /** Makes the load of one client. */
    @FunctionalInterface
    interface Kind {
        Load client(URI server) throws IOException;
    }

    private static long timed(Wire wire, Wire.Request request, int wanted) throws IOException {
        long begin = System.nanoTime();
        Wire.Answer answer = wire.send(request);
        long nanos = System.nanoTime() - begin;
        if (answer.status() != wanted) {
            throw new IOException(request + " was answered by " + answer);
        }
        return nanos;
    }

    /** Whole answers over the API. */
    record Api(Wire wire, Form form) implements Load {
        @Override
        public long once() throws IOException {
            String key = UUID.randomUUID().toString();
            String path = "/api/v1/surveys/" + form.survey() + "/responses";
            return timed(wire, Wire.Request.json(path, key, form.body().replace("%s", key)), 201);
        }
    }

    /** A page without a draft. */
    record Reading(Wire wire, String path) implements Load {
        @Override
        public long once() throws IOException {
            return timed(wire, Wire.Request.get(path), 200);
        }
    }

    /** Saves of pages and sending off, of forms that were opened before. */
    record Saving(Wire wire, Form form, Deque<Wire.Request> waiting) implements Load {

        Saving(Wire wire, Form form) {
            this(wire, form, new ArrayDeque<>());
        }

        @Override
        public void prepare(int times) throws IOException {
            while (waiting.size() < times) {
                waiting.addAll(form.opened(wire));
            }
        }

        @Override
        public long once() throws IOException {
            if (waiting.isEmpty()) {
                waiting.addAll(form.opened(wire));
            }
            return timed(wire, waiting.remove(), 303);
        }
    }

    /** From the first page to the receipt, as a browser does: reading every page and filling it in. */
    record Flow(Wire wire, Form form) implements Load {
        @Override
        public long once() throws IOException {
            long begin = System.nanoTime();
            SentPage page = form.first(wire);
            while (page.receipt().isEmpty()) {
                Wire.Answer sent = wire.send(page.filled("希望增加服務櫃台", ThreadLocalRandom.current()));
                page = new SentPage(wire.send(Wire.Request.get(sent.location())).body());
            }
            return System.nanoTime() - begin;
        }
    }

    /**
     * A survey, walked through once, so that it can be answered without reading its pages.
     *
     * @param body of an answer over the API, {@code %s} for the key
     * @param posts what the walk sent, with {@link #CODE} and {@link #KEY} where another walk has its own
     */
    record Form(String survey, String body, List<Wire.Request> posts) {

        private static final String CODE = "{code}";
        private static final String KEY = "{key}";

        static Form walked(URI server, String survey, String body) throws IOException {
            try (Wire wire = new Wire(server, PATIENCE)) {
                Form form = new Form(survey, body, List.of());
                Stream.Builder<Wire.Request> posts = Stream.builder();
                SentPage page = form.begun(wire);
                while (page.receipt().isEmpty()) {
                    Wire.Request filled = page.filled("希望增加服務櫃台", ThreadLocalRandom.current());
                    posts.add(new Wire.Request(
                            filled.method(),
                            filled.path().replace(code(filled.path()), CODE),
                            filled.headers(),
                            filled.body().replace(page.formKey(), KEY)));
                    Wire.Answer sent = wire.send(filled);
                    page = new SentPage(
                            wire.send(Wire.Request.get(sent.location())).body());
                }
                return new Form(survey, body, posts.build().toList());
            }
        }

        SentPage first(Wire wire) throws IOException {
            return new SentPage(wire.send(Wire.Request.get("/s/" + survey)).body());
        }

        /** Where the first questions are; needs no first page. */
        String path(Wire wire) throws IOException {
            return wire.send(Wire.Request.form("/s/" + survey, "go=next")).location();
        }

        private SentPage begun(Wire wire) throws IOException {
            return new SentPage(wire.send(Wire.Request.get(path(wire))).body());
        }

        /** Everything that a new form sends, ready to go. */
        List<Wire.Request> opened(Wire wire) throws IOException {
            String path = path(wire);
            String key = new SentPage(wire.send(Wire.Request.get(path)).body()).formKey();
            return posts.stream()
                    .map(post -> new Wire.Request(
                            post.method(),
                            post.path().replace(CODE, code(path)),
                            post.headers(),
                            post.body().replace(KEY, key)))
                    .toList();
        }

        private static String code(String path) {
            return path.split("/", -1)[4];
        }
    }
}
