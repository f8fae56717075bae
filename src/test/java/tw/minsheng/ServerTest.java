package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerTest {

    /** Requests that do not end must not cost the database its clean stop. */
    @Test
    void everyStepOfStoppingIsTakenAfterAFailure() {
        List<String> taken = new ArrayList<>();
        Runnable fails = () -> {
            throw new IllegalStateException("does not end");
        };
        assertThrows(
                IllegalStateException.class,
                () -> Server.inTurn(List.of(() -> taken.add("web"), fails, () -> taken.add("database"))));
        assertEquals(List.of("web", "database"), taken);
    }

    @Test
    void literalsOfTheNewerFamilyStandInBrackets() {
        assertEquals("http://[::1]:8080", Server.url("::1", 8080));
        assertEquals("http://127.0.0.1:8080", Server.url("127.0.0.1", 8080));
        assertEquals("http://localhost:80", Server.url("localhost", 80));
    }
}
