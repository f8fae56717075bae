package tw.minsheng.notify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides addresses in what the other side says of a notice: it likes to repeat to whom it was, and a list shows it. */
final class Hidden {

    private static final String MARK = "＊＊＊";
    private static final Pattern MAIL = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
    /** A telephone number; a reply code such as 550 5.1.1 is shorter. */
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d(?:[\\s()-]?\\d){7,}");

    private Hidden() {}

    /** @param address to which the notice goes, hidden however it is written; "" for none */
    static String of(String said, String address) {
        String plain = address.isEmpty()
                ? said
                : Pattern.compile(Pattern.quote(address), Pattern.CASE_INSENSITIVE)
                        .matcher(said)
                        .replaceAll(Matcher.quoteReplacement(MARK));
        return DIGITS.matcher(MAIL.matcher(plain).replaceAll(MARK)).replaceAll(MARK);
    }
}
