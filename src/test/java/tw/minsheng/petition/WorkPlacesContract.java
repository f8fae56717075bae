package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Problem;

/** What every implementation of the door of work places must do; the accounts one, two and three are there. */
public abstract class WorkPlacesContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    protected abstract WorkPlaces places();

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoIsAwayIsStoodInForOnTheseDaysOnly() {
        WorkPlaces.Deputy week = new WorkPlaces.Deputy("one", "two", FRIDAY, FRIDAY.plusDays(7));
        await(places().appoint(week, CaseSamples.ACT));
        assertEquals(List.of(), await(places().standsInFor("two", FRIDAY.minusDays(1))));
        assertEquals(List.of("one"), await(places().standsInFor("two", FRIDAY)));
        assertEquals(List.of("one"), await(places().standsInFor("two", FRIDAY.plusDays(7))));
        assertEquals(List.of(), await(places().standsInFor("two", FRIDAY.plusDays(8))));
        assertEquals(List.of(), await(places().standsInFor("one", FRIDAY)));
        assertEquals(List.of(week), await(places().deputies(Set.of("one", "three"), FRIDAY.minusDays(3))));
        assertEquals(List.of(), await(places().deputies(Set.of("three"), FRIDAY)));
        assertEquals(List.of(), await(places().deputies(Set.of("one"), FRIDAY.plusDays(8))));
        WorkPlaces.Deputy other = new WorkPlaces.Deputy("one", "three", FRIDAY, FRIDAY);
        await(places().appoint(other, CaseSamples.ACT));
        assertEquals(List.of(other), await(places().deputies(Set.of("one"), FRIDAY)));
        await(places().dismiss("one", CaseSamples.ACT));
        assertEquals(List.of(), await(places().deputies(Set.of("one"), FRIDAY)));
    }

    @Test
    void savedListsAreOnesOwnAndHaveAnEnd() {
        for (int i = 0; i < WorkPlaces.MOST_SAVED; i++) {
            await(places().save("one", new WorkPlaces.Saved(String.format("list %02d", i), "scope=mine")));
        }
        CompletionException full = assertThrows(
                CompletionException.class,
                () -> await(places().save("one", new WorkPlaces.Saved("one more", "scope=mine"))));
        assertEquals("case.saved_full", ((Problem) full.getCause()).code());
        WorkPlaces.Saved changed = new WorkPlaces.Saved("list 00", "scope=overdue");
        await(places().save("one", changed));
        assertEquals(changed, await(places().saved("one")).get(0));
        assertEquals(WorkPlaces.MOST_SAVED, await(places().saved("one")).size());
        assertEquals(List.of(), await(places().saved("two")));
        await(places().forget("two", "list 00"));
        await(places().forget("one", "list 00"));
        assertEquals(WorkPlaces.MOST_SAVED - 1, await(places().saved("one")).size());
    }
}
