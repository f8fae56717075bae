package tw.minsheng.web.staff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Responses;

/** What came back, summed from the same counts as everywhere else. */
record Tally(List<Responses.Count> counts) {

    Tally {
        counts = List.copyOf(counts);
    }

    Tally ofWave(String wave) {
        return new Tally(
                counts.stream().filter(count -> count.wave().equals(wave)).toList());
    }

    long number(Outcome outcome) {
        return counts.stream()
                .filter(count -> count.outcome() == outcome)
                .mapToLong(Responses.Count::n)
                .sum();
    }

    long on(LocalDate day) {
        return counts.stream()
                .filter(count ->
                        count.outcome() == Outcome.COMPLETE && count.day().equals(day))
                .mapToLong(Responses.Count::n)
                .sum();
    }

    /** The last day on which a complete answer came. */
    Optional<LocalDate> lastDay() {
        return counts.stream()
                .filter(count -> count.outcome() == Outcome.COMPLETE)
                .map(Responses.Count::day)
                .max(Comparator.naturalOrder());
    }

    /** Complete answers by day, the newest day first. */
    Map<LocalDate, Long> byDay() {
        Map<LocalDate, Long> days = new TreeMap<>(Comparator.reverseOrder());
        counts.stream()
                .filter(count -> count.outcome() == Outcome.COMPLETE)
                .forEach(count -> days.merge(count.day(), count.n(), Long::sum));
        return days;
    }
}
