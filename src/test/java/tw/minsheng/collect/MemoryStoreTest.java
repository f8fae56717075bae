package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.Clock;

/** The doors in memory, which page tests use, keep the same contract as the database. */
class MemoryStoreTest extends CollectContract {

    private final MemoryStore store = new MemoryStore(Clock.systemUTC());

    @Override
    protected Doors doors() {
        return new Doors(store, store, store, store, version -> {
            store.publish(version);
            return Future.succeededFuture();
        });
    }
}
