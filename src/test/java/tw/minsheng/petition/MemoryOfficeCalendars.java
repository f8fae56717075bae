package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Calendars and closures in memory, for tests of pages. */
public final class MemoryOfficeCalendars implements OfficeCalendars {

    private final MemoryCases cases;
    private final Audit audit;
    private final List<Kept> imported = new ArrayList<>();
    private final List<Kept> used = new ArrayList<>();
    private final List<Closure> closures = new ArrayList<>();
    private final List<Long> withdrawn = new ArrayList<>();
    private final AtomicReference<String> counted = new AtomicReference<>("");

    public MemoryOfficeCalendars(MemoryCases cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    public Future<String> mark() {
        return Future.succeededFuture(imported.size() + "/" + closures.size() + "/" + withdrawn.size());
    }

    @Override
    public Future<Optional<Kept>> newest() {
        return Future.succeededFuture(
                imported.isEmpty() ? Optional.empty() : Optional.of(imported.get(imported.size() - 1)));
    }

    @Override
    public Future<Boolean> add(Kept calendar, String mark, Act act) {
        return mark().compose(now -> {
            if (!now.equals(mark)) {
                return Future.succeededFuture(false);
            }
            imported.add(calendar);
            return audit.write(AuditEntry.done(act, "calendar.import", calendar.version()))
                    .map(true);
        });
    }

    @Override
    public Future<String> counted() {
        return Future.succeededFuture(counted.get());
    }

    @Override
    public Future<Void> counted(String mark) {
        counted.set(mark);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> used(Kept calendar, Instant at) {
        used.add(calendar);
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Closure>> closures() {
        return Future.succeededFuture(closures.stream()
                .filter(each -> !withdrawn.contains(each.id()))
                .sorted(Comparator.comparing(Closure::day)
                        .reversed()
                        .thenComparing(Closure::district)
                        .thenComparing(Closure::part))
                .toList());
    }

    @Override
    public Future<Integer> close(List<Closure> all, Act act) {
        int before = closures.size();
        Future<Void> audited = Future.succeededFuture();
        for (Closure each : all) {
            boolean known = closures.stream()
                    .filter(other -> !withdrawn.contains(other.id()))
                    .anyMatch(other -> other.day().equals(each.day())
                            && other.district().equals(each.district())
                            && other.part().equals(each.part()));
            if (!known) {
                long id = closures.size() + 1L;
                closures.add(
                        new Closure(id, each.district(), each.day(), each.part(), each.name(), act.actor(), act.at()));
                audited = audited.compose(done -> audit.write(AuditEntry.done(
                        act,
                        "calendar.close",
                        each.day() + " " + each.part() + (each.district().isEmpty() ? "" : " " + each.district()))));
            }
        }
        return audited.map(closures.size() - before);
    }

    @Override
    public Future<Void> withdraw(long id, Act act) {
        Optional<Closure> found = closures.stream()
                .filter(each -> each.id() == id && !withdrawn.contains(id))
                .findFirst();
        if (found.isEmpty()) {
            return Future.failedFuture(Problem.notFound("closure", Long.toString(id)));
        }
        withdrawn.add(id);
        return audit.write(
                AuditEntry.done(act, "calendar.open", found.get().day().toString()));
    }

    @Override
    public Future<List<Dated>> open(CaseNumber after, int limit) {
        return Future.succeededFuture(cases.all().stream()
                .filter(each -> !each.state().isOver())
                .filter(each -> each.number().text().compareTo(after.text()) > 0)
                .limit(limit)
                .map(each -> new Dated(each, cases.due(each.number())))
                .toList());
    }
}
