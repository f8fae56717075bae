package tw.minsheng.petition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what may tell who somebody is (去識別化輔助) in a text that is to be published: names with a title or said to be one,
 * telephone numbers, mail addresses, numbers of identity and residence papers, house addresses, number plates, long numbers.
 * It helps whoever reads, and does not read for her: a name alone, without a title, is not found unless it is known.
 * Petitions.md 10, "redaction aid".
 */
public final class Redaction {

    /** What a place in the text may be; where two overlap, the one that stands first here names it. */
    public enum Kind {
        /** 身分證、居留證統一證號: a letter, and nine digits of which the first may be a letter. */
        ID_NUMBER,
        EMAIL,
        PHONE,
        /** 車牌. */
        PLATE,
        /** 門牌: a road alone is none, for a hole in the road is there. */
        ADDRESS,
        NAME,
        /** Ten digits or more: an account, a card, another number of a person. */
        LONG_NUMBER;

        /** Key of its word in the messages of this room. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A place that may tell who somebody is.
     *
     * @param from first character
     * @param to behind the last character
     */
    public record Find(int from, int to, Kind kind) {

        private boolean touches(Find other) {
            return from < other.to && other.from < to;
        }
    }

    private static final String NUMERAL = "[\\d一二三四五六七八九十百〇零]{1,5}";

    private static final String ROAD =
            "(?:\\p{IsHan}{2}[市縣])?(?:\\p{IsHan}{1,3}[區鄉鎮市])?(?:\\p{IsHan}{1,4}[里村])?" + "(?:" + NUMERAL + "鄰)?";

    private static final String HOUSE = "(?:" + NUMERAL + "段)?(?:" + NUMERAL + "巷)?(?:" + NUMERAL + "弄)?" + NUMERAL
            + "(?:[之-]" + NUMERAL + ")?號(?:之" + NUMERAL + ")?(?:[之-]?" + NUMERAL + "樓(?:之" + NUMERAL + ")?)?"
            + "(?:[\\dA-Za-z]+室)?";

    private static final String TITLE = "先生|小姐|女士|太太|媽媽|爸爸|阿姨|伯伯|老師|教授|醫師|律師|同學|經理|老闆|里長|鄰長|里幹事|科長|課長"
            + "|主任|股長|組長|隊長|所長|局長|處長|專員|科員|技士|警員|員警|警官|司機";

    private static final String SAID = "我叫|我是|本人|名叫|名字(?:是|叫)|姓名(?:是|為)?|聯絡人|陳情人|檢舉人|申請人|屋主|房東|房客|鄰居|住戶|車主|承辦人";

    private final Map<Kind, Pattern> patterns = new EnumMap<>(Kind.class);

    private Redaction(List<String> surnames) {
        String family = "(?:" + String.join("|", surnames) + ")";
        rule(Kind.ID_NUMBER, "(?<![A-Za-z\\d])[A-Za-z][ -]?[1289A-Da-d](?:[ -]?\\d){8}(?!\\d)");
        rule(Kind.EMAIL, "[A-Za-z\\d._%+-]{1,64}@[A-Za-z\\d-]{1,63}(?:\\.[A-Za-z\\d-]{1,63}){1,8}");
        rule(
                Kind.PHONE,
                "(?<![\\d-])(?:(?:\\+?886[ -]?|0)9(?:[ -]?\\d){8}"
                        + "|(?:\\(0[2-8]\\d{0,2}\\)|(?:\\+?886[ -]?|0)[2-8]\\d{0,2})[ -]?\\d{3,4}[ -]?\\d{3,4}"
                        + "|0800[ -]?\\d{3}[ -]?\\d{3}|[2-9]\\d{2,3}-\\d{4})(?![\\d])(?: ?(?:#|分機|轉|ext\\.?) ?\\d{1,6})?");
        rule(
                Kind.PLATE,
                "(?<![A-Za-z\\d-])(?:[A-Za-z]{2,3}-\\d{3,4}|\\d{3,4}-[A-Za-z]{2,3}|[A-Z]{2,3} ?\\d{3,4}|\\d{3,4}[A-Z]{2,3}"
                        + "|(?:[A-Za-z]\\d|\\d[A-Za-z])-\\d{3,4}|\\d{3,4}-(?:[A-Za-z]\\d|\\d[A-Za-z]))(?![A-Za-z\\d])");
        rule(
                Kind.ADDRESS,
                ROAD + "(?:\\p{IsHan}{1,4}(?:路|街|大道)|\\p{IsHan}{1,4}[里村])" + HOUSE
                        + "|" + NUMERAL + "巷(?:" + NUMERAL + "弄)?" + NUMERAL + "號"
                        + "|(?i:\\bno\\.? ?\\d+[^.;。\\n]{0,60}?\\b(?:rd|road|st|street|ave|avenue|blvd|boulevard)\\b\\.?)"
                        + "|\\b\\d+ (?:[A-Z][A-Za-z\\d]* ){1,4}(?:Rd|Road|St|Street|Ave|Avenue|Blvd|Boulevard)\\b\\.?");
        rule(
                Kind.NAME,
                family + "\\p{IsHan}{0,2}?(?:" + TITLE + ")"
                        + "|(?<=(?:" + SAID + ")[:：為是 ]{0,2})" + family + "\\p{IsHan}{1,2}"
                        + "|\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.? [A-Z][\\w'-]+(?: [A-Z][\\w'-]+){0,2}"
                        + "|(?<=(?:[Mm]y name is|I am called) )[A-Z][\\w'-]+(?: [A-Z][\\w'-]+){0,2}");
        rule(Kind.LONG_NUMBER, "(?<!\\d)\\d(?:[ -]?\\d){9,18}(?!\\d)");
    }

    private void rule(Kind kind, String pattern) {
        patterns.put(kind, Pattern.compile(pattern));
    }

    /** With the family names that come with the program, in {@code surnames.txt}, where their source stands. */
    public static Redaction shipped() {
        return new Redaction(WordFile.read("surnames.txt").stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .toList());
    }

    /** Places that may tell who somebody is, in the order of the text; none overlap. */
    public List<Find> finds(String text) {
        return finds(text, Contact.NONE);
    }

    /** The same, and wherever the text says the name, the telephone number or the mail address that is known. */
    public List<Find> finds(String text, Contact known) {
        Plain plain = Plain.of(text);
        List<Find> all = new ArrayList<>();
        known(all, plain, known);
        patterns.forEach((kind, pattern) -> {
            Matcher matcher = pattern.matcher(plain.text);
            while (matcher.find()) {
                add(all, plain.find(matcher.start(), matcher.end(), kind));
            }
        });
        all.sort(Comparator.comparingInt(Find::from));
        return List.copyOf(all);
    }

    /** The text with a word in place of each find. */
    public static String masked(String text, List<Find> finds, Function<Kind, String> word) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Find find : finds) {
            masked.append(text, from, find.from()).append(word.apply(find.kind()));
            from = find.to();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static void known(List<Find> all, Plain plain, Contact known) {
        said(all, plain, known.name(), Kind.NAME);
        said(all, plain, known.helper(), Kind.NAME);
        said(all, plain, known.email(), Kind.EMAIL);
        said(all, plain, known.phone(), Kind.PHONE);
    }

    private static void said(List<Find> all, Plain plain, String word, Kind kind) {
        String sought = Plain.of(word).text.strip();
        if (sought.length() < 2) {
            return;
        }
        Matcher matcher =
                Pattern.compile(Pattern.quote(sought), Pattern.CASE_INSENSITIVE).matcher(plain.text);
        while (matcher.find()) {
            add(all, plain.find(matcher.start(), matcher.end(), kind));
        }
    }

    /** What overlaps with an earlier find makes that one longer: half a number tells too much. */
    private static void add(List<Find> all, Find find) {
        Find joined = find;
        for (Find other : List.copyOf(all)) {
            if (joined.touches(other)) {
                all.remove(other);
                joined = new Find(Math.min(joined.from, other.from), Math.max(joined.to, other.to), other.kind);
            }
        }
        all.add(joined);
    }

    /** The text in one width, without invisible letters, and from where each of its letters comes. */
    private static final class Plain {

        private final String text;
        private final int[] places;

        private Plain(String text, int[] places) {
            this.text = text;
            this.places = places;
        }

        static Plain of(String text) {
            StringBuilder plain = new StringBuilder();
            int[] places = new int[text.length()];
            for (int at = 0; at < text.length(); at++) {
                char letter = text.charAt(at);
                if (Character.getType(letter) != Character.FORMAT) {
                    places[plain.length()] = at;
                    plain.append(narrow(letter));
                }
            }
            return new Plain(plain.toString(), places);
        }

        Find find(int from, int to, Kind kind) {
            return new Find(places[from], places[to - 1] + 1, kind);
        }

        private static char narrow(char letter) {
            if (letter >= '！' && letter <= '～') {
                return (char) (letter - '！' + '!');
            }
            if (Character.getType(letter) == Character.DASH_PUNCTUATION || letter == '−') {
                return '-';
            }
            return Character.isSpaceChar(letter) ? ' ' : letter;
        }
    }
}
