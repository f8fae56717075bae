package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Deputies and saved filters in memory, for tests of pages. */
public final class MemoryWorkPlaces implements WorkPlaces {

    private final Map<String, Deputy> deputies = new TreeMap<>();
    private final Map<String, Map<String, Saved>> saved = new TreeMap<>();
    private final Audit audit;

    public MemoryWorkPlaces(Audit audit) {
        this.audit = audit;
    }

    @Override
    public synchronized Future<List<Deputy>> deputies(Set<String> accounts, LocalDate day) {
        return Future.succeededFuture(deputies.values().stream()
                .filter(each ->
                        accounts.contains(each.account()) && !each.until().isBefore(day))
                .toList());
    }

    @Override
    public synchronized Future<List<String>> standsInFor(String deputy, LocalDate day) {
        return Future.succeededFuture(deputies.values().stream()
                .filter(each -> each.deputy().equals(deputy) && each.isThere(day))
                .map(Deputy::account)
                .toList());
    }

    @Override
    public synchronized Future<Void> appoint(Deputy deputy, Act act) {
        return audit.write(AuditEntry.done(act, "case.deputy", deputy.account()))
                .onSuccess(written -> deputies.put(deputy.account(), deputy));
    }

    @Override
    public synchronized Future<Void> dismiss(String account, Act act) {
        return audit.write(AuditEntry.done(act, "case.no_deputy", account))
                .onSuccess(written -> deputies.remove(account));
    }

    @Override
    public synchronized Future<List<Saved>> saved(String account) {
        return Future.succeededFuture(
                List.copyOf(saved.getOrDefault(account, Map.of()).values()));
    }

    @Override
    public synchronized Future<Void> save(String account, Saved kept) {
        Map<String, Saved> own = saved.computeIfAbsent(account, name -> new TreeMap<>());
        if (own.size() >= MOST_SAVED && !own.containsKey(kept.name())) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "case.saved_full"));
        }
        own.put(kept.name(), kept);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Void> forget(String account, String name) {
        saved.getOrDefault(account, new TreeMap<>()).remove(name);
        return Future.succeededFuture();
    }
}
