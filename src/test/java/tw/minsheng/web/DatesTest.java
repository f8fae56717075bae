package tw.minsheng.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;

class DatesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private final Dates chinese = new Dates(Language.ZH_TW);
    private final Dates english = new Dates(Language.EN);

    @Test
    void chineseCountsTheYearsOfTheRepublic() {
        assertEquals("115 年 11 月 20 日（星期五）", chinese.full(FRIDAY));
        assertEquals("115年11月20日（五）", chinese.brief(FRIDAY));
        assertEquals("115年11月22日（日）", chinese.brief(FRIDAY.plusDays(2)));
        assertEquals("115 年（2026）", chinese.year(2026));
    }

    @Test
    void englishWritesTheWeekdayFirst() {
        assertEquals("Friday 20 November 2026", english.full(FRIDAY));
        assertEquals("Fri 20 Nov 2026", english.brief(FRIDAY));
        assertEquals("2026", english.year(2026));
    }
}
