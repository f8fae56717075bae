package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.StandardsFile;

/** 再測信度 is judged on the interval, not on the number in its middle. */
class RetestReadingTest {

    private static String read(double icc, double lower, double upper) {
        return new RetestReading(Language.ZH_TW, StandardsFile.usual())
                .in(new RetestReading.Found(
                        "環境",
                        Optional.of(40L),
                        Optional.of(.8),
                        Optional.of(icc),
                        Optional.of(lower),
                        Optional.of(upper)));
    }

    @Test
    void theLowerEndDecides() {
        assertEquals("「環境」配對 40 人，再測相關 .800，ICC＝.850（95% 信賴區間 .760–.910），整個區間達 .75，兩次結果一致。", read(.85, .76, .91));
        assertEquals(
                "「環境」配對 40 人，再測相關 .800，ICC＝.790（95% 信賴區間 .630–.880），達 .75 但區間下限未達，尚不能確定兩次結果一致。", read(.79, .63, .88));
        assertEquals("「環境」配對 40 人，再測相關 .800，ICC＝.600（95% 信賴區間 .400–.760），低於 .75，兩次結果不夠一致。", read(.6, .4, .76));
    }

    @Test
    void fewPairsAreNotShown() {
        assertEquals(
                "「環境」配對人數過少，不顯示。",
                new RetestReading(Language.ZH_TW, StandardsFile.usual())
                        .in(new RetestReading.Found(
                                "環境",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }
}
