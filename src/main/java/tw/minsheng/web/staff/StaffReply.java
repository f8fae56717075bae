package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tw.minsheng.format.CsvWriter;

/** What a step answers with. */
sealed interface StaffReply {

    /** Sends it; completes when the last byte is handed over. */
    Future<Void> send(HttpServerResponse response);

    /** A page of HTML. */
    record Page(int status, Buffer html) implements StaffReply {
        @Override
        public Future<Void> send(HttpServerResponse response) {
            return response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(html);
        }
    }

    /** After a good POST, and for what lies elsewhere in this house. */
    record SeeOther(String path) implements StaffReply {
        @Override
        public Future<Void> send(HttpServerResponse response) {
            return response.setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, path)
                    .end();
        }
    }

    /** @param name under which a browser saves it, "" to show it in place */
    record File(String type, String name, Buffer content) implements StaffReply {
        @Override
        public Future<Void> send(HttpServerResponse response) {
            head(response, type, name);
            return response.end(content);
        }
    }

    /** The rows of a table, each ended. */
    @FunctionalInterface
    interface CsvRows {
        void write(CsvWriter csv) throws IOException;
    }

    /** A table as a file, with these heads. */
    static File csv(String name, List<String> heads, CsvRows rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(bytes)) {
            heads.forEach(csv::text);
            csv.endRow();
            rows.write(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File("text/csv; charset=utf-8", name, Buffer.buffer(bytes.toByteArray()));
    }

    /** A file too long to hold: written piece by piece, as fast as the browser takes it. */
    record Streamed(String type, String name, Function<HttpServerResponse, Future<Void>> writer) implements StaffReply {
        @Override
        public Future<Void> send(HttpServerResponse response) {
            head(response, type, name);
            response.setChunked(true);
            return writer.apply(response).compose(done -> response.end());
        }
    }

    /**
     * A file that came from outside: to be saved, never to be shown or run in place, whatever it is. Written piece by piece.
     *
     * @param name as it is kept, in any letters
     */
    record Attached(String type, String name, long bytes, Function<HttpServerResponse, Future<Void>> writer)
            implements StaffReply {
        @Override
        public Future<Void> send(HttpServerResponse response) {
            head(response, type, name.replaceAll("[^\\x20-\\x7e]", "_"));
            String plain = response.headers().get(HttpHeaders.CONTENT_DISPOSITION);
            String any = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            response.putHeader(HttpHeaders.CONTENT_DISPOSITION, plain + "; filename*=UTF-8''" + any)
                    .putHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                    .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(bytes));
            return writer.apply(response).compose(done -> response.end());
        }
    }

    private static void head(HttpServerResponse response, String type, String name) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        if (!name.isEmpty()) {
            String safe = new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
                    .replaceAll("[^A-Za-z0-9._-]", "_");
            response.putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + safe + "\"");
        }
    }
}
