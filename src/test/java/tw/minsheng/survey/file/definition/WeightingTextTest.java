package tw.minsheng.survey.file.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Weighting;

/** What is written can be read again, and is written as people write it. */
class WeightingTextTest {

    private static final Weighting.Margin SEX = new Weighting.Margin(
            "sex", new Population("population/sex.csv", Map.of("f", 6L)), "戶籍統計: \"114\" #1", LocalDate.of(2025, 1, 1));
    private static final Weighting.Margin CODE =
            new Weighting.Margin("07", new Population("a b.csv", Map.of("f", 6L)), "x", LocalDate.EPOCH);

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (Weighting weighting : List.of(
                new Weighting(Weighting.Method.RAKING, List.of(SEX, CODE), .3, 3),
                new Weighting(Weighting.Method.LINEAR, List.of(SEX, CODE), 0, 0),
                new Weighting(Weighting.Method.LOGIT, List.of(SEX), .3, 3).within(new Weighting.Bounds(.25, 4)),
                new Weighting(Weighting.Method.CELL, List.of(SEX), 0, 0))) {
            String yaml = WeightingText.of(weighting);
            Weighting read = WeightingFile.read(
                            "w.yaml",
                            yaml.getBytes(StandardCharsets.UTF_8),
                            file -> Optional.of("code,n\nf,6\n".getBytes(StandardCharsets.UTF_8)))
                    .weighting();
            assertEquals(weighting, read, yaml);
        }
    }

    @Test
    void plainWordsAreNotQuoted() {
        assertEquals(
                "weighting:\n  method: raking\n  margins:\n    - {variable: sex, file: population/sex.csv,"
                        + " source: \"戶籍統計: \\\"114\\\" #1\", asOf: 2025-01-01}\n  trim: [0.3, 3.0]\n",
                WeightingText.of(new Weighting(Weighting.Method.RAKING, List.of(SEX), .3, 3)));
        assertEquals("weighting:\n  method: none\n", WeightingText.of(Weighting.NONE));
    }
}
