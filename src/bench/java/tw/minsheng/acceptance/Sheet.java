package tw.minsheng.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside what must be reached (performance figures in docs/performance.md). */
final class Sheet {

    private final List<String> missed = new ArrayList<>();

    void say(String what, Object result) {
        System.out.printf("%-38s %s%n", what, result);
    }

    void atLeast(String what, double reached, double must, String unit) {
        judge(what, reached, must, reached >= must, "≥", unit);
    }

    void atMost(String what, double reached, double must, String unit) {
        judge(what, reached, must, reached <= must, "≤", unit);
    }

    private void judge(String what, double reached, double must, boolean good, String sign, String unit) {
        String verdict = String.format(
                Locale.ROOT,
                "%10s %-7s must %s %-6s %s",
                number(reached),
                unit,
                sign,
                number(must),
                good ? "" : "MISSED");
        say(what, verdict.stripTrailing());
        if (!good) {
            missed.add(what);
        }
    }

    private static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    List<String> missed() {
        return List.copyOf(missed);
    }
}
