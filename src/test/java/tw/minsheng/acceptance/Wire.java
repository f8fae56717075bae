package tw.minsheng.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One kept-alive HTTP connection, for one thread. Plain sockets, because a client that shares the machine with the server
 * it measures has to cost little.
 */
final class Wire implements Closeable {

    private static final int BUFFER = 16_384;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String host;

    Wire(URI server, Duration patience) throws IOException {
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), millis);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            host = server.getAuthority();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * What to send.
     *
     * @param headers further header lines, each with its line end
     */
    record Request(String method, String path, String headers, String body) {

        static Request get(String path) {
            return new Request("GET", path, "", "");
        }

        static Request form(String path, String body) {
            return new Request("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", body);
        }

        static Request json(String path, String key, String body) {
            return new Request(
                    "POST", path, "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n", body);
        }
    }

    /** @param location "" when the answer leads nowhere else */
    record Answer(int status, String location, String body) {}

    /** Sends and reads the whole answer; after a failure the connection is of no use. */
    Answer send(Request request) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        String head = request.method() + " " + request.path() + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + request.headers()
                + (request.method().equals("POST") ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
        whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        whole.writeTo(socket.getOutputStream());
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        String location = "";
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "location" -> location = value;
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        if (!chunked && body.length < length) {
            throw new EOFException();
        }
        return new Answer(status, location, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) {
                throw new EOFException();
            }
            whole.writeBytes(chunk);
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
