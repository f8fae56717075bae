package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** Keeps templates of answers. Whoever asks has been allowed to by the one place that decides. */
public final class TemplateDesk {

    private final Supplier<Catalogue> catalogue;
    private final ReplyTemplates door;

    public TemplateDesk(Supplier<Catalogue> catalogue, ReplyTemplates door) {
        this.catalogue = catalogue;
        this.door = door;
    }

    /** Those of these agencies, by agency and name. */
    public Future<List<ReplyTemplate>> of(Set<String> agencies) {
        return door.of(agencies);
    }

    /** Those of these agencies that answer a case of this type. */
    public Future<List<ReplyTemplate>> of(CaseFile file, Set<String> agencies) {
        return door.of(agencies)
                .map(all -> all.stream()
                        .filter(each -> each.isFor(file.petition().type()))
                        .toList());
    }

    /** Empty when there is none in these agencies. */
    public Future<Optional<ReplyTemplate>> find(long id, Set<String> agencies) {
        return door.find(id, agencies);
    }

    /** Keeps one; fails with {@code case.faults} and every fault, and as {@link ReplyTemplates#put} does. */
    public Future<Void> put(ReplyTemplate template, Act act) {
        List<Fault> faults = template.faults(catalogue.get());
        return faults.isEmpty() ? door.put(template, act) : Future.failedFuture(Problem.invalid("case.faults", faults));
    }

    /** Deletes one; fails as {@link ReplyTemplates#drop} does. */
    public Future<Void> drop(long id, Set<String> agencies, Act act) {
        return door.drop(id, agencies, act);
    }
}
