package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Problem;

/** Who asks for much waits; who asks for too much is told. */
class TurnsTest {

    private final Turns<String> turns = new Turns<>(2);
    private final List<Promise<String>> begun = new ArrayList<>();

    private Future<String> asked(String key) {
        return turns.take(key, () -> {
            Promise<String> promise = Promise.promise();
            begun.add(promise);
            return promise.future();
        });
    }

    @Test
    void theFourthIsRefusedAndOthersAreNot() {
        asked("a");
        asked("a");
        asked("a");
        Future<String> refused = asked("a");
        assertTrue(refused.failed());
        assertEquals("analysis.busy", ((Problem) refused.cause()).code());
        assertFalse(asked("b").isComplete());
        assertEquals(2, begun.size(), "one of each key");
    }

    @Test
    void aFailureLetsTheNextHaveItsTurn() {
        Future<String> first = asked("a");
        Future<String> second = asked("a");
        begun.get(0).fail("broken");
        assertTrue(first.failed());
        begun.get(1).complete("made");
        assertEquals("made", second.result());
        asked("a");
        assertEquals(3, begun.size(), "nobody is before it");
    }
}
