package tw.minsheng.invite.onsite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.SamplePlace;

class SlipKeysTest {

    private final SlipKeys keys = new SlipKeys("a".repeat(32).getBytes(StandardCharsets.US_ASCII));
    private final Slip slip = new Slip("counter", "115", "d_building", "d_building-261130a", 7);

    @Test
    void aSlipIsReadBackFromItsAddress() {
        assertEquals(Optional.of(slip), keys.opened("counter", "115", keys.token(slip)));
        assertEquals("/s/counter/t/" + keys.token(slip), keys.path(slip));
    }

    /** A morning of 30 November, and the 14 days after it. */
    @Test
    void anAnswerIsDrawnOnlyFromItsSessionOnAndNotForLong() {
        SamplePlace session = new SamplePlace("d_building", "d_building-261130a");
        assertEquals(SamplePlace.NONE, slip.place(LocalDateTime.parse("2026-11-29T23:59")));
        assertEquals(session, slip.place(LocalDateTime.parse("2026-11-30T00:00")));
        assertEquals(session, slip.place(LocalDateTime.parse("2026-12-14T23:59")));
        assertEquals(SamplePlace.NONE, slip.place(LocalDateTime.parse("2026-12-15T00:00")));
        Slip afternoon = new Slip("counter", "115", "c1", "c1-261130p", 1);
        assertEquals(Slip.Time.EARLY, afternoon.time(LocalDateTime.parse("2026-11-30T11:59")));
        assertEquals(Slip.Time.GOOD, afternoon.time(LocalDateTime.parse("2026-11-30T12:00")));
    }

    @Test
    void whatWasNotPrintedHereIsNoSlip() {
        String token = keys.token(slip);
        for (String other : List.of(
                token.replace(".7.", ".8."),
                token.replace("261130a", "261130p"),
                token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0"),
                token + "0",
                token.toUpperCase(java.util.Locale.ROOT),
                "",
                "x",
                "../../a")) {
            assertEquals(Optional.empty(), keys.opened("counter", "115", other), other);
        }
        assertEquals(Optional.empty(), keys.opened("other", "115", token));
        assertEquals(Optional.empty(), keys.opened("counter", "116", token));
        SlipKeys foreign = new SlipKeys("b".repeat(32).getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.empty(), foreign.opened("counter", "115", token));
    }

    /** One answer a slip: its draft and its submission follow from it. */
    @Test
    void everySlipHasAnAnswerOfItsOwn() {
        Slip next = new Slip("counter", "115", "d_building", "d_building-261130a", 8);
        assertEquals(keys.code(slip).value(), keys.code(slip).value());
        assertNotEquals(keys.code(slip).value(), keys.code(next).value());
    }
}
