package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Language;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;

/** What the pages show of the analysis of cases that are kept; heavy work runs on worker threads. */
public interface CaseReports {

    /** Fewer cases are told as a number only. */
    long LEAST = 5;

    /**
     * Which cases are asked for, and how they are named.
     *
     * @param agencies keys of the agencies whose cases count
     * @param from first day of receipt
     * @param until last day of receipt
     * @param keeper own cases or imported ones, empty for both
     * @param only field → the word that its cases must have, as it is shown
     * @param residents of the districts
     * @param source which cases these are, for people
     */
    record Selection(
            Set<String> agencies,
            LocalDate from,
            LocalDate until,
            Optional<CaseLedger.Keeper> keeper,
            Map<CaseField, String> only,
            Residents residents,
            String source,
            Language language) {

        public Selection {
            agencies = Set.copyOf(agencies);
            only = Map.copyOf(only);
        }
    }

    /**
     * Who lives in the districts.
     *
     * @param people district as it is shown → people; empty when unknown
     * @param source who counted them, and when
     */
    record Residents(Map<String, Long> people, String source) {

        public static final Residents UNKNOWN = new Residents(Map.of(), "");

        public Residents {
            people = Map.copyOf(people);
        }
    }

    /** What people call the word of a case: a type, a unit, a district, a state. Own cases have keys, others the words of their file. */
    @FunctionalInterface
    interface Names {
        /** @param agency that owns the case: units of two agencies may have one name; "" for another field */
        String of(CaseLedger.Keeper keeper, String agency, CaseField field, String word);
    }

    /** A word and how many of the cases have it. */
    record Counted(String word, long cases) {}

    /**
     * @param at when it was counted
     * @param html key figures and charts with their data, "" when there are too few cases
     * @param words field → its words, the most frequent first; "" for none
     * @param tables keys of the tables that {@link #table} can give
     */
    record Live(Instant at, long cases, String html, Map<CaseField, List<Counted>> words, List<String> tables) {}

    /** Words and places of the same cases. */
    CaseThemes themes();

    /** Counts at most some minutes old. */
    Future<Live> live(Selection selection, Names names);

    Future<Buffer> pdf(Selection selection, Names names);

    /** {@code minsheng-results/1}. */
    Future<Buffer> resultsJson(Selection selection, Names names);

    /** A table as CSV; fails with not found for a key that there is not. */
    Future<Buffer> table(Selection selection, Names names, String key);
}
