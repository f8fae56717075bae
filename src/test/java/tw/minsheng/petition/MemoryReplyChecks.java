package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Checks of answers in memory, for tests of pages. */
public final class MemoryReplyChecks implements ReplyChecks {

    private final MemoryCases cases;
    private final Audit audit;
    private final Map<Long, ReplyCheck> kept = new TreeMap<>(Collections.reverseOrder());

    public MemoryReplyChecks(MemoryCases cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    public Future<List<ReplyCheck.Answered>> answered(CaseControl.Period period) {
        return Future.succeededFuture(cases.all().stream()
                .filter(each -> period.agencies().contains(each.agency()))
                .filter(each ->
                        Set.of(State.CLOSED, State.FOLLOW_UP, State.RELEASED).contains(each.state()))
                .filter(each -> period.covers(each.ended()))
                .map(each -> new ReplyCheck.Answered(each.number(), each.unit(), each.handler()))
                .toList());
    }

    @Override
    public Future<Long> keep(ReplyCheck check, List<ReplyCheck.Answered> drawn, Act act) {
        long id = kept.size() + 1L;
        List<ReplyCheck.Item> items = drawn.stream()
                .sorted(Comparator.comparing(ReplyCheck.Answered::unit)
                        .thenComparing(each -> each.number().text()))
                .map(each -> new ReplyCheck.Item(each.number(), each.unit(), Map.of(), "", ""))
                .toList();
        return audit.write(AuditEntry.done(act, "case.check", "check " + id)).map(written -> {
            kept.put(id, with(check, id, items));
            return id;
        });
    }

    private static ReplyCheck with(ReplyCheck check, long id, List<ReplyCheck.Item> items) {
        return new ReplyCheck(
                id,
                check.agency(),
                check.actor(),
                check.at(),
                check.seed(),
                check.from(),
                check.until(),
                check.perUnit(),
                check.population(),
                items);
    }

    @Override
    public Future<List<ReplyCheck>> checks(Set<String> agencies) {
        return Future.succeededFuture(kept.values().stream()
                .filter(each -> agencies.contains(each.agency()))
                .map(each -> with(each, each.id(), List.of()))
                .limit(MOST)
                .toList());
    }

    @Override
    public Future<ReplyCheck> find(long id, Set<String> agencies) {
        ReplyCheck found = kept.get(id);
        return found == null || !agencies.contains(found.agency())
                ? Future.failedFuture(Problem.notFound("check", Long.toString(id)))
                : Future.succeededFuture(found);
    }

    @Override
    public Future<Void> score(long id, CaseNumber number, Map<String, Integer> scores, String note, Act act) {
        ReplyCheck check = kept.get(id);
        if (check == null
                || check.items().stream().noneMatch(each -> each.number().equals(number))) {
            return Future.failedFuture(Problem.notFound("case", number.text()));
        }
        List<ReplyCheck.Item> items = new ArrayList<>();
        check.items()
                .forEach(each -> items.add(
                        each.number().equals(number)
                                ? new ReplyCheck.Item(number, each.unit(), scores, note, act.actor())
                                : each));
        return audit.write(AuditEntry.done(act, "case.score", number.text()))
                .onSuccess(written -> kept.put(id, with(check, id, items)));
    }
}
