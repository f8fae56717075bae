package tw.minsheng.invite.onsite;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.invite.Seed;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

/** Sessions in memory. */
public final class MemoryOnsitePlans implements OnsitePlans {

    private final Map<String, OnsitePlan> plans = new HashMap<>();
    private final Map<String, SessionCounts> counts = new HashMap<>();
    private final Function<String, Long> complete;

    /** What was written down, in order. */
    public final List<String> audit = new ArrayList<>();

    /** @param complete answers of a session, by its code */
    public MemoryOnsitePlans(Function<String, Long> complete) {
        this.complete = complete;
    }

    public MemoryOnsitePlans() {
        this(code -> 0L);
    }

    @Override
    public Future<Optional<OnsitePlan>> find(String survey, String wave) {
        return Future.succeededFuture(Optional.ofNullable(plans.get(survey + " " + wave)));
    }

    @Override
    public Future<Void> announce(String survey, String wave, Seed seed, Act act) {
        audit.add("onsite.seed " + survey + " " + wave + " " + seed.told());
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> keep(OnsitePlan plan, Act act) {
        if (plans.putIfAbsent(plan.survey() + " " + plan.wave(), plan) != null) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "onsite.drawn"));
        }
        audit.add("onsite.draw " + plan.survey() + " " + plan.wave() + " " + plan.drawnHash());
        return Future.succeededFuture();
    }

    @Override
    public Future<List<SessionState>> states(String survey, String wave) {
        return Future.succeededFuture(plans.values().stream()
                .filter(plan -> plan.survey().equals(survey)
                        && (wave.isEmpty() || plan.wave().equals(wave)))
                .flatMap(plan -> plan.sessions().stream()
                        .map(session -> new SessionState(
                                session,
                                plan.interval(),
                                Optional.ofNullable(counts.get(survey + " " + plan.wave() + " " + session.no())),
                                complete.apply(session.code()))))
                .toList());
    }

    @Override
    public Future<Void> count(String survey, String wave, int session, SessionCounts counted, Act act) {
        counts.put(survey + " " + wave + " " + session, counted);
        audit.add("onsite.count " + survey + " " + wave + " " + session);
        return Future.succeededFuture();
    }
}
