package tw.minsheng.web.staff;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.minsheng.acceptance.FormWithFiles;

/** A browser without a script: keeps cookies, follows nothing by itself. */
public final class Visitor {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

    private final String root;
    final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    public Visitor(String root) {
        this.root = root;
    }

    /** What came back. */
    public record Seen(int status, String body, String location, HttpResponse<String> response) {

        public Seen expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("status " + status + " instead of " + wanted + ": " + body);
            }
            return this;
        }

        /** What a hidden field of the page holds, as it is written there. */
        public String hidden(String name) {
            Matcher found =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            if (!found.find()) {
                throw new AssertionError("no " + name + " in " + body);
            }
            return found.group(1);
        }
    }

    public Seen get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    /** A file as it comes. */
    public byte[] bytes(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).GET();
        request.header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Posts these fields with the token of the last page. */
    public Seen post(String path, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", csrf);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return postExactly(path, fields, Map.of());
    }

    public Seen postExactly(String path, Map<String, String> fields, Map<String, String> headers) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return postBody(path, body, headers);
    }

    /** Posts a form that is encoded already. */
    public Seen postBody(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Posts a form that brings files; the token of the last page goes with it. */
    public Seen postFiles(String path, FormWithFiles form) {
        form.field("csrf", csrf);
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", form.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())));
    }

    public void signIn(String name, String password) {
        get("/login").expect(200);
        post("/login", "name", name, "password", password).expect(303);
    }

    /** Asks for the page and sends these, whatever comes of it. */
    Seen tryIn(String name, String password) {
        get("/login");
        return post("/login", "name", name, "password", password);
    }

    public String csrf() {
        return csrf;
    }

    private Seen send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = exchange(request.build());
        response.headers().allValues("set-cookie").forEach(this::keep);
        Matcher token = CSRF.matcher(response.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        String location = response.headers().firstValue("location").orElse("");
        return new Seen(response.statusCode(), response.body(), location, response);
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
