package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
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
    public Future<ReplyCheck.Drawn> draw(CaseControl.Period period, int perUnit, long seed, String account) {
        List<ReplyCheck.Answered> population = cases.all().stream()
                .filter(each -> isWithin(each, period.agencies()))
                .filter(each ->
                        Set.of(State.CLOSED, State.FOLLOW_UP, State.RELEASED).contains(each.state()))
                .filter(each -> period.covers(each.ended()) && !isOwn(each, account))
                .map(each -> new ReplyCheck.Answered(each.number(), each.unit()))
                .toList();
        return Future.succeededFuture(new ReplyCheck.Drawn(population.size(), drawn(population, perUnit, seed)));
    }

    /** The rule of the door, in other words than those of the database. */
    static List<ReplyCheck.Answered> drawn(List<ReplyCheck.Answered> population, int perUnit, long seed) {
        Map<String, List<ReplyCheck.Answered>> units = new TreeMap<>();
        population.forEach(each ->
                units.computeIfAbsent(each.unit(), key -> new ArrayList<>()).add(each));
        Comparator<ReplyCheck.Answered> order = Comparator.comparing(each -> {
            String number = each.number().text();
            return Sha256.hex(seed + ":" + number.substring(0, number.lastIndexOf('-')));
        });
        return units.values().stream()
                .flatMap(unit -> unit.stream()
                        .sorted(order)
                        .limit(perUnit)
                        .sorted(Comparator.comparing(each -> each.number().text())))
                .toList();
    }

    private static boolean isWithin(CaseFile file, Set<String> agencies) {
        return agencies.contains(file.agency()) || agencies.contains(file.unit());
    }

    private boolean isOwn(CaseFile file, String account) {
        return file.handler().equals(account)
                || cases.history(file.number()).result().stream()
                        .anyMatch(event -> event.act().actor().equals(account)
                                && Set.of("start", "propose").contains(event.what()));
    }

    @Override
    public Future<Long> keep(ReplyCheck check, List<ReplyCheck.Answered> drawn, Act act) {
        long id = kept.size() + 1L;
        List<ReplyCheck.Item> items = drawn.stream()
                .sorted(Comparator.comparing(ReplyCheck.Answered::unit)
                        .thenComparing(each -> each.number().text()))
                .map(each -> new ReplyCheck.Item(each.number(), each.unit(), Map.of(), "", "", false))
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
    public Future<ReplyCheck> find(long id, Set<String> agencies, String account) {
        ReplyCheck found = kept.get(id);
        return found == null || !agencies.contains(found.agency())
                ? Future.failedFuture(Problem.notFound("check", Long.toString(id)))
                : Future.succeededFuture(with(
                        found,
                        id,
                        found.items().stream()
                                .filter(each -> isWithin(file(each), agencies))
                                .map(each -> with(each, account))
                                .toList()));
    }

    private CaseFile file(ReplyCheck.Item item) {
        return cases.find(item.number()).result();
    }

    private ReplyCheck.Item with(ReplyCheck.Item item, String account) {
        return new ReplyCheck.Item(
                item.number(), item.unit(), item.scores(), item.note(), item.actor(), isOwn(file(item), account));
    }

    @Override
    public Future<Void> score(
            long id, CaseNumber number, Map<String, Integer> scores, String note, Set<String> agencies, Act act) {
        ReplyCheck check = kept.get(id);
        Optional<ReplyCheck.Item> drawn = check == null
                ? Optional.empty()
                : check.items().stream()
                        .filter(each -> each.number().equals(number) && isWithin(file(each), agencies))
                        .findFirst();
        if (drawn.isEmpty()) {
            return Future.failedFuture(Problem.notFound("case", number.text()));
        }
        try {
            with(drawn.get(), act.actor()).requireFor(act.actor());
        } catch (Problem refused) {
            return Future.failedFuture(refused);
        }
        List<ReplyCheck.Item> items = new ArrayList<>();
        check.items()
                .forEach(each -> items.add(
                        each.number().equals(number)
                                ? new ReplyCheck.Item(number, each.unit(), scores, note, act.actor(), false)
                                : each));
        return audit.write(AuditEntry.done(act, "case.score", number.text()))
                .onSuccess(written -> kept.put(id, with(check, id, items)));
    }
}
