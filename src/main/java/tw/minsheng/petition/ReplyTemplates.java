package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;

/** Door to the templates of answers. */
public interface ReplyTemplates {

    /** More nobody finds her way in. */
    int MOST = 200;

    /** Those of these agencies, by agency and name. */
    Future<List<ReplyTemplate>> of(Set<String> agencies);

    /** Empty when there is none in these agencies. */
    Future<Optional<ReplyTemplate>> find(long id, Set<String> agencies);

    /**
     * A new one, or in place of the one with its id, with its line of the audit trail.
     *
     * @return fails with {@code not_found} when none of its agency has the id, with {@code template.full} (conflict) when the agency has
     *     {@link #MOST}
     */
    Future<Void> put(ReplyTemplate template, Act act);

    /** Deletes one, with its line of the audit trail; fails with {@code not_found} when there is none in these agencies. */
    Future<Void> drop(long id, Set<String> agencies, Act act);
}
