package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Petitions.md 10: 家暴／性侵 content shows 113 and 110; a number too many does no harm. */
class DangerWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"路口有坑洞，下雨時看不見", "公園的燈壞了，晚上很暗", "Street light is broken at the crossing", "請問保護區的範圍", ""})
    void aPotholeIsNoDanger(String text) {
        assertFalse(DangerWords.shipped().isIn(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "鄰居家暴，每天晚上都聽到哭聲",
                "我被性侵了",
                "我老公打我，我不敢回家",
                "家　暴",
                "性-侵",
                "性．侵害",
                "ＤＯＭＥＳＴＩＣ　ＶＩＯＬＥＮＣＥ",
                "He beats me every night",
                "I was RAPED",
                "mentions sex­ual ass\u200bault with invisible letters inside"
            })
    void wordsAreFoundHoweverTheyAreWritten(String text) {
        assertTrue(DangerWords.shipped().isIn(text), text);
    }

    /** Locking is a flag and an event, and can be taken back with a reason only. */
    @Test
    void lockIsAnEventOfItsOwn() {
        CaseFile.Change locked = CaseSamples.received(1).lock(true, "言及家暴", CaseSamples.ACT);
        assertTrue(locked.file().locked());
        assertEquals("lock", locked.event().what());
        assertFalse(locked.event().visible());
        CaseFile again = locked.file().lock(false, "是路名", CaseSamples.ACT).file();
        assertFalse(again.locked());
        assertEquals(3, again.revision());
    }

    @Test
    void whatStaffWriteBesideIsLookedAtToo() {
        Map<String, String> fields = Map.of("text", "鄰居吵鬧", "correction", "他說有打小孩");
        assertTrue(CaseIntake.isDanger(new Sent(fields, Channel.ORAL, "")));
    }
}
