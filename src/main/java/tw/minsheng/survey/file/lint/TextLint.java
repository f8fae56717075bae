package tw.minsheng.survey.file.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Spelling;

/** L08, L09, L41 and undeclared languages: what the texts say. */
final class TextLint implements Lint {

    private static final Set<String> TEXT_KEYS = Set.of(
            "title",
            "intro",
            "thanks",
            "purpose",
            "target",
            "service",
            "pretest",
            "notCovered",
            "replacement",
            "incentive",
            "label",
            "text",
            "hint",
            "ask",
            "opposite",
            "agency",
            "categories",
            "use",
            "rights",
            "refusal");
    private static final Pattern NAMED_BY_PEOPLE = Pattern.compile("(scales|constructs)\\.[^.\\[]*");
    private static final Pattern MARKUP = Pattern.compile("<[/!?]?[A-Za-z-][^<>]{0,200}>?|&[A-Za-z]{2,10};|&#[0-9xX]");

    private final Pattern conjunctions;
    private final List<String> harmless;

    TextLint() {
        Properties words = read();
        conjunctions = Pattern.compile(words.getProperty("conjunctions").strip().replace(' ', '|'));
        harmless = List.of(words.getProperty("harmless").strip().split("\\s+"));
    }

    /** Whether this place holds a text in languages; scales and constructs may be called like one. */
    static boolean isText(Place place) {
        String path = place.path();
        String key = path.substring(path.lastIndexOf('.') + 1);
        return place.node() instanceof Node.Mapping
                && TEXT_KEYS.contains(key)
                && !NAMED_BY_PEOPLE.matcher(path).matches();
    }

    @Override
    public void check(Outline survey, Findings findings) {
        List<String> languages = survey.languages();
        for (Place place : Place.texts(survey.root())) {
            complete(place, languages, findings);
            for (Node.Entry entry : place.node().entries()) {
                declared(entry, languages, findings);
                plain(place, entry, findings);
            }
        }
        survey.questions().forEach(question -> oneThing(question, findings));
        survey.asked().stream()
                .filter(asked -> asked.type() == Asked.Type.ITEM)
                .forEach(item -> oneThing(item.node(), findings));
    }

    private static void complete(Place place, List<String> languages, Findings findings) {
        boolean notice = PrivacyLint.isNoticeItem(place.path());
        for (String language : languages) {
            boolean missing = place.node().get(language).text().isBlank();
            boolean said = notice && language.equals(Language.ZH_TW.tag());
            if (missing && !said) {
                findings.add(Rule.L08, place.mark(), Map.of("place", place.phrase(), "language", language(language)));
            }
        }
    }

    private static Phrase language(String tag) {
        boolean named = tag.equals("zh-TW") || tag.equals("en");
        return named ? Phrase.key("language." + tag) : Phrase.of(tag);
    }

    private static void declared(Node.Entry entry, List<String> languages, Findings findings) {
        if (!languages.contains(entry.key())) {
            Phrase near = Phrase.of(Spelling.nearest(entry.key(), languages));
            findings.add(Rule.L04, entry.mark(), Map.of("key", Phrase.of(entry.key()), "near", near));
        }
    }

    private static void plain(Place place, Node.Entry entry, Findings findings) {
        Matcher markup = MARKUP.matcher(entry.value().text());
        if (markup.find()) {
            findings.add(
                    Rule.L09,
                    entry.value().mark(),
                    Map.of("place", place.into(entry.key()).phrase(), "fragment", Phrase.of(markup.group())));
        }
    }

    private void oneThing(Node asked, Findings findings) {
        Node node = asked.get("text").get(Language.ZH_TW.tag());
        String text = node.text();
        for (String word : harmless) {
            text = text.replace(word, "");
        }
        Matcher matcher = conjunctions.matcher(text);
        if (matcher.find()) {
            findings.add(
                    Rule.L41,
                    node.mark(),
                    Map.of("id", Phrase.of(asked.get("id").text()), "word", Phrase.of(matcher.group())));
        }
    }

    private static Properties read() {
        try (InputStream in = TextLint.class.getResourceAsStream("conjunctions.properties")) {
            Properties read = new Properties();
            if (in != null) {
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
