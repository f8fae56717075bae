package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Says which cases have run out, and erases those that may be. Whoever asks has been allowed to by the one place that decides. */
public final class RetentionDesk {

    /** Numbers that may be typed at once. */
    public static final int MOST_LINES = 500;

    private static final int MOST_LETTERS = 80;
    private static final int BATCH = 100;
    private static final int IMPORTED_BATCH = 5_000;

    private final Supplier<Catalogue> catalogue;
    private final Retentions door;
    private final Clock clock;
    private final ZoneId zone;

    public RetentionDesk(Supplier<Catalogue> catalogue, Retentions door, Clock clock, ZoneId zone) {
        this.catalogue = catalogue;
        this.door = door;
        this.clock = clock;
        this.zone = zone;
    }

    /** The class of a type. */
    public Retention.Period period(String type) {
        return catalogue.get().retention().of(type);
    }

    /** All classes, the usual one in front. */
    public List<Retention.Period> periods() {
        return catalogue.get().retention().classes();
    }

    /** Cases of these agencies that have run out today. */
    private Retentions.RunOut runOut(Set<String> agencies) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<String, LocalDate> endedBefore = new HashMap<>();
        catalogue
                .get()
                .types()
                .forEach(type -> endedBefore.put(type.id(), period(type.id()).endedBefore(today)));
        return new Retentions.RunOut(agencies, endedBefore, period("").endedBefore(today));
    }

    public Future<Retentions.Counts> count(Set<String> agencies) {
        return door.count(runOut(agencies));
    }

    /** The dry run: what would be erased, and what is blocked. */
    public Future<List<Retentions.Aged>> list(Set<String> agencies, int offset, int limit) {
        return door.list(runOut(agencies), offset, limit);
    }

    /**
     * Writes references down.
     *
     * @param typed numbers of cases, one on a line, each with its own reference behind it or with none
     * @param common the reference of those that have none of their own, "" for none
     * @return how many; fails with {@code filing.faults} and every line that is wrong
     */
    public Future<Integer> file(String typed, Retentions.Ground ground, String common, Set<String> agencies, Act act) {
        List<Fault> faults = new ArrayList<>();
        List<Retentions.Filing> filings = read(typed, ground, common.strip(), faults);
        if (filings.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.of("numbers", "filing.none"));
        }
        if (!faults.isEmpty()) {
            return Future.failedFuture(Problem.invalid("filing.faults", faults));
        }
        return door.file(filings, agencies, act).map(filings.size());
    }

    private static List<Retentions.Filing> read(
            String typed, Retentions.Ground ground, String common, List<Fault> faults) {
        Map<CaseNumber, Retentions.Filing> filings = new LinkedHashMap<>();
        List<String> lines =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() > MOST_LINES) {
            faults.add(new Fault("numbers", "filing.many", Map.of("most", Integer.toString(MOST_LINES))));
            return List.of();
        }
        for (String line : lines) {
            String[] parts = line.split("[\\s,，、]+", 2);
            String reference = parts.length > 1 ? parts[1].strip() : common;
            Map<String, String> said = Map.of("line", line);
            CaseNumber.typed(parts[0])
                    .ifPresentOrElse(
                            number -> {
                                if (reference.isEmpty()) {
                                    faults.add(new Fault("reference", "filing.reference", said));
                                } else if (reference.length() > MOST_LETTERS) {
                                    faults.add(new Fault("reference", "filing.long", said));
                                } else {
                                    filings.put(number, new Retentions.Filing(number, ground, reference));
                                }
                            },
                            () -> faults.add(new Fault("numbers", "filing.number", said)));
        }
        return List.copyOf(filings.values());
    }

    /**
     * Erases what is ready, in small pieces, each by itself; and what is left of such cases of other systems.
     *
     * @param most at most so many cases
     * @param mostImported at most so many cases of other systems
     */
    public Future<Retentions.Erased> erase(Set<String> agencies, int most, long mostImported, Act act) {
        Retentions.RunOut runOut = runOut(agencies);
        return erase(runOut, most, 0, act)
                .compose(cases ->
                        imported(runOut, mostImported, 0, act).map(imported -> new Retentions.Erased(cases, imported)));
    }

    private Future<Long> imported(Retentions.RunOut runOut, long most, long before, Act act) {
        int piece = (int) Math.min(IMPORTED_BATCH, most - before);
        if (piece <= 0) {
            return Future.succeededFuture(before);
        }
        return door.eraseImported(runOut, piece, act)
                .compose(erased ->
                        erased == 0 ? Future.succeededFuture(before) : imported(runOut, most, before + erased, act));
    }

    private Future<Integer> erase(Retentions.RunOut runOut, int most, int before, Act act) {
        int piece = Math.min(BATCH, most - before);
        if (piece <= 0) {
            return Future.succeededFuture(before);
        }
        return door.erase(runOut, piece, act)
                .compose(erased -> erased < piece
                        ? Future.succeededFuture(before + erased)
                        : erase(runOut, most, before + erased, act));
    }
}
