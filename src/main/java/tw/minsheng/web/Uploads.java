package tw.minsheng.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.kernel.NetAddress;
import tw.minsheng.kernel.Problem;

/**
 * Reads forms that may bring files. They go to the disk as they arrive, at the pace of the disk; nothing is held in memory
 * but a few pieces. A file that is too large is read to its end and forgotten, so that its form can be answered.
 * Safe to share between event loops.
 */
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    /** So many forms with files at once; each may fill the disk with what its files may have. */
    private static final int MOST_AT_ONCE = 16;
    /** Of these so many from one network, so that slow lines of one cannot shut out the others. */
    private static final int MOST_OF_NETWORK = 6;
    /** Files that one form may bring, useful or not. */
    private static final int MOST_FILES = 32;
    /** A telephone that sends 60 MB over a slow line is waited for. */
    private static final long DEADLINE_MS = 900_000;
    /** Whoever sends less than this in a while is not waited for. */
    private static final long LEAST_BYTES = 8_192;

    private static final long WHILE_MS = 30_000;

    private final Path folder;
    private final long fileBytes;
    private final long bodyBytes;
    private final ClientAddress address;
    private final AtomicInteger under = new AtomicInteger();
    private final Map<String, Integer> underByNetwork = new ConcurrentHashMap<>();

    /**
     * @param folder for files that are on their way; made when it is not there
     * @param address tells from which network a form comes
     * @param fileBytes that a file may have
     * @param bodyBytes after which a form is no longer read at all
     */
    public Uploads(Path folder, ClientAddress address, long fileBytes, long bodyBytes) {
        this.folder = folder;
        this.address = address;
        this.fileBytes = fileBytes;
        this.bodyBytes = bodyBytes;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the body may bring files. */
    public static boolean isMultipart(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * Reads a form, with files or without, and forgets its files when the work is done, however it ends.
     *
     * @param gate looked at before a single byte of a file is taken; throws what forbids it
     * @param work what is done with the form
     */
    public <T> Future<T> read(RoutingContext context, Runnable gate, Function<FormBody, Future<T>> work) {
        return read(context, gate, true, work);
    }

    /** @param keep false when files are read over, because they are nobody's */
    public <T> Future<T> read(RoutingContext context, Runnable gate, boolean keep, Function<FormBody, Future<T>> work) {
        if (!isMultipart(context)) {
            return FormBody.read(context).compose(work);
        }
        try {
            gate.run();
        } catch (Problem closed) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            return Future.failedFuture(closed);
        }
        Form form = new Form(keep, NetAddress.of(address.of(context.request())).network());
        return collect(context, form).compose(whole -> work.apply(form.body())).onComplete(done -> {
            // in order: a piece that is just being written is written first, and none after it
            context.vertx()
                    .executeBlocking(form::forget)
                    .onFailure(failure -> LOG.warn("a file on its way could not be closed", failure));
        });
    }

    private boolean enter(String network) {
        int ofNetwork = underByNetwork.merge(network, 1, Integer::sum);
        if (under.incrementAndGet() > MOST_AT_ONCE || ofNetwork > MOST_OF_NETWORK) {
            leave(network);
            return false;
        }
        return true;
    }

    private static Problem busy() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "upload.busy", Map.of("seconds", "30"));
    }

    private void leave(String network) {
        under.decrementAndGet();
        underByNetwork.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }

    private Future<Void> collect(RoutingContext context, Form form) {
        HttpServerRequest request = context.request();
        Promise<Void> whole = Promise.promise();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        Multipart multipart = Multipart.of(type == null ? "" : type, form).orElse(null);
        if (multipart == null) {
            return Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        }
        long timer = context.vertx().setTimer(DEADLINE_MS, late -> fail(context, whole, slow()));
        AtomicLong seen = new AtomicLong();
        long pace = context.vertx().setPeriodic(WHILE_MS, tick -> {
            long now = form.received.get();
            if (now - seen.getAndSet(now) < LEAST_BYTES) {
                fail(context, whole, slow());
            }
        });
        request.exceptionHandler(broken -> fail(context, whole, Problem.of(Problem.Kind.BAD_REQUEST, "request.bad")));
        request.handler(piece -> {
            form.received.addAndGet(piece.length());
            request.pause();
            context.vertx()
                    .executeBlocking(() -> feed(multipart, form, piece))
                    .onComplete(fed -> request.resume(), failure -> {
                        form.over.set(true);
                        fail(context, whole, failure);
                        request.resume();
                    });
        });
        request.endHandler(end -> {
            try {
                multipart.finish();
                whole.tryComplete();
            } catch (Problem notWhole) {
                whole.tryFail(notWhole);
            }
        });
        // whoever asked before may have made it wait
        request.resume();
        return whole.future().onComplete(done -> {
            context.vertx().cancelTimer(timer);
            context.vertx().cancelTimer(pace);
        });
    }

    private boolean feed(Multipart multipart, Form form, Buffer piece) throws IOException {
        if (!form.over.get()) {
            form.read(piece.length());
            multipart.feed(piece.getBytes());
        }
        return true;
    }

    private static Problem slow() {
        return Problem.of(Problem.Kind.BAD_REQUEST, "request.slow");
    }

    /** What is left of the body is not waited for. */
    private static void fail(RoutingContext context, Promise<Void> whole, Throwable failure) {
        if (!whole.future().isComplete()) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            whole.fail(failure);
        }
    }

    /** What has come of a form. Belongs to one request, whose pieces come one after the other. */
    private final class Form implements Multipart.Parts {

        private final boolean keep;
        private final String network;
        private final AtomicLong received = new AtomicLong();
        /** Whether nothing more is taken of it. */
        private final AtomicBoolean over = new AtomicBoolean();

        private final Map<String, List<String>> fields = new LinkedHashMap<>();
        private final List<Spool> files = new ArrayList<>();
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private String name = "";
        private boolean inFile;
        private boolean admitted;
        private long bytes;
        private int texts;
        private int count;

        Form(boolean keep, String network) {
            this.keep = keep;
            this.network = network;
        }

        /** A place is taken with the first byte of a file: a form without any is never turned away. */
        private void admit() {
            if (!admitted && !enter(network)) {
                throw busy();
            }
            admitted = true;
        }

        private void read(int length) {
            bytes += length;
            if (bytes > bodyBytes) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "too_large");
            }
        }

        @Override
        public void field(String field) {
            begin(field);
            inFile = false;
        }

        @Override
        public void file(String field, String fileName) throws IOException {
            begin(field);
            if (files.size() >= MOST_FILES) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "too_large");
            }
            inFile = true;
            if (keep) {
                files.add(new Spool(folder, field, fileName, fileBytes));
            }
        }

        private void begin(String field) {
            if (++count > FormBody.MOST_FIELDS) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "too_large");
            }
            name = field;
        }

        @Override
        public void bytes(byte[] piece, int from, int length) throws IOException {
            if (inFile) {
                admit();
                if (keep) {
                    files.get(files.size() - 1).write(piece, from, length);
                }
                return;
            }
            texts += length;
            if (texts > FormBody.MOST_BYTES) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "too_large");
            }
            text.write(piece, from, length);
        }

        @Override
        public void end() {
            if (!inFile) {
                fields.computeIfAbsent(name, key -> new ArrayList<>(1))
                        .add(FormBody.withoutNul(text.toString(StandardCharsets.UTF_8)));
                text.reset();
            }
        }

        /** A field in which no file was chosen comes as a file without name and bytes. */
        FormBody body() {
            return new FormBody(
                    fields,
                    files.stream()
                            .filter(file -> !file.name().isEmpty() || file.size() > 0)
                            .toList());
        }

        boolean forget() throws IOException {
            over.set(true);
            if (admitted) {
                leave(network);
                admitted = false;
            }
            for (Spool file : files) {
                file.close();
            }
            return true;
        }
    }
}
