package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kill test is worth only as much as its counter: it has to find what is wrong. */
class LedgerTest {

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void twoReceiptsWereShown() {
        ledger.shown("a", "R-1");
        ledger.shown("b", "R-2");
    }

    @Test
    void aForgottenAnswerIsLost() {
        assertEquals(new Ledger.Balance(2, 1, 0, 0, 0), ledger.compare(List.of("a")));
        assertFalse(ledger.compare(List.of("a")).isSound());
    }

    @Test
    void anAnswerStoredTwiceIsDoubled() {
        assertEquals(new Ledger.Balance(2, 0, 1, 0, 0), ledger.compare(List.of("a", "b", "a")));
        assertFalse(ledger.compare(List.of("a", "b", "a")).isSound());
    }

    @Test
    void anotherAnswerDoesNotStandInForALostOne() {
        assertEquals(new Ledger.Balance(2, 1, 0, 1, 0), ledger.compare(List.of("a", "c")));
    }

    @Test
    void twoReceiptsForOneAnswerContradict() {
        ledger.shown("b", "R-3");
        assertEquals(new Ledger.Balance(2, 0, 0, 0, 1), ledger.compare(List.of("a", "b")));
        assertFalse(ledger.compare(List.of("a", "b")).isSound());
    }

    @Test
    void theSameReceiptAgainIsSound() {
        ledger.shown("b", "R-2");
        assertTrue(ledger.compare(List.of("b", "a")).isSound());
    }
}
