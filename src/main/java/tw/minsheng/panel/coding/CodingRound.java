package tw.minsheng.panel.coding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tw.minsheng.kernel.Fault;
import tw.minsheng.petition.CaseNumber;

/**
 * A sample of cases that several people put into themes.
 *
 * @param id 0 while it is not kept
 * @param agency for which it was drawn
 * @param themes from which one is chosen for each case; a code is a place in this list
 * @param coders names of their accounts
 * @param seed of the draw (SplitMix64)
 * @param from first day of receipt, {@code until} the last
 * @param population cases from which were drawn
 * @param cases the drawn ones, by number
 */
public record CodingRound(
        long id,
        String agency,
        String name,
        List<String> themes,
        List<String> coders,
        long seed,
        LocalDate from,
        LocalDate until,
        int population,
        String actor,
        Instant at,
        List<CaseNumber> cases) {

    /** More cases nobody codes at once. */
    public static final int MOST_CASES = 500;

    private static final int MOST_THEMES = 30;
    private static final int MOST_CODERS = 10;
    private static final int MOST_LETTERS = 80;

    public CodingRound {
        themes = List.copyOf(themes);
        coders = List.copyOf(coders);
        cases = List.copyOf(cases);
    }

    /** What is missing or too much. */
    List<Fault> faults(int asked) {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank() || name.length() > MOST_LETTERS) {
            faults.add(Fault.of("name", "coding.fault.name"));
        }
        boolean alike = new LinkedHashSet<>(themes).size() < themes.size();
        boolean tooLong = themes.stream().anyMatch(theme -> theme.length() > MOST_LETTERS);
        if (themes.size() < 2 || themes.size() > MOST_THEMES || alike || tooLong) {
            faults.add(Fault.of("themes", "coding.fault.themes"));
        }
        if (coders.size() < 2 || coders.size() > MOST_CODERS || new LinkedHashSet<>(coders).size() < coders.size()) {
            faults.add(Fault.of("coders", "coding.fault.coders"));
        }
        if (until.isBefore(from)) {
            faults.add(Fault.of("until", "coding.fault.until"));
        }
        if (asked < 1 || asked > MOST_CASES) {
            faults.add(Fault.of("n", "coding.fault.n"));
        }
        return faults;
    }
}
