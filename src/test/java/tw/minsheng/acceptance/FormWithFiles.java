package tw.minsheng.acceptance;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form as browsers write it when it may bring files (RFC 7578). */
public final class FormWithFiles {

    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public FormWithFiles field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    FormWithFiles fields(Map<String, String> fields) {
        fields.forEach(this::field);
        return this;
    }

    public FormWithFiles file(String name, byte[] content) {
        return part("name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: image/jpeg", content);
    }

    private FormWithFiles part(String head, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes(end);
        return all.toByteArray();
    }

    HttpRequest.Builder request(String address, String origin) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type())
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes()));
    }
}
