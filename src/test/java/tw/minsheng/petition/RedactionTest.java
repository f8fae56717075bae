package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.petition.Redaction.Find;
import tw.minsheng.petition.Redaction.Kind;

/** Petitions.md 10: names, telephone numbers, ID numbers, addresses and plates are shown before a text is published. */
class RedactionTest {

    private final Redaction aid = Redaction.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "路口有坑洞，下雨時看不見",
                "中山一路與五福路口的號誌 24 小時都是紅燈",
                "2026-11-22 下午 3 點，已派工 2 次",
                "路燈 12 盞不亮，編號未標示",
                "第 3 屆里民大會，經費 150,000 元",
                "The light at the crossing has been broken since May 2026"
            })
    void whatTellsOfNobodyIsLeft(String text) {
        assertEquals(List.of(), aid.finds(text), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID_NUMBER | 身分證 A123456789 請查 | A123456789",
                "ID_NUMBER | 居留證號 a800000014。 | a800000014",
                "ID_NUMBER | 證號Ａ１２３４５６７８９ | Ａ１２３４５６７８９",
                "ID_NUMBER | AC01234567 是舊式 | AC01234567",
                "EMAIL | 請寄 someone.else+tag@mail.example.com.tw 謝謝 | someone.else+tag@mail.example.com.tw",
                "PHONE | 電話0912-345-678找我 | 0912-345-678",
                "PHONE | 請打 0912 345 678 | 0912 345 678",
                "PHONE | 請打 +886 912345678 | +886 912345678",
                "PHONE | 市話 (07)336-8333#2345 | (07)336-8333#2345",
                "PHONE | 市話 07-3368333 分機 12 | 07-3368333 分機 12",
                "PHONE | 市話０７－３３６８３３３ | ０７－３３６８３３３",
                "PHONE | 請打336-8333 | 336-8333",
                "PLATE | 車號 ABC-1234 違停 | ABC-1234",
                "PLATE | 車號1234-AB違停 | 1234-AB",
                "PLATE | 機車 ABC1234 違停 | ABC1234",
                "PLATE | 車號 A1-2345 | A1-2345",
                "ADDRESS | 就在高雄市苓雅區四維三路2號 | 高雄市苓雅區四維三路2號",
                "ADDRESS | 住四維三路12巷3弄4號5樓之1，很吵 | 住四維三路12巷3弄4號5樓之1",
                "ADDRESS | 12巷3弄4號前 | 12巷3弄4號",
                "ADDRESS | 旗津里三鄰中洲三路一百二十號 | 旗津里三鄰中洲三路一百二十號",
                "ADDRESS | lives at No. 2, Siwei 3rd Rd., Lingya | No. 2, Siwei 3rd Rd.",
                "NAME | 請王先生回電 | 王先生",
                "NAME | 請王大明先生回電 | 王大明先生",
                "NAME | 我叫王大明，住在附近 | 王大明",
                "NAME | 姓名：歐陽大明 | 歐陽大明",
                "NAME | 鄰居陳小美每晚唱歌 | 陳小美",
                "NAME | please ask Mr. Wang Daming | Mr. Wang Daming",
                "LONG_NUMBER | 帳號 012345678901234 | 012345678901234"
            })
    void whatMayTellWhoItIsIsFound(Kind kind, String text, String found) {
        List<Find> finds = aid.finds(text);
        assertEquals(1, finds.size(), () -> text + " " + finds);
        assertEquals(found, text.substring(finds.get(0).from(), finds.get(0).to()));
        assertEquals(kind, finds.get(0).kind());
    }

    @Test
    void theNameAndNumberOfThePetitionerAreFoundWithoutAnyTitle() {
        Contact known = new Contact("林測試", "x@example.com", "0912345678", "");
        List<Find> finds = aid.finds("林測試說要回電", known);
        assertEquals(List.of(new Find(0, 3, Kind.NAME)), finds);
    }

    @Test
    void lettersThatCannotBeSeenDoNotHideANumber() {
        String text = "請打 0912\u200b345\u200b678 。";
        assertEquals("請打 【電話】 。", Redaction.masked(text, aid.finds(text), kind -> "【電話】"));
    }

    @Test
    void findsNeverOverlapAndStandInOrder() {
        String text = "王大明先生 0912-345-678，A123456789，ABC-1234，四維三路2號，a@b.tw，住四維三路2號王小姐";
        List<Find> finds = aid.finds(text);
        for (int at = 1; at < finds.size(); at++) {
            assertTrue(finds.get(at - 1).to() <= finds.get(at).from(), finds.toString());
        }
        assertEquals(8, finds.size(), finds.toString());
    }

    /** A text as long as a petition may be is looked through without going back and forth. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "一", "a", "王", "1巷", "A1", "路", "0", "a@", "a."})
    void longTextsEnd(String piece) {
        String text = piece.repeat(10_000);
        assertTrue(aid.finds(text).stream().allMatch(find -> find.to() <= text.length()));
    }
}
