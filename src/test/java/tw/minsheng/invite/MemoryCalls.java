package tw.minsheng.invite;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

/** One telephone in memory, for tests of pages. */
public final class MemoryCalls implements Calls {

    private final Map<String, Long> results = new HashMap<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private boolean begun;

    /** Whether an interview was begun. */
    public synchronized boolean isBegun() {
        return begun;
    }

    @Override
    public synchronized Future<Optional<Held>> next(Desk desk, Instant until, Act act) {
        if (results.isEmpty()) {
            held.putIfAbsent(desk.caller(), new Held(7, "路人", "07-3368333", Language.ZH_TW, 0, "seed", false, until));
        }
        return held(desk, act);
    }

    @Override
    public synchronized Future<Optional<Held>> held(Desk desk, Act act) {
        return Future.succeededFuture(Optional.ofNullable(held.get(desk.caller())));
    }

    @Override
    public synchronized Future<Boolean> begin(Desk desk, long contact, Act act) {
        begun = held.containsKey(desk.caller());
        return Future.succeededFuture(begun);
    }

    @Override
    public synchronized Future<Void> result(Desk desk, long contact, Result result, Instant next, Act act) {
        if (result == Result.COMPLETE || held.remove(desk.caller()) == null) {
            return Future.failedFuture(Problem.invalid("call.faults", List.of(Fault.of("result", "call.result"))));
        }
        results.merge(result.key(), 1L, Long::sum);
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Standing> standing(Desk desk, Instant now) {
        return Future.succeededFuture(new Standing(1, 1, results));
    }
}
