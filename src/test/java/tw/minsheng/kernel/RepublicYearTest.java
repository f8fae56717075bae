package tw.minsheng.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.chrono.MinguoDate;
import java.time.temporal.ChronoField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepublicYearTest {

    /** As Java's own Minguo calendar counts. */
    @ParameterizedTest
    @ValueSource(strings = {"1912-01-01", "1911-12-31", "2026-11-21", "2199-06-30"})
    void countsAsTheMinguoCalendar(String day) {
        LocalDate date = LocalDate.parse(day);
        assertEquals(MinguoDate.from(date).get(ChronoField.YEAR), RepublicYear.of(date));
        assertEquals(date.getYear(), RepublicYear.toCommon(RepublicYear.of(date.getYear())));
    }
}
