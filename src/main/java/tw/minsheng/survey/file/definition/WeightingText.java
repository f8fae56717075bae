package tw.minsheng.survey.file.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import tw.minsheng.survey.Weighting;

/** {@code weighting} as it stands in a definition, to be put into the file. {@link WeightingFile} reads it too. */
public final class WeightingText {

    private WeightingText() {}

    /** YAML with the key {@code weighting}; what stands beside the weights is no part of it. */
    public static String of(Weighting weighting) {
        StringBuilder yaml = new StringBuilder("weighting:\n  method: ")
                .append(weighting.method().name().toLowerCase(Locale.ROOT))
                .append('\n');
        if (weighting.method() == Weighting.Method.NONE) {
            return yaml.toString();
        }
        yaml.append("  margins:\n");
        for (Weighting.Margin margin : weighting.margins()) {
            yaml.append("    - {variable: ").append(quoted(margin.variable()));
            yaml.append(", file: ").append(quoted(margin.population().file()));
            yaml.append(", source: ").append(quoted(margin.source()));
            if (!margin.asOf().equals(LocalDate.EPOCH)) {
                yaml.append(", asOf: ").append(margin.asOf());
            }
            yaml.append("}\n");
        }
        if (weighting.bounds().isGiven()) {
            pair(yaml, "bounds", weighting.bounds().low(), weighting.bounds().high());
        }
        if (weighting.isTrimmed()) {
            pair(yaml, "trim", weighting.trimLow(), weighting.trimHigh());
        }
        return yaml.toString();
    }

    private static void pair(StringBuilder yaml, String key, double low, double high) {
        yaml.append("  ")
                .append(key)
                .append(": [")
                .append(plain(low))
                .append(", ")
                .append(plain(high));
        yaml.append("]\n");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).toPlainString();
    }

    /** In double quotes: a source may hold any sign, and a code of digits is a text. */
    private static String quoted(String text) {
        return text.matches("[a-z][a-z0-9_]*(/[a-z0-9_]+)*(\\.csv)?")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
