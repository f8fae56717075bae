package tw.minsheng.invite;

import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;

/** What the program itself says in the history of a case. */
final class InviteWords {

    private static final Texts TEXTS = Texts.of(InviteWords.class);

    private InviteWords() {}

    /** Why a case is opened again. */
    static String wish(Language language) {
        return TEXTS.text(language, "wish.reopen");
    }
}
