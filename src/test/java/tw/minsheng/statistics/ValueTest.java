package tw.minsheng.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTest {

    @Test
    void noNumberCannotBeHeld() {
        assertThrows(IllegalArgumentException.class, () -> Value.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Value.of(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Value.of(Double.NEGATIVE_INFINITY));
    }

    @Test
    void undefinedHasNoNumber() {
        Value none = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "2"));
        assertThrows(IllegalStateException.class, none::number);
        assertFalse(none.isKnown());
        assertEquals(Optional.of(Reason.N_TOO_SMALL), none.reason());
        assertEquals("n_too_small", none.reason().orElseThrow().key());
        assertEquals(Map.of("n", "2"), none.reasonArgs());
        assertEquals(none, none.map(x -> 2 * x));
    }

    @Test
    void negativeZeroBecomesZero() {
        assertEquals(0L, Double.doubleToRawLongBits(Value.of(-0.0).number()));
        assertEquals(0L, Double.doubleToRawLongBits(Value.of(0).map(x -> -x).number()));
    }

    @Test
    void divisionByNothingHasAReason() {
        assertEquals(Optional.of(Reason.ZERO_DENOMINATOR), Value.ratio(0, 0).reason());
        assertEquals(.5, Value.ratio(1, 2).number());
    }

    @Test
    void reasonIsNeededForAnUndefinedInterval() {
        assertThrows(IllegalArgumentException.class, () -> Interval.undefined("wilson", .95, Value.of(1)));
        assertThrows(IllegalArgumentException.class, () -> Interval.of("wilson", 1, 0, 1));
    }

    @Test
    void missingAnswersAreNeverNan() {
        assertThrows(IllegalArgumentException.class, () -> Missing.checked(Double.NaN));
        assertEquals(true, Missing.is(Missing.ANSWER));
    }
}
