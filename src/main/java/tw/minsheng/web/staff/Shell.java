package tw.minsheng.web.staff;

import java.util.List;

/**
 * What stands around the content of every staff page.
 *
 * @param account name of the person, "" when nobody is signed in
 * @param place where one is: the agency, and the survey when the page is about one
 * @param links the navigation by task
 * @param csrf token for the forms of this session
 * @param path the address of this page without the language, for the language switch
 * @param ends when the session ends unless another page is asked for, "" when nobody is signed in
 * @param style address of the style sheet
 */
public record Shell(
        Words words,
        String account,
        String place,
        List<Link> links,
        String csrf,
        String path,
        String ends,
        String style) {

    /** @param current whether this is the page that is shown */
    public record Link(String label, String href, boolean current) {}

    public Shell {
        links = List.copyOf(links);
    }

    public boolean signedIn() {
        return !account.isEmpty();
    }

    public String say(String key) {
        return words.say(key);
    }

    /** The address of this page in another language. */
    public String inLanguage(String tag) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + tag;
    }
}
