package tw.minsheng;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Agencies;
import tw.minsheng.security.Agency;
import tw.minsheng.security.AgencyTree;

/**
 * The agencies for which an account may be opened: those in the database, and those with a survey in its folder, which
 * a server would add when it starts.
 *
 * @param folders agencies by key, read only when the database does not know the one in question
 */
record KnownAgencies(Agencies agencies, Supplier<Map<String, Agency>> folders) {

    /**
     * Succeeds when there is such an agency, which is then in the database; fails with BAD_REQUEST
     * {@code admin.unknown_agency} and the known keys when there is none.
     */
    Future<Void> ensure(String key, Act act) {
        return agencies.tree()
                .compose(tree -> key.equals(AgencyTree.ROOT) || tree.find(key).isPresent()
                        ? Future.succeededFuture()
                        : ensure(key, act, tree, folders.get()));
    }

    private Future<Void> ensure(String key, Act act, AgencyTree tree, Map<String, Agency> shipped) {
        Agency agency = shipped.get(key);
        if (agency != null) {
            return agencies.ensure(agency, act);
        }
        return Future.failedFuture(unknown(key, tree, shipped.keySet()));
    }

    /** Says which agencies there are. */
    static Problem unknown(String key, AgencyTree tree, Set<String> shipped) {
        TreeSet<String> known = new TreeSet<>(shipped);
        tree.all().forEach(each -> known.add(each.key()));
        return Problem.of(
                Problem.Kind.BAD_REQUEST,
                "admin.unknown_agency",
                Map.of("agency", key, "known", known.isEmpty() ? "–" : String.join(", ", known)));
    }
}
