package tw.minsheng.invite.onsite;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import tw.minsheng.invite.Seed;
import tw.minsheng.kernel.Act;

/** Door to the sessions of waves; every change is audited in the same transaction. */
public interface OnsitePlans {

    /** The plan of a wave, when it was drawn. */
    Future<Optional<OnsitePlan>> find(String survey, String wave);

    /** Writes the seed, and where it came from, into the audit trail, before anything is drawn with it. */
    Future<Void> announce(String survey, String wave, Seed seed, Act act);

    /**
     * Keeps a plan with its line of the audit trail.
     *
     * @return fails with {@code onsite.drawn} (conflict) when the wave has one, with {@code not_found} when there is no such wave
     */
    Future<Void> keep(OnsitePlan plan, Act act);

    /**
     * Sessions with what was counted and the complete answers through their slips, in their order.
     *
     * @param wave code of the wave, "" for all
     */
    Future<List<SessionState>> states(String survey, String wave);

    /** Keeps what was counted in a session, in place of what was keyed in before. Fails with {@code not_found}. */
    Future<Void> count(String survey, String wave, int session, SessionCounts counts, Act act);
}
