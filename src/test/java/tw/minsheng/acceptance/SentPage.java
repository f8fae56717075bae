package tw.minsheng.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as the server sent it: its receipt, and its form with what a respondent may fill in. */
record SentPage(String html) {

    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\"[^>]*>([^<]+)<");
    private static final Pattern FORM_KEY = Pattern.compile("name=\"form_key\" value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("<form [^>]*method=\"post\"[^>]*>");
    private static final Pattern FIELD = Pattern.compile("<(input|textarea)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    /** So many of the first choices of a question are made: the others may screen out or fill a quota. */
    private static final int CHOICES = 3;

    Optional<String> receipt() {
        Matcher found = RECEIPT.matcher(html);
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }

    /** The key that its form carries. */
    String formKey() {
        Matcher found = FORM_KEY.matcher(html);
        if (!found.find()) {
            throw new IllegalStateException("a page without a key: " + html);
        }
        return found.group(1);
    }

    /** The first form of the main part, filled in: an answer to each question, these words in each field for text. */
    Wire.Request filled(String words, RandomGenerator random) {
        int main = html.indexOf("<main");
        Matcher form = FORM.matcher(html);
        if (main < 0 || !form.find(main)) {
            throw new IllegalStateException("a page without receipt and form: " + html);
        }
        String inside = html.substring(form.end(), html.indexOf("</form>", form.end()));
        Map<String, List<String>> choices = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder();
        Matcher field = FIELD.matcher(inside);
        while (field.find()) {
            Map<String, String> attributes = attributes(field.group(2));
            String name = attributes.getOrDefault("name", "");
            if (field.group(1).equals("textarea")) {
                add(body, name, words);
            } else if (attributes.getOrDefault("type", "").equals("hidden")) {
                add(body, name, attributes.getOrDefault("value", ""));
            } else if (attributes.getOrDefault("type", "").equals("radio")) {
                choices.computeIfAbsent(name, key -> new ArrayList<>()).add(attributes.getOrDefault("value", ""));
            }
        }
        choices.forEach((name, values) ->
                add(body, name, values.get(random.nextInt(Math.min(CHOICES, values.size())))));
        add(body, "go", html.contains("value=\"finish\"") ? "finish" : "next");
        return Wire.Request.form(attributes(form.group()).getOrDefault("action", ""), body.toString());
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher each = ATTRIBUTE.matcher(tag);
        while (each.find()) {
            attributes.put(each.group(1), each.group(2).replace("&#34;", "\"").replace("&amp;", "&"));
        }
        return attributes;
    }

    private static void add(StringBuilder body, String name, String value) {
        if (!body.isEmpty()) {
            body.append('&');
        }
        body.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
