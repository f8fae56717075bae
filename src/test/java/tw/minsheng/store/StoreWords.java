package tw.minsheng.store;

import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Texts;

/** Whether a problem of this room can be told to people. */
public final class StoreWords {

    private StoreWords() {}

    /** There are words for its code, and each of their placeholders has a value. */
    public static boolean tells(Problem problem) {
        Texts words = Texts.of(Database.class);
        return words.has(problem.code())
                && !words.text(Language.EN, problem.code(), problem.args()).contains("{");
    }
}
