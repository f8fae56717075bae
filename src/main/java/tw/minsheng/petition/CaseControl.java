package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
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
}
