package tw.minsheng.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/**
 * Which days the offices of the government work: Monday to Friday, but for the days it names. What lies outside the
 * days it covers is not known, and only guessed by the weekday (暫算). Immutable.
 */
public final class OfficeCalendar {

    /** People are warned when the covered days end within so many days. */
    public static final int WARNING_DAYS = 90;

    private static final int DIGITS = 12;

    private final LocalDate coversFrom;
    private final LocalDate coversUntil;
    private final NavigableMap<LocalDate, ExceptionDay> exceptions;
    private final String version;

    private OfficeCalendar(LocalDate from, LocalDate until, NavigableMap<LocalDate, ExceptionDay> exceptions) {
        this.coversFrom = from;
        this.coversUntil = until;
        this.exceptions = Collections.unmodifiableNavigableMap(exceptions);
        this.version = versionOf(from, until, exceptions);
    }

    /**
     * A calendar that covers the days from {@code from} to {@code until}, both included.
     *
     * @throws IllegalArgumentException when a day is named twice or lies outside, or the days are in the wrong order
     */
    public static OfficeCalendar of(LocalDate from, LocalDate until, List<ExceptionDay> days) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("covers " + from + " to " + until);
        }
        NavigableMap<LocalDate, ExceptionDay> byDate = new TreeMap<>();
        for (ExceptionDay day : days) {
            boolean outside = day.date().isBefore(from) || day.date().isAfter(until);
            if (outside || byDate.put(day.date(), day) != null) {
                throw new IllegalArgumentException((outside ? "outside: " : "named twice: ") + day.date());
            }
        }
        return new OfficeCalendar(from, until, byDate);
    }

    /** Names the content: the years and the start of a hash; the same for the same days. */
    public String version() {
        return version;
    }

    public LocalDate coversFrom() {
        return coversFrom;
    }

    public LocalDate coversUntil() {
        return coversUntil;
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(coversFrom) && !date.isAfter(coversUntil);
    }

    /** Whether the covered days end within {@link #WARNING_DAYS}, or have ended: a newer calendar is due. */
    public boolean endsSoon(LocalDate today) {
        return !coversUntil.isAfter(today.plusDays(WARNING_DAYS));
    }

    /** The days it names, by date. */
    public List<ExceptionDay> exceptions() {
        return List.copyOf(exceptions.values());
    }

    /** What it says of this day, empty when the weekday decides. */
    public Optional<ExceptionDay> exception(LocalDate date) {
        return Optional.ofNullable(exceptions.get(date));
    }

    /**
     * A new calendar, with the days of a newer one wherever that covers them.
     *
     * @throws Problem {@code calendar.apart} when days would remain uncovered between the two
     */
    public OfficeCalendar with(OfficeCalendar newer) {
        boolean apart = newer.coversFrom.isAfter(coversUntil.plusDays(1))
                || newer.coversUntil.isBefore(coversFrom.minusDays(1));
        if (apart) {
            Map<String, String> args = Map.of(
                    "from", coversFrom.toString(),
                    "until", coversUntil.toString(),
                    "newer_from", newer.coversFrom.toString(),
                    "newer_until", newer.coversUntil.toString());
            throw Problem.of(Problem.Kind.INVALID, "calendar.apart", args);
        }
        NavigableMap<LocalDate, ExceptionDay> days = new TreeMap<>(exceptions);
        days.subMap(newer.coversFrom, true, newer.coversUntil, true).clear();
        days.putAll(newer.exceptions);
        LocalDate from = newer.coversFrom.isBefore(coversFrom) ? newer.coversFrom : coversFrom;
        LocalDate until = newer.coversUntil.isAfter(coversUntil) ? newer.coversUntil : coversUntil;
        return new OfficeCalendar(from, until, days);
    }

    /** The office days where nothing is closed locally. */
    public OfficeDays days() {
        return days(LocalClosure.EVERYWHERE, LocalClosures.NONE);
    }

    /** The office days of one district. Costs a walk over the covered days: keep it, it can be shared. */
    public OfficeDays days(String district, LocalClosures closures) {
        return OfficeDays.of(this, closures.in(district));
    }

    private static String versionOf(LocalDate from, LocalDate until, NavigableMap<LocalDate, ExceptionDay> days) {
        String content = days.values().stream()
                .map(each -> each.date() + "," + each.kind().word() + "," + each.name())
                .collect(Collectors.joining("\n", from + "," + until + "\n", "\n"));
        String years = from.getYear() == until.getYear() ? "" : "-" + until.getYear();
        return from.getYear() + years + "/" + Sha256.hex(content).substring(0, DIGITS);
    }
}
