package tw.minsheng.petition;

import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tw.minsheng.calendar.CalendarFile;
import tw.minsheng.calendar.ClosureFile;
import tw.minsheng.calendar.ExceptionDay;
import tw.minsheng.calendar.LocalClosure;
import tw.minsheng.calendar.LocalClosures;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * The calendar by which due dates are counted now: that of the product, what was imported after it, and what was closed
 * locally. Whoever asks gets what was known at the last {@link #refresh}. Safe to share.
 */
public final class CalendarDesk {

    private static final int MOST_LETTERS = 200;
    /** How far from today a closure may lie; another day is a slip of the keyboard. */
    private static final int MOST_DAYS = 366;
    /** Nobody imports calendars more often than twice at once. */
    private static final int TRIES = 5;

    private final OfficeCalendars door;
    private final OfficeCalendar shipped;
    private final AtomicReference<Known> known;

    public CalendarDesk(OfficeCalendars door) {
        this.door = door;
        this.shipped = ProductCalendar.read();
        this.known = new AtomicReference<>(Known.of("", shipped, LocalClosures.NONE));
    }

    /** What is known, worked out once for each district that has closures of its own. */
    private record Known(String mark, OfficeCalendar calendar, OfficeDays everywhere, Map<String, OfficeDays> days) {

        static Known of(String mark, OfficeCalendar calendar, LocalClosures closures) {
            Map<String, OfficeDays> days = new HashMap<>();
            closures.all().stream()
                    .map(LocalClosure::district)
                    .distinct()
                    .forEach(district -> days.put(district, calendar.days(district, closures)));
            OfficeDays everywhere = calendar.days(LocalClosure.EVERYWHERE, closures);
            return new Known(mark, calendar, everywhere, Map.copyOf(days));
        }
    }

    /**
     * What an import brought.
     *
     * @param version of the calendar after it
     * @param days that are worked now and were not, or the other way round
     * @param closures that were not known before
     */
    public record Taken(String version, LocalDate from, LocalDate until, int days, int closures) {}

    private Known known() {
        return Objects.requireNonNull(known.get());
    }

    /** The working days of a district; of the whole city for one without closures of its own. */
    public OfficeDays in(String district) {
        Known now = known();
        return now.days().getOrDefault(district, now.everywhere());
    }

    /** What the offices of the whole city do on the days from {@code from} to {@code until}, both included. */
    public OfficePeriod period(LocalDate from, LocalDate until) {
        return OfficePeriod.of(in(LocalClosure.EVERYWHERE), from, until);
    }

    public String version() {
        return known().calendar().version();
    }

    public LocalDate coversUntil() {
        return known().calendar().coversUntil();
    }

    /** Whether a newer calendar is due: 90 days before the covered days end. */
    public boolean endsSoon(LocalDate today) {
        return known().calendar().endsSoon(today);
    }

    /** Looks whether somebody, on any node, has changed what is known; completes with whether something has. */
    public Future<Boolean> refresh() {
        return door.mark().compose(mark -> mark.equals(known().mark()) ? Future.succeededFuture(false) : load(mark));
    }

    /** Differs after each change of calendars and closures that is known here. */
    public String mark() {
        return known().mark();
    }

    private Future<Boolean> load(String mark) {
        return door.newest()
                .compose(newest -> door.closures().compose(closures -> {
                    OfficeCalendar calendar =
                            newest.map(CalendarDesk::read).map(this::joined).orElse(shipped);
                    known.set(Known.of(mark, calendar, closures(closures)));
                    return door.used(kept(calendar, ""), Instant.EPOCH).map(true);
                }));
    }

    /** A newer product may know more years than what was imported into an older one. */
    private OfficeCalendar joined(OfficeCalendar imported) {
        return shipped.coversUntil().isAfter(imported.coversUntil()) ? shipped.with(imported) : imported;
    }

    private static OfficeCalendar read(OfficeCalendars.Kept kept) {
        return OfficeCalendar.of(
                kept.from(),
                kept.until(),
                kept.days().stream()
                        .map(day -> new ExceptionDay(
                                day.date(), day.off() ? ExceptionDay.Kind.OFF : ExceptionDay.Kind.WORK, day.name()))
                        .toList());
    }

    private static OfficeCalendars.Kept kept(OfficeCalendar calendar, String source) {
        return new OfficeCalendars.Kept(
                calendar.version(),
                calendar.coversFrom(),
                calendar.coversUntil(),
                calendar.exceptions().stream()
                        .map(day ->
                                new OfficeCalendars.Day(day.date(), day.kind() == ExceptionDay.Kind.OFF, day.name()))
                        .toList(),
                source);
    }

    private static LocalClosures closures(List<OfficeCalendars.Closure> kept) {
        return new LocalClosures(kept.stream()
                .map(each -> new LocalClosure(
                        each.district(),
                        each.day(),
                        LocalClosure.Part.valueOf(each.part().toUpperCase(Locale.ROOT)),
                        each.name()))
                .toList());
    }

    /**
     * Imports a file: a calendar in one of the layouts of {@link CalendarFile}, which takes the place of the days it covers,
     * or closures as {@link ClosureFile} reads them. The same file again changes nothing.
     *
     * @param districts that a closure may name; none when nobody knows them
     * @throws Problem what those two refuse, with every row
     */
    public Future<Taken> take(String name, byte[] content, Set<String> districts, Act act) {
        if (ClosureFile.isOne(content)) {
            List<OfficeCalendars.Closure> all = ClosureFile.read(name, content, districts).all().stream()
                    .map(each -> new OfficeCalendars.Closure(
                            0,
                            each.district(),
                            each.date(),
                            each.part().name().toLowerCase(Locale.ROOT),
                            each.name(),
                            "",
                            act.at()))
                    .toList();
            return refresh()
                    .compose(fresh -> door.close(all, act))
                    .compose(closed -> refresh().map(done -> taken(0, closed)));
        }
        OfficeCalendar read = calendar(name, content);
        return take(name, read, TRIES, act);
    }

    private Future<Taken> take(String name, OfficeCalendar read, int tries, Act act) {
        return refresh().compose(fresh -> take(name, read, act)).compose(taken -> {
            if (taken.isPresent()) {
                return Future.succeededFuture(taken.get());
            }
            return tries == 1
                    ? Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "calendar.changed"))
                    : take(name, read, tries - 1, act);
        });
    }

    private static OfficeCalendar calendar(String name, byte[] content) {
        try {
            return CalendarFile.read(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when somebody else brought something in meanwhile, without which this one would take the years of that away. */
    private Future<Optional<Taken>> take(String name, OfficeCalendar read, Act act) {
        Known known = known();
        OfficeCalendar before = known.calendar();
        OfficeCalendar after = before.with(read);
        if (after.version().equals(before.version())) {
            return Future.succeededFuture(Optional.of(taken(0, 0)));
        }
        LocalDate eve = after.coversFrom().minusDays(1);
        int days =
                after.days().differing(before.days(), eve, after.coversUntil()).size();
        return door.add(kept(after, name), known.mark(), act)
                .compose(added -> refresh().map(done -> added ? Optional.of(taken(days, 0)) : Optional.<Taken>empty()));
    }

    private Taken taken(int days, int closures) {
        OfficeCalendar now = known().calendar();
        return new Taken(now.version(), now.coversFrom(), now.coversUntil(), days, closures);
    }

    /** All closures that hold, the newest day first. */
    public Future<List<OfficeCalendars.Closure>> closures() {
        return door.closures();
    }

    /**
     * Writes a closure down.
     *
     * @param today day of the place
     * @return fails with {@code case.faults} and every fault
     */
    public Future<Void> close(OfficeCalendars.Closure closure, Set<String> districts, LocalDate today, Act act) {
        List<Fault> faults = new ArrayList<>();
        boolean near = !closure.day().isBefore(today.minusDays(MOST_DAYS))
                && !closure.day().isAfter(today.plusDays(MOST_DAYS));
        if (!near) {
            faults.add(Fault.of("day", "closure.day"));
        }
        if (!closure.district().isEmpty() && !districts.contains(closure.district())) {
            faults.add(Fault.of("district", "petition.district"));
        }
        if (!Set.of("morning", "afternoon", "day").contains(closure.part())) {
            faults.add(Fault.of("part", "closure.part_missing"));
        }
        Required.check(faults, "name", closure.name(), "closure.why", MOST_LETTERS);
        return faults.isEmpty()
                ? door.close(List.of(closure), act).compose(done -> refresh()).mapEmpty()
                : Future.failedFuture(Problem.invalid("case.faults", faults));
    }

    /** Takes a closure back; fails with {@code not_found} when it does not hold. */
    public Future<Void> withdraw(long id, Act act) {
        return door.withdraw(id, act).compose(done -> refresh()).mapEmpty();
    }
}
