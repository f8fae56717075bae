package tw.minsheng.web.citizen;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.collect.PlainText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Version;
import tw.minsheng.web.FormBody;

/** A question form as sent: the answers apart from what the form says of itself. */
record SentForm(FormBody body) {

    static final String KEY = "form_key";
    static final String REVISION = "revision";
    static final String GO = "go";
    /** Names with a hyphen, which no id of a question has. */
    static final String VERSION = "form-version";

    static final String SHOWN = "form-shown";
    static final String SPENT = "form-spent";
    static final String CHANGE = "form-change";
    static final String LANGUAGE = "form-lang";
    static final String INVITED = "form-invited";

    private static final Set<String> OWN = Set.of(KEY, REVISION, GO, VERSION, SHOWN, SPENT, CHANGE, LANGUAGE, INVITED);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern SECOND = Pattern.compile("[0-9]{1,12}");
    private static final int MOST_BYTES = 65_536;
    private static final int LONGEST_SECONDS = 7_200;

    String formKey() {
        return body.first(KEY);
    }

    int revision() {
        return number(body.first(REVISION));
    }

    String go() {
        return body.first(GO);
    }

    String language() {
        return body.first(LANGUAGE);
    }

    boolean change() {
        return body.first(CHANGE).equals("1");
    }

    Optional<Version> version() {
        try {
            return Optional.of(Version.parse(body.first(VERSION)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Second at which the page was shown first; now when the form does not say. */
    long shown(long now) {
        String said = body.first(SHOWN);
        return SECOND.matcher(said).matches() ? Long.parseLong(said) : now;
    }

    int spent() {
        return Math.min(number(body.first(SPENT)), LONGEST_SECONDS);
    }

    /** Seconds on this part in all; a page that lay open over lunch counts as two hours at most. */
    int seconds(long now) {
        long open = Math.max(0, now - shown(now));
        return (int) Math.min(spent() + open, LONGEST_SECONDS);
    }

    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    /** @throws Problem too large when the answers together pass 64 KB */
    Map<String, List<String>> answers() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        int bytes = 0;
        for (Map.Entry<String, List<String>> field : body.fields().entrySet()) {
            if (OWN.contains(field.getKey())) {
                continue;
            }
            List<String> values =
                    field.getValue().stream().map(PlainText::clean).toList();
            answers.put(PlainText.clean(field.getKey()), values);
            bytes += field.getKey().length();
            for (String value : values) {
                bytes += value.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        if (bytes > MOST_BYTES) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "too_large");
        }
        return answers;
    }
}
