package tw.minsheng.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Texts;

/**
 * The words of notices: those that are shipped, and in their place those that an agency wrote. A line of which all facts
 * are empty is left out. Immutable.
 */
public final class NoticeTemplates {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final String SHIPPED = "notices.yaml";

    /** @param subject one line */
    record Template(LocalizedText subject, LocalizedText text) {}

    private final Map<NoticeKind, Template> templates;

    NoticeTemplates(Map<NoticeKind, Template> templates) {
        this.templates = new EnumMap<>(templates);
    }

    /** Those of the product. */
    public static NoticeTemplates shipped() {
        try (InputStream in = NoticeTemplates.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("no " + SHIPPED + " beside " + NoticeTemplates.class.getName());
            }
            return NoticeFile.read(SHIPPED, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These, and where they have none, those of the product. */
    public NoticeTemplates over(NoticeTemplates base) {
        Map<NoticeKind, Template> all = new EnumMap<>(base.templates);
        all.putAll(templates);
        return new NoticeTemplates(all);
    }

    boolean has(NoticeKind kind) {
        return templates.containsKey(kind);
    }

    /**
     * What a notice says, in the language of its case.
     *
     * @param number of the case
     * @param late facts that are not kept
     */
    public Wording wording(Notice notice, String number, Map<String, String> late) {
        Template template = templates.get(notice.kind());
        if (template == null) {
            throw new IllegalStateException("no template of " + notice.kind());
        }
        Map<String, String> facts = new HashMap<>(notice.facts());
        facts.putAll(late);
        facts.put("number", number);
        Language language = notice.language();
        String subject = fill(template.subject().in(language), facts).replaceAll("\\p{Cntrl}+", " ");
        String text = template.text()
                .in(language)
                .lines()
                .filter(line -> isSaid(line, facts))
                .map(line -> fill(line, facts))
                .collect(Collectors.joining("\n", "", "\n"));
        return new Wording(subject, text);
    }

    private static String fill(String pattern, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>();
        Matcher found = PLACEHOLDER.matcher(pattern);
        while (found.find()) {
            all.put(found.group(1), facts.getOrDefault(found.group(1), ""));
        }
        return Texts.fill(pattern, all);
    }

    private static boolean isSaid(String line, Map<String, String> facts) {
        Matcher found = PLACEHOLDER.matcher(line);
        boolean any = false;
        while (found.find()) {
            any = true;
            if (!facts.getOrDefault(found.group(1), "").isEmpty()) {
                return true;
            }
        }
        return !any;
    }
}
