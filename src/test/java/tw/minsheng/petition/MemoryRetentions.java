package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Ended cases as a test puts them in, without their words. */
public final class MemoryRetentions implements Retentions {

    private final Map<CaseNumber, Aged> ended = new LinkedHashMap<>();
    private final Audit audit;
    private int erased;
    private long imported;

    public MemoryRetentions(Audit audit) {
        this.audit = audit;
    }

    public void put(Aged aged) {
        ended.put(aged.number(), aged);
    }

    /** Cases of other systems that have run out. */
    public void putImported(long number) {
        imported = number;
    }

    private List<Aged> all(RunOut runOut) {
        return ended.values().stream()
                .filter(each -> runOut.agencies().contains(each.agency()))
                .filter(each -> each.ended().isBefore(before(runOut, each)))
                .toList();
    }

    private static LocalDate before(RunOut runOut, Aged aged) {
        return runOut.endedBefore().getOrDefault(aged.type(), runOut.others());
    }

    @Override
    public Future<Counts> count(RunOut runOut) {
        long ready =
                all(runOut).stream().filter(each -> !each.reference().isEmpty()).count();
        return Future.succeededFuture(
                new Counts(ready, all(runOut).size() - ready, erased, Math.min(imported, MOST_COUNTED)));
    }

    @Override
    public Future<List<Aged>> list(RunOut runOut, int offset, int limit) {
        return Future.succeededFuture(
                all(runOut).stream().skip(offset).limit(limit).toList());
    }

    @Override
    public Future<Void> file(List<Filing> filings, Set<String> agencies, Act act) {
        List<Fault> faults = filings.stream()
                .map(Filing::number)
                .filter(number -> !ended.containsKey(number)
                        || !agencies.contains(ended.get(number).agency()))
                .map(number -> new Fault("numbers", "filing.not_ended", Map.of("line", number.text())))
                .toList();
        if (!faults.isEmpty()) {
            return Future.failedFuture(Problem.invalid("filing.faults", faults));
        }
        filings.forEach(each -> {
            Aged aged = ended.get(each.number());
            put(new Aged(aged.number(), aged.agency(), aged.type(), aged.ended(), each.reference()));
        });
        return audit.write(
                AuditEntry.done(act, "case.file", filings.get(0).number().text()));
    }

    @Override
    public Future<Integer> erase(RunOut runOut, int most, Act act) {
        List<Aged> ready = all(runOut).stream()
                .filter(each -> !each.reference().isEmpty())
                .limit(most)
                .toList();
        ready.forEach(each -> ended.remove(each.number()));
        erased += ready.size();
        return Future.succeededFuture(ready.size());
    }

    @Override
    public Future<Integer> eraseImported(RunOut runOut, int most, Act act) {
        int gone = (int) Math.min(imported, most);
        imported -= gone;
        return Future.succeededFuture(gone);
    }
}
