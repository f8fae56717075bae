package tw.minsheng.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts and without memory: every page is read anew, nothing is kept but the address. */
final class Citizen {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;

    Citizen(String base) {
        this.base = base;
    }

    /** A page, with where it came from. */
    record Page(int status, String path, String html, Map<String, String> headers) {

        /** The form of answers: hidden fields as sent by a browser. */
        Map<String, String> hidden() {
            Map<String, String> hidden = new LinkedHashMap<>();
            Matcher found = HIDDEN.matcher(html);
            while (found.find()) {
                hidden.put(found.group(1), unescape(found.group(2)));
            }
            return hidden;
        }

        String action() {
            Matcher found = ACTION.matcher(html);
            if (!found.find()) {
                throw new AssertionError("no form at " + path + "\n" + html);
            }
            return unescape(found.group(1));
        }

        String receipt() {
            Matcher found = Pattern.compile("id=\"receipt\">([^<]+)<").matcher(html);
            if (!found.find()) {
                throw new AssertionError("no receipt at " + path + "\n" + html);
            }
            return found.group(1);
        }

        String location() {
            return headers.getOrDefault("location", "");
        }

        /** Part name at the end of the address. */
        String part() {
            return path.replaceAll("\\?.*", "").replaceAll(".*/", "");
        }

        private static String unescape(String text) {
            return text.replace("&#34;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&amp;", "&");
        }
    }

    Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), path);
    }

    /** Follows redirects by hand, as browsers do after a POST. */
    Page follow(Page page) {
        Page now = page;
        for (int i = 0; i < 5 && now.status() == 303; i++) {
            now = get(now.location());
        }
        return now;
    }

    Page post(String path, Map<String, List<String>> fields) {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", base)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    /** Sends the form of a page with these answers and this button. */
    Page submit(Page page, String go, Map<String, List<String>> answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        page.hidden().forEach((name, value) -> fields.put(name, List.of(value)));
        fields.putAll(answers);
        fields.put("go", List.of(go));
        return post(page.action(), fields);
    }

    Page begin(String survey) {
        Page start = get("/s/" + survey);
        return follow(submit(start, "next", Map.of()));
    }

    Page json(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, path);
    }

    Page send(HttpRequest.Builder request, String path) {
        try {
            HttpResponse<String> answer = CLIENT.send(
                    request.timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers = new LinkedHashMap<>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            return new Page(answer.statusCode(), path, answer.body(), headers);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
