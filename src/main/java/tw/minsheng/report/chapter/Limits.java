package tw.minsheng.report.chapter;

import java.util.Arrays;
import java.util.stream.Collectors;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** The line under a table that names the limits beside its numbers, and who set them. */
final class Limits {

    private final Material material;
    private final Speech speech;

    Limits(Material material) {
        this.material = material;
        this.speech = material.speech();
    }

    /** 判斷標準：KMO ≥ .60（Kaiser …）； …。 */
    String of(Measure... measures) {
        return speech.say(
                "limits",
                "list",
                Arrays.stream(measures).map(this::one).collect(Collectors.joining(speech.say("limits.separator"))));
    }

    private String one(Measure measure) {
        Standards.Standard standard = material.facts().standards().of(measure);
        return speech.say(
                "limits.one",
                "rule",
                speech.say("limit." + measure.key(), "limit", Printed.limit(standard.limit())),
                "source",
                material.text(standard.source()));
    }
}
