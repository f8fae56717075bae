package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Door to what the control office (研考) counts: figures by unit, and no word of anybody. */
public interface CaseControl {

    /**
     * What is counted.
     *
     * @param agencies keys of the agencies that own them, or of the units that hold them
     * @param from first day
     * @param until last day
     * @param now time of the place at which open and overdue are counted
     */
    record Period(Set<String> agencies, LocalDate from, LocalDate until, ZoneId zone, LocalDateTime now) {

        public Period {
            agencies = Set.copyOf(agencies);
        }

        public Instant start() {
            return from.atStartOfDay(zone).toInstant();
        }

        /** The first moment that is no longer counted. */
        public Instant end() {
            return until.plusDays(1).atStartOfDay(zone).toInstant();
        }

        boolean covers(LocalDateTime moment) {
            return !moment.toLocalDate().isBefore(from) && !moment.toLocalDate().isAfter(until);
        }
    }

    /**
     * One agency's cases in one unit.
     *
     * @param unit key of the unit that holds them, "" for those that nobody holds yet
     * @param received came in within the period
     * @param open are open now
     * @param overdue of these are past their due date
     * @param closed were closed for the first time within the period: the sum of the next three
     * @param within 依限辦結
     * @param extended 展期後依限辦結
     * @param late 逾限辦結
     */
    record UnitFigures(
            String agency,
            String unit,
            long received,
            long open,
            long overdue,
            long closed,
            long within,
            long extended,
            long late) {}

    /** By agency and unit, in the order of their keys; units without any case are not there. */
    Future<List<UnitFigures>> figures(Period period);

    /** What is owed. */
    enum Duty {
        /** the answer to a petition */
        ANSWER,
        /** 逾期通知, from the due date on */
        OVERDUE_NOTICE,
        /** the notice of an extension (展期) that nobody has delivered */
        EXTENSION_NOTICE,
        /** another notice that nobody has delivered */
        NOTICE,
        /** 列管追蹤: what was promised is not yet released */
        FOLLOW_UP,
        /** the petitioner said after closing that we may look at it again */
        WISH;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Duty of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What one unit owes of one kind.
     *
     * @param unit key of the unit that holds the cases, "" for those that nobody holds yet
     * @param owed how many; of overdue notices those that are due
     * @param late of these, those past their due time; a notice is due at once
     * @param first the earliest due time of the place; {@link LocalDateTime#MAX} when they have none, or are due at once
     */
    record UnitDuty(String agency, String unit, Duty duty, long owed, long late, LocalDateTime first) {

        /** @throws IllegalArgumentException when there is no such duty */
        public static UnitDuty of(String agency, String unit, String duty, long owed, long late, LocalDateTime first) {
            return new UnitDuty(agency, unit, Duty.of(duty), owed, late, first);
        }
    }

    /**
     * What units owe now, by agency, unit and duty in the order of their keys; what nobody owes is not there.
     *
     * @param agencies keys of the agencies that own the cases, or of the units that hold them
     */
    Future<List<UnitDuty>> duties(Set<String> agencies, LocalDateTime now);

    /**
     * How often cases went one way, and how long they had stood where they left; calendar days by the clock.
     *
     * @param what key of the step: 改分 is {@code reassign}
     * @param from key of the state; with the same {@code to} for a reassignment of a case that was only assigned
     * @param n how often; a case may go one way several times
     * @param medianDays since the step before, or since the receipt
     */
    record Transition(String what, String from, String to, long n, double medianDays, double meanDays) {}

    /** Steps of the cases that came in within the period, the most frequent first; notes and the like are no steps. */
    Future<List<Transition>> flow(Period period);
}
