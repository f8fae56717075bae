package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tw.minsheng.kernel.Act;

/** Answers and their months in memory, for looking at pages without a database. */
public class MemoryAges implements AnswerAges {

    private final List<Aged> all = new CopyOnWriteArrayList<>();

    public void add(Aged aged) {
        all.add(aged);
    }

    @Override
    public Future<List<Aged>> until(Set<String> agencies, Instant moment) {
        return Future.succeededFuture(all.stream()
                .filter(each ->
                        agencies.contains(each.agency()) && !each.until().isAfter(moment))
                .toList());
    }

    @Override
    public Future<Long> erase(Set<String> agencies, Act act) {
        return Future.succeededFuture(0L);
    }

    @Override
    public Future<List<Erased>> erased(Set<String> agencies) {
        return Future.succeededFuture(List.of());
    }
}
