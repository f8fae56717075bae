package tw.minsheng.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Days as a form sends them: four digits of a year that any case, calendar or wave may have. */
public final class TypedDay {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int FIRST = 1900;
    private static final int LAST = 2199;

    private TypedDay() {}

    /** @throws DateTimeException for what is no such day; a year of ten digits would be one to {@link LocalDate#parse} */
    public static LocalDate parse(String typed) {
        if (!FORM.matcher(typed).matches()) {
            throw new DateTimeException("no day");
        }
        LocalDate day = LocalDate.parse(typed);
        if (day.getYear() < FIRST || day.getYear() > LAST) {
            throw new DateTimeException("no day of our time");
        }
        return day;
    }
}
