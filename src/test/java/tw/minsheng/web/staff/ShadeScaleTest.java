package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShadeScaleTest {

    /** 14.7 needs three steps of five; the largest is the darkest. */
    @Test
    void stepsAreRoundAndSpreadOverAllTones() {
        ShadeScale scale = ShadeScale.of(14.7);
        assertEquals(
                List.of("0–5", "5–10", "10–15"),
                scale.shades().stream().map(scale::range).toList());
        assertEquals(List.of(1, 3, 5), scale.shades().stream().map(scale::tone).toList());
        assertEquals(1, scale.shade(0));
        assertEquals(1, scale.shade(5));
        assertEquals(2, scale.shade(5.1));
        assertEquals(3, scale.shade(14.7));
    }

    @Test
    void aSingleStepHasTheToneInTheMiddle() {
        assertEquals(3, ShadeScale.of(.9).tone(1));
        assertEquals("0–1", ShadeScale.of(.9).range(1));
    }
}
