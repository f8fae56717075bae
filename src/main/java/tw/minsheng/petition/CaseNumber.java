package tw.minsheng.petition;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a case (案號): 民國 year, serial number of that year, check digit, as in {@code 115-000123-4}. The check
 * digit is the one of H. M. Damm (Total anti-symmetrische Quasigruppen, 2004): it finds every single wrong digit and
 * every swap of neighbours.
 *
 * @param year 民國, from 1
 * @param serial from 1 to 9,999,999
 */
public record CaseNumber(int year, int serial) {

    private static final int[][] QUASIGROUP = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };
    private static final Pattern FORM = Pattern.compile("(\\d{3})(\\d{6}|[1-9]\\d{6})(\\d)");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}_.]");
    private static final int MOST = 9_999_999;

    /** @throws IllegalArgumentException when year or serial number are out of range */
    public CaseNumber {
        if (year < 1 || year > 999 || serial < 1 || serial > MOST) {
            throw new IllegalArgumentException("no case has year " + year + " and number " + serial);
        }
    }

    /** As typed by people: full width, with or without hyphens; empty when it is none or its check digit is wrong. */
    public static Optional<CaseNumber> typed(String text) {
        Matcher typed = FORM.matcher(BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(""));
        if (!typed.matches() || damm(typed.group()) != 0) {
            return Optional.empty();
        }
        int year = Integer.parseInt(typed.group(1));
        int serial = Integer.parseInt(typed.group(2));
        return year == 0 || serial == 0 ? Optional.empty() : Optional.of(new CaseNumber(year, serial));
    }

    /** As it is printed and kept. */
    public String text() {
        String digits = String.format("%03d%06d", year, serial);
        return digits.substring(0, 3) + "-" + digits.substring(3) + "-" + damm(digits);
    }

    private static int damm(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }
}
