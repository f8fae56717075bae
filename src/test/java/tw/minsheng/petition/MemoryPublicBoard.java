package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the histories of cases in memory show to the public, for tests of pages. */
public record MemoryPublicBoard(MemoryCases cases) implements PublicBoard {

    @Override
    public Future<List<Shown>> list(Filter filter, int offset, int limit) {
        return Future.succeededFuture(cases.all().stream()
                .filter(file -> !file.isBarredFromPublic() && shown(file).isPresent())
                .filter(file -> filter.type().isEmpty()
                        || filter.type().equals(file.petition().type()))
                .filter(file -> filter.district().isEmpty()
                        || filter.district().equals(file.petition().place().district()))
                .skip(offset)
                .limit(limit)
                .map(file -> new Shown(
                        file.petition().type(),
                        file.petition().place().district(),
                        LocalDate.of(2026, 11, 1),
                        file.state(),
                        file.outcome(),
                        shown(file).orElseThrow()))
                .toList());
    }

    @Override
    public Future<Optional<String>> summary(CaseNumber number) {
        return cases.find(number).map(this::shown);
    }

    private Optional<String> shown(CaseFile file) {
        return cases.history(file.number()).result().stream()
                .filter(MemoryPublicBoard::isAboutIt)
                .reduce((before, after) -> after)
                .filter(event -> event.what().equals(CaseFile.PUBLISH))
                .map(CaseEvent::told);
    }

    /** What is locked, merged or withdrawn is not shown again without a new look. */
    private static boolean isAboutIt(CaseEvent event) {
        return Set.of(CaseFile.PUBLISH, CaseFile.UNPUBLISH, Move.MERGE.key(), Move.WITHDRAW.key())
                        .contains(event.what())
                || CaseFile.isLocking(event);
    }
}
