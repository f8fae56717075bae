package tw.minsheng.report.wording;

import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The words of a number that does not exist (statistics.md 1.4). */
public final class Reasons {

    private static final Texts TEXTS = Texts.of(Reasons.class);

    private Reasons() {}

    /** The words of a reason; a search that did not converge may not tell how far it came. */
    public static String in(Language language, Reason reason, Map<String, String> args) {
        boolean plain = reason == Reason.NOT_CONVERGED && !args.containsKey("iterations");
        return TEXTS.text(language, "reason." + reason.key() + (plain ? ".plain" : ""), args);
    }

    /** The words why this value does not exist, "" when it does. */
    public static String in(Language language, Value value) {
        return value.reason()
                .map(reason -> in(language, reason, value.reasonArgs()))
                .orElse("");
    }
}
