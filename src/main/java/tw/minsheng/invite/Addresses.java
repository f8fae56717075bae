package tw.minsheng.invite;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One way of writing each address, so that the same one is known again however it was typed. */
final class Addresses {

    private static final Pattern BETWEEN = Pattern.compile("[^0-9#]");
    private static final Pattern COUNTRY = Pattern.compile("^(?:00|\\+)886\\(?0?\\)?");

    private Addresses() {}

    /** Lower case, without spaces around it; "" for none. */
    static String mail(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Digits as they are dialled inside the country, with the extension after a {@code #}: {@code +886 7 336-8333#12} is
     * {@code 073368333#12}; "" for none.
     */
    static String phone(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[ -]", "");
        String dialled = COUNTRY.matcher(plain).replaceFirst("0");
        return BETWEEN.matcher(dialled).replaceAll("");
    }
}
