package tw.minsheng.survey.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into words. */
final class Words {

    static final int MAX_LENGTH = 500;

    private static final Pattern WORD = Pattern.compile("(?<name>[A-Za-z][A-Za-z0-9_]*)"
            + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?(?![A-Za-z0-9_.]))"
            + "|(?<text>'[^']*')"
            + "|(?<sign>!=|<=|>=|[=<>(),\\[\\]])");

    private Words() {}

    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /**
     * @param text as written; of a quoted text without its quotes
     * @param position of the first character, counted from 1
     */
    record Word(Kind kind, String text, int position) {
        boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
        }

        SyntaxFault fault() {
            return new SyntaxFault(position, text);
        }
    }

    static List<Word> of(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new SyntaxFault(MAX_LENGTH + 1, cut(source.substring(MAX_LENGTH)));
        }
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(source);
        int at = blank(source, 0);
        while (at < source.length()) {
            matcher.region(at, source.length());
            if (!matcher.lookingAt()) {
                throw new SyntaxFault(at + 1, cut(source.substring(at)));
            }
            words.add(word(matcher, at + 1));
            at = blank(source, matcher.end());
        }
        words.add(new Word(Kind.END, "", source.length() + 1));
        return words;
    }

    private static Word word(Matcher matcher, int position) {
        if (matcher.group("name") != null) {
            return new Word(Kind.NAME, matcher.group(), position);
        }
        if (matcher.group("number") != null) {
            return new Word(Kind.NUMBER, matcher.group(), position);
        }
        if (matcher.group("text") != null) {
            String quoted = matcher.group();
            return new Word(Kind.TEXT, quoted.substring(1, quoted.length() - 1), position);
        }
        return new Word(Kind.SIGN, matcher.group(), position);
    }

    private static int blank(String source, int from) {
        int at = from;
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String cut(String text) {
        return text.length() <= 12 ? text : text.substring(0, 12);
    }
}
