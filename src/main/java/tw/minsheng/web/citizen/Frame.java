package tw.minsheng.web.citizen;

import java.util.List;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.RequestLanguage;

/**
 * What stands around the content of every citizens' page.
 *
 * @param title of the browser window
 * @param agency who asks, "" on pages about no survey
 * @param owner whom to call; {@link #NOBODY} on pages about no survey
 * @param form id of the form that the language switch sends along, "" when the page has nothing to keep
 * @param switches the other languages of this page
 * @param noticePath address of the privacy notice, "" on pages about no survey
 */
public record Frame(
        Words words,
        String title,
        String agency,
        Survey.Owner owner,
        String form,
        List<Switch> switches,
        String noticePath,
        String today,
        String css,
        String script,
        boolean test) {

    public static final Survey.Owner NOBODY = new Survey.Owner("", "", "", "");

    /** A language named in itself, with the address of this page in it. */
    public record Switch(String tag, String name, String path) {}

    public Frame {
        switches = List.copyOf(switches);
    }

    public String say(String key) {
        return words.say(key);
    }

    public String text(LocalizedText text) {
        return words.text(text);
    }

    /** The same for a page of this agency that is about no survey which is answered. */
    Frame of(String asking) {
        return new Frame(words, title, asking, owner, form, switches, noticePath, today, css, script, test);
    }

    public boolean hasOwner() {
        return !owner.agency().isEmpty();
    }

    /** The address to dial: digits only. */
    public String dial() {
        return "tel:" + owner.phone().replaceAll("[^0-9+#*]", "");
    }

    static Switch toLanguage(String tag, String path) {
        return new Switch(tag, Words.nameOf(tag), path + (path.contains("?") ? "&" : "?") + "lang=" + tag);
    }

    /** Where a link of this page leads, the chosen language kept. */
    static String link(RequestLanguage language, String path) {
        return language.link(path);
    }
}
