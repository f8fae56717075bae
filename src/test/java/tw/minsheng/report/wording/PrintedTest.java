package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.estimate.ProportionInterval;
import tw.minsheng.statistics.sampling.MarginOfError;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleSize;

/** Rounding rules of report.md 4.2 and its check values 4.3. */
class PrintedTest {

    @Test
    void numbersAreRoundedAwayFromZeroWithTrueMinusAndSeparators() {
        assertEquals("1,068", Printed.count(1068));
        assertEquals("1,234,567", Printed.count(1234567));
        assertEquals("72.5%", Printed.percent(.7245));
        assertEquals("−0.5", Printed.fixed(-.45, 1));
        assertEquals("0.0", Printed.fixed(-.04, 1));
        assertEquals("+1.3", Printed.points(.0125));
        assertEquals("0.0", Printed.points(.00001));
        assertEquals("3.20", Printed.mean(3.2));
    }

    @Test
    void coefficientsHaveThreeDigitsAndNoZero() {
        assertEquals(".894", Printed.coefficient(.8941));
        assertEquals("−.124", Printed.coefficient(-.124));
        assertEquals("1.000", Printed.coefficient(1));
        assertEquals("−5.484", Printed.coefficient(-5.4844));
        assertEquals("< .001", Printed.p(.0002));
        assertEquals(".012", Printed.p(.012));
        assertEquals(".0496", Printed.p(.0496));
        assertEquals("= .04998", Printed.pWithSign(.04998));
        assertEquals(".0502", Printed.p(.0502));
        assertEquals(".050", Printed.p(.05));
        assertEquals(".051", Printed.p(.0512));
    }

    @Test
    void daysAreOfTheRepublicInChinese() {
        LocalDate day = LocalDate.of(2025, 9, 15);
        assertEquals("民國114年9月15日", Dates.full(Language.ZH_TW, day));
        assertEquals("15 September 2025", Dates.full(Language.EN, day));
        assertEquals("民國114年9月15日至民國114年9月16日", Dates.span(Language.ZH_TW, day, day.plusDays(1)));
    }

    /** n for ±3 points: 1,067.07 → 1,068; with N = 10,000: 964.27. */
    @Test
    void sampleSizesOfTheCheckTable() {
        SampleSize size = SampleSize.of(SampleSize.Plan.of(.03, Population.of(10_000)));
        assertEquals("1,067.07", Printed.fixed(size.n0(), 2));
        assertEquals(1068, size.n0Int());
        assertEquals("964.27", Printed.fixed(size.nFpc(), 2));
    }

    /** n = 1,072; 1,213; 513; 403 and n = 1,200 with deff 1.0526. */
    @Test
    void marginsOfTheCheckTable() {
        assertEquals("2.99", points(1072, 1));
        assertEquals("2.81", points(1213, 1));
        assertEquals("4.33", points(513, 1));
        assertEquals("4.88", points(403, 1));
        assertEquals("2.83", points(1200, 1));
        assertEquals("2.90", points(1200, 1.0526));
    }

    private static String points(long n, double deff) {
        double margin = MarginOfError.greatest(n, .95, Population.unlimited(), deff)
                .moeDeff()
                .number();
        return Printed.fixed(margin * 100, 2);
    }

    /** 6 of 6 satisfied: .5407–1. */
    @Test
    void shareOfAllHasAnExactInterval() {
        Interval interval = ProportionInterval.CLOPPER_PEARSON.around(6, 6, .95);
        assertEquals("0.5407", Printed.fixed(interval.lower().number(), 4));
        assertEquals(1, interval.upper().number());
    }

    /** 27.9% against 22.4%, n = 1,213: lead 5.5, own margin ±3.98. */
    @Test
    void leadHasItsOwnMargin() {
        String sentence = new LeadSentence("甲", "乙", .279 - .224, .0398).in(Language.ZH_TW);
        assertEquals("「甲」領先「乙」5.5個百分點，此一差距的抽樣誤差為±4.0個百分點，達統計顯著水準。", sentence);
        assertEquals(
                "「甲」領先「乙」1.0個百分點，此一差距的抽樣誤差為±4.0個百分點，未達統計顯著水準。",
                new LeadSentence("甲", "乙", .01, .0398).in(Language.ZH_TW));
    }
}
