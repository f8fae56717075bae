package tw.minsheng.report.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The words of a number that does not exist (statistics.md 1.4). */
public final class Reasons {

    private static final Texts TEXTS = Texts.of(Reasons.class);

    private Reasons() {}

    /** The words of a reason; a search that did not converge may not tell how far it came, weights tell which population they miss. */
    public static String in(Language language, Reason reason, Map<String, String> args) {
        if (reason == Reason.NOT_CONVERGED && args.containsKey("target")) {
            return TEXTS.text(language, "reason.not_converged.weights", missed(args));
        }
        boolean plain = reason == Reason.NOT_CONVERGED && !args.containsKey("iterations");
        return TEXTS.text(language, "reason." + reason.key() + (plain ? ".plain" : ""), args);
    }

    /** How far weights stay from a population, in its people and in percentage points. */
    private static Map<String, String> missed(Map<String, String> args) {
        Map<String, String> printed = new HashMap<>(args);
        for (String name : List.of("reached", "target", "error")) {
            printed.put(name, Printed.count(StrictMath.round(number(args, name))));
        }
        double points = 100 * number(args, "error") / number(args, "total");
        printed.put("points", points < .1 ? "<0.1" : Printed.fixed(points, 1));
        return printed;
    }

    private static double number(Map<String, String> args, String name) {
        return Double.parseDouble(args.getOrDefault(name, "0"));
    }

    /** The words why this value does not exist, "" when it does. */
    public static String in(Language language, Value value) {
        return value.reason()
                .map(reason -> in(language, reason, value.reasonArgs()))
                .orElse("");
    }
}
