package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.MarginOfError;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;

/** The words of reasons, with what the calculations really hand over. */
class ReasonsTest {

    /** So many people in every cell, each with the weight 1. */
    private static Groups people(int... rows) {
        Groups groups = new Groups(1, rows.length);
        for (int cell = 0; cell < rows.length; cell++) {
            for (int row = 0; row < rows[cell]; row++) {
                groups.add(groups.groupOf(0, cell), 1);
            }
        }
        return groups;
    }

    static Stream<Value> refusals() {
        Margin sex = new Margin("sex", List.of("f", "m"), List.of(50.0, 50.0));
        Margin more = new Margin("age", List.of("a", "b"), List.of(60.0, 60.0));
        Margin none = new Margin("sex", List.of("f", "m"), List.of(100.0, 0.0));
        return Stream.of(
                Raking.rake(people(10, 10, 10, 10), new CellGrid(List.of(sex, more)))
                        .maxMarginError(),
                Raking.rake(people(10, 0), new CellGrid(List.of(sex))).maxMarginError(),
                Raking.rake(people(10, 10), new CellGrid(List.of(none))).maxMarginError(),
                Margin.withoutPopulation("z"),
                MarginOfError.greatest(300, .95, Population.of(100), 1).moe(),
                MarginOfError.greatest(300, .95, Population.of(300), 1).moe(),
                MarginOfError.greatest(0, .95, Population.of(300), 1).moe(),
                Value.undefined(Reason.NOT_CONVERGED));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void wordsAreFilled(Value value) {
        assertFalse(value.isKnown());
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            String words = Reasons.in(language, value);
            assertFalse(words.contains("{"), words);
            assertFalse(words.isEmpty());
        }
    }

    /** Two people on the diagonal: whoever makes one population right makes the other wrong. */
    @Test
    void weightsThatFitNoPopulationSayWhichAndByHowMuch() {
        Value missed = Raking.rake(
                        people(1, 0, 0, 1),
                        new CellGrid(List.of(
                                new Margin("sex", List.of("f", "m"), List.of(12_000.0, 8_000.0)),
                                new Margin("age", List.of("old", "young"), List.of(8_500.0, 11_500.0)))))
                .maxMarginError();
        assertEquals(
                "權數無法同時符合所有母體：試算 1000 次後，「sex」的「f」加權後為 8,500 人，母體為 12,000 人，相差 3,500 人（17.5 個百分點）；"
                        + "請合併填答太少的類別，或減少用來加權的母體",
                Reasons.in(Language.ZH_TW, missed));
        String english = Reasons.in(Language.EN, missed);
        assertTrue(
                english.contains("“f” of “sex” comes to 8,500 people, but the population has 12,000")
                        && english.contains("17.5 percentage points"),
                english);
    }

    @Test
    void countsAreWholeNumbers() {
        assertEquals(
                "樣本數 300 大於母體數 100",
                Reasons.in(
                        Language.ZH_TW,
                        MarginOfError.greatest(300, .95, Population.of(100), 1).moe()));
    }

    @Test
    void everyReasonHasWords() {
        for (Reason reason : Reason.values()) {
            for (Language language : List.of(Language.ZH_TW, Language.EN)) {
                assertTrue(Reasons.in(language, Value.undefined(reason)).length() > 1, reason.key());
            }
        }
    }
}
