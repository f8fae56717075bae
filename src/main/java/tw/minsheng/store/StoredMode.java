package tw.minsheng.store;

import java.util.Locale;
import tw.minsheng.survey.Survey;

/** The word under which a mode is stored: {@code web}, {@code kiosk}, {@code paper}, {@code phone}. */
final class StoredMode {

    private StoredMode() {}

    static String of(Survey.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    static Survey.Mode read(String word) {
        return Survey.Mode.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
