package tw.minsheng.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The calendar that comes with the product: 中華民國政府行政機關辦公日曆表, data set 14718 of data.gov.tw, 2017 to 2027;
 * what 紀念日及節日實施條例 added in 2025 was added by hand.
 */
public final class ProductCalendar {

    private static final String FILE = "office-calendar.csv";

    private ProductCalendar() {}

    /** Reads it; takes milliseconds, keep the result. */
    public static OfficeCalendar read() {
        try (InputStream in = ProductCalendar.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return CalendarFile.read(FILE, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
