package tw.minsheng.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Construct;

/**
 * 判斷標準: the limits printed beside numbers, each with its source. They stand in a file ({@link StandardsFile}), so that an
 * agency can take others and the report says whose they are.
 */
public record Standards(Map<Measure, Standard> all) {

    /** What has a limit; in the file by its name in lower case. */
    public enum Measure {
        ALPHA,
        ALPHA_VERY_HIGH,
        ITEM_TOTAL,
        CRITICAL_RATIO,
        CRITICAL_RATIO_P,
        LOADING,
        COMMUNALITY,
        KMO,
        BARTLETT_P,
        CR,
        AVE,
        HTMT,
        OVERALL_R,
        CFI,
        TLI,
        RMSEA,
        SRMR,
        ICC,
        DELTA_CFI,
        STRAIGHT_LINE_SHARE,
        END_SHARE,
        LISTWISE_LOST;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param source who set the limit */
    public record Standard(double limit, LocalizedText source) {

        public Standard {
            if (!Double.isFinite(limit)) {
                throw new IllegalArgumentException("limit " + limit);
            }
        }
    }

    /** @throws IllegalArgumentException when a measure has no limit */
    public Standards {
        Map<Measure, Standard> ordered = new EnumMap<>(Measure.class);
        ordered.putAll(all);
        if (ordered.size() != Measure.values().length) {
            throw new IllegalArgumentException("without a limit: "
                    + Arrays.stream(Measure.values())
                            .filter(measure -> !ordered.containsKey(measure))
                            .toList());
        }
        all = Map.copyOf(ordered);
    }

    public Standard of(Measure measure) {
        return all.getOrDefault(measure, new Standard(0, LocalizedText.NONE));
    }

    /** The lowest α of a construct: its own, or the one for all. */
    public double alpha(Construct construct) {
        return construct.minAlpha().orElse(limit(Measure.ALPHA));
    }

    public double limit(Measure measure) {
        return of(measure).limit();
    }
}
