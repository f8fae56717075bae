package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Audit;
import tw.minsheng.security.AuditEntry;

/** Templates in memory. */
public final class MemoryReplyTemplates implements ReplyTemplates {

    private final Map<Long, ReplyTemplate> kept = new TreeMap<>();
    private final Audit audit;
    private long last;

    public MemoryReplyTemplates(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Future<List<ReplyTemplate>> of(Set<String> agencies) {
        return Future.succeededFuture(kept.values().stream()
                .filter(each -> agencies.contains(each.agency()))
                .toList());
    }

    @Override
    public Future<Optional<ReplyTemplate>> find(long id, Set<String> agencies) {
        return of(agencies)
                .map(all -> all.stream().filter(each -> each.id() == id).findFirst());
    }

    @Override
    public Future<Void> put(ReplyTemplate template, Act act) {
        long id = template.id() == 0 ? ++last : template.id();
        if (template.id() != 0
                && (!kept.containsKey(id) || !kept.get(id).agency().equals(template.agency()))) {
            return Future.failedFuture(Problem.notFound("template", Long.toString(id)));
        }
        kept.put(id, new ReplyTemplate(id, template.agency(), template.type(), template.name(), template.reply()));
        return audit.write(AuditEntry.done(act, "template.put", template.name()));
    }

    @Override
    public Future<Void> drop(long id, Set<String> agencies, Act act) {
        if (!kept.containsKey(id) || !agencies.contains(kept.get(id).agency())) {
            return Future.failedFuture(Problem.notFound("template", Long.toString(id)));
        }
        kept.remove(id);
        return audit.write(AuditEntry.done(act, "template.drop", Long.toString(id)));
    }
}
