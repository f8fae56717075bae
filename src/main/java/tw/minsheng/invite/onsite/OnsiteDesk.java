package tw.minsheng.invite.onsite;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.invite.Seed;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

/** Draws the sessions of a wave once, and says what the answers of each stand for. */
public final class OnsiteDesk {

    private final OnsitePlans plans;

    public OnsiteDesk(OnsitePlans plans) {
        this.plans = plans;
    }

    /** The door to the plans. */
    public OnsitePlans plans() {
        return plans;
    }

    /**
     * Draws and keeps; the seed is in the audit trail before. One draw a wave: whoever could draw again could choose.
     *
     * @return fails with {@code onsite.drawn} (conflict) when the wave has its sessions
     * @throws IllegalArgumentException when the wish is refused
     */
    public Future<OnsitePlan> draw(
            String survey, String wave, OnsitePlan.Period period, OnsitePlan.Wish wish, Seed seed, Act act) {
        return plans.find(survey, wave).compose(before -> {
            if (before.isPresent()) {
                return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "onsite.drawn"));
            }
            return plans.announce(survey, wave, seed, act).compose(announced -> {
                List<OnsiteSession> sessions = OnsitePlan.draw(wish, seed.value());
                OnsitePlan plan = new OnsitePlan(
                        survey,
                        wave,
                        period,
                        wish,
                        seed,
                        OnsitePlan.frameHash(wish),
                        OnsitePlan.drawnHash(sessions),
                        act.actor(),
                        act.at(),
                        sessions);
                return plans.keep(plan, act).map(plan);
            });
        });
    }

    /**
     * What an answer of each session stands for, by the code of the session; empty where nothing was drawn.
     *
     * @param wave code of the wave, "" for all
     */
    public Future<Map<String, Double>> weights(String survey, String wave) {
        return plans.states(survey, wave).map(states -> {
            Map<String, Double> weights = new HashMap<>();
            states.forEach(state -> weights.put(state.session().code(), state.weight()));
            return Map.copyOf(weights);
        });
    }
}
