package tw.minsheng.panel.coding;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Samples of cases and their codes in memory. */
public final class MemoryCodings implements Codings {

    private record Key(long round, String coder, CaseNumber number) {}

    private record Finished(long round, String coder) {}

    private final Set<Finished> finished = new HashSet<>();
    private final List<CodingRound> rounds = new ArrayList<>();
    private final Map<Key, Integer> codes = new LinkedHashMap<>();
    private final Function<Set<String>, List<CaseNumber>> cases;
    private final Audit audit;

    /** @param cases those of these agencies that may be drawn, whenever they came in */
    public MemoryCodings(Function<Set<String>, List<CaseNumber>> cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    public Future<Drawn> draw(Period period, LongFunction<List<Long>> places) {
        List<CaseNumber> all = cases.apply(period.agencies()).stream()
                .filter(number -> period.readers().stream()
                        .allMatch(reach -> cases.apply(reach).contains(number)))
                .toList();
        return Future.succeededFuture(new Drawn(
                all.size(),
                places.apply(all.size()).stream()
                        .map(place -> all.get(place.intValue()))
                        .toList()));
    }

    @Override
    public Future<Long> keep(CodingRound round, Act act) {
        long id = rounds.size() + 1L;
        rounds.add(new CodingRound(
                id,
                round.agency(),
                round.name(),
                round.themes(),
                round.coders(),
                round.seed(),
                round.from(),
                round.until(),
                round.population(),
                act.actor(),
                act.at(),
                round.cases()));
        return audit.write(AuditEntry.done(act, "coding.draw", "coding " + id)).map(id);
    }

    @Override
    public Future<List<CodingRound>> of(Set<String> agencies, String coder) {
        List<CodingRound> found = new ArrayList<>(rounds.stream()
                .filter(each ->
                        agencies.contains(each.agency()) || each.coders().contains(coder))
                .toList());
        Collections.reverse(found);
        return Future.succeededFuture(found);
    }

    @Override
    public Future<Optional<CodingRound>> find(long id) {
        return Future.succeededFuture(
                rounds.stream().filter(each -> each.id() == id).findFirst());
    }

    @Override
    public Future<Coded> coded(CodingRound round) {
        List<Code> all = codes.entrySet().stream()
                .filter(each -> each.getKey().round() == round.id())
                .map(each -> new Code(each.getKey().coder(), each.getKey().number(), each.getValue()))
                .sorted(Comparator.comparing(Code::coder)
                        .thenComparing(code -> code.number().text()))
                .toList();
        Set<String> closed = finished.stream()
                .filter(each -> each.round() == round.id())
                .map(Finished::coder)
                .collect(Collectors.toSet());
        return Future.succeededFuture(new Coded(round, all, closed));
    }

    @Override
    public Future<Boolean> code(long id, Code code, Act act) {
        Coded before = coded(rounds.get((int) id - 1)).result();
        if (before.isFinished(code.coder())) {
            return Future.succeededFuture(false);
        }
        codes.put(new Key(id, code.coder(), code.number()), code.theme());
        return audit.write(AuditEntry.done(act, "coding.code", code.number().text()))
                .map(true);
    }

    @Override
    public Future<Void> finish(long id, Act act) {
        return finished.add(new Finished(id, act.actor()))
                ? audit.write(AuditEntry.done(act, "coding.finish", "coding " + id))
                : Future.succeededFuture();
    }
}
