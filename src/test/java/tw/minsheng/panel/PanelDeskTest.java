package tw.minsheng.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.security.MemorySecurity;

class PanelDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Act ACT = new Act("lin", "kcg-pwb", NOW);

    private final MemoryPanels panels =
            new MemoryPanels(new MemorySecurity().doors().audit());
    private final PanelDesk desk = new PanelDesk(
            panels, panels.decisions(), new PanelKeys(new byte[32]), false, Clock.fixed(NOW, ZoneOffset.UTC));

    private PanelRound opened(boolean essential) {
        PanelRound round = new PanelRound(
                0,
                "s",
                "1.0.0",
                0,
                new PanelRound.Asker(LocalizedText.NONE, LocalizedText.NONE, "", ""),
                essential,
                "",
                NOW,
                NOW.plus(Duration.ofDays(7)),
                List.of(new PanelItem("a", "", LocalizedText.NONE, LocalizedText.NONE, false)));
        return desk.open(round, ACT).result();
    }

    /** What was kept of an item after all of it was sent. */
    private Rating kept(PanelRound round) {
        String token = desk.add(round, Expert.asked("專家甲", "", ""), Map.of(), ACT)
                .result()
                .substring(PanelKeys.PATH.length());
        Rating said = new Rating(4, Rating.Essential.ESSENTIAL, "好");
        assertTrue(desk.rate(desk.seat(token).result(), token, Map.of("a", said, "foreign", said))
                .succeeded());
        Sheet sheet = desk.seat(token).result().sheet();
        assertEquals(1, sheet.ratings().size());
        return sheet.of("a");
    }

    @Test
    void whatTheRoundDoesNotAskIsNotKept() {
        assertEquals(new Rating(4, Rating.Essential.NONE, "好"), kept(opened(false)));
    }

    @Test
    void whatItAsksIsKept() {
        assertEquals(new Rating(4, Rating.Essential.ESSENTIAL, "好"), kept(opened(true)));
    }

    @Test
    void whatWasPastedInSeveralLinesStandsInOne() {
        Expert expert = Expert.asked(" 王\r\n大明 ", "某大學\u2028公共行政學系\t教授", "");
        assertEquals("王 大明", expert.name());
        assertEquals("某大學 公共行政學系 教授", expert.affiliation());
    }
}
