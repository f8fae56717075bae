package tw.minsheng.report.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Rating;
import tw.minsheng.panel.Seat;
import tw.minsheng.panel.Sheet;

/** The row CVI of report.md 3.8, word by word. */
class ContentReadingTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
    private static final LocalizedText TEXT =
            new LocalizedText(Map.of(Language.ZH_TW, "等候時間", Language.EN, "Waiting time"));

    /** @param relevant how many of the experts find the item {@code b} relevant; all find {@code a} so */
    private static Evidence evidence(int experts, int relevant, ItemDecision... decisions) {
        return evidence("c", experts, relevant, decisions);
    }

    /** @param construct of {@code a}; "" for none */
    private static Evidence evidence(String construct, int experts, int relevant, ItemDecision... decisions) {
        PanelRound round = new PanelRound(
                1,
                "s",
                "1.0.0",
                1,
                new PanelRound.Asker(TEXT, TEXT, "", ""),
                false,
                "lin",
                Instant.EPOCH,
                Expert.NEVER,
                List.of(
                        new PanelItem("a", construct, TEXT, LocalizedText.of(Language.ZH_TW, "整潔"), false),
                        new PanelItem("b", "c", TEXT, TEXT, false)));
        List<Seat> seats = IntStream.range(0, experts)
                .mapToObj(i -> new Seat(
                        round,
                        new Expert(i, "專家" + i, "", "", "", false, Instant.EPOCH),
                        new Sheet(
                                Map.of(
                                        "a", new Rating(4, Rating.Essential.NONE, ""),
                                        "b", new Rating(i < relevant ? 3 : 2, Rating.Essential.NONE, "")),
                                "")))
                .toList();
        return new Evidence("s", List.of(new Evidence.Round(round, seats)), List.of(decisions));
    }

    private static List<String> read(Evidence evidence) {
        return ContentReading.of(evidence, Language.ZH_TW, ZONE);
    }

    private static ItemDecision decision(ItemDecision.Choice choice, String reason) {
        return new ItemDecision(
                "s",
                "1.0.0",
                ItemDecision.Basis.PANEL,
                "1",
                "b",
                "",
                List.of(),
                choice,
                reason,
                "lin",
                Instant.parse("2026-03-01T02:00:00Z"));
    }

    @Test
    void whatWasNotDoneIsSaid() {
        assertEquals(List.of("專家效度：未辦理。"), read(Evidence.none("s")));
        assertEquals(List.of("專家效度：已回覆的專家 2 人，不足 3 人，不計算。"), read(evidence(2, 2)));
    }

    @Test
    void everyItemReached() {
        assertEquals(List.of("專家 6 人，各題 I-CVI 均達 .83，S-CVI/Ave＝1.000，內容效度有依據。"), read(evidence(6, 6)));
        assertEquals(List.of("專家 9 人，各題 I-CVI 均達 .78，但 S-CVI/Ave＝.889，低於 .90，內容效度的依據不足。"), read(averageBelow()));
    }

    /** Nine experts, two items on which seven agree: each .778, below .78; so eight on one and seven on none is taken. */
    private static Evidence averageBelow() {
        Evidence all = evidence(9, 8);
        Evidence.Round round = all.rounds().get(0);
        List<Seat> seats = IntStream.range(0, 9)
                .mapToObj(i -> {
                    Seat seat = round.seats().get(i);
                    Rating one = new Rating(i < 8 ? 3 : 2, Rating.Essential.NONE, "");
                    return new Seat(seat.round(), seat.expert(), new Sheet(Map.of("a", one, "b", one), ""));
                })
                .toList();
        return new Evidence("s", List.of(new Evidence.Round(round.round(), seats)), List.of());
    }

    @Test
    void anItemBelowIsNamedWithWhatWasDecided() {
        List<String> open = read(evidence(6, 3));
        assertEquals("專家 6 人，2 題中有 1 題 I-CVI 未達 .83，S-CVI/Ave＝.750，S-CVI/UA＝.500；S-CVI/Ave 低於 .90。", open.get(0));
        assertEquals("「等候時間」I-CVI＝.500，未達 .83，尚未決定如何處理。", open.get(1));
        assertEquals(
                "「等候時間」I-CVI＝.500，未達 .83，已於民國115年3月1日決定修正，理由：拆成兩題。",
                read(evidence(6, 3, decision(ItemDecision.Choice.REVISE, "拆成兩題。")))
                        .get(1));
        List<String> english = ContentReading.of(
                evidence(6, 3, decision(ItemDecision.Choice.KEEP, "required by the plan")), Language.EN, ZONE);
        assertTrue(
                english.get(1).startsWith("“Waiting time” has an I-CVI of .500, below .83; kept by a decision of"),
                english.get(1));
    }

    @Test
    void itemsOfNoConstructAreNoneOfThoseBehindTheWhole() {
        assertEquals(
                "專家 6 人，2 題中有 1 題 I-CVI 未達 .83，量表題 1 題之 S-CVI/Ave＝.500，S-CVI/UA＝.000；S-CVI/Ave 低於 .90。",
                read(evidence("", 6, 3)).get(0));
        assertEquals(
                "專家 6 人，各題 I-CVI 均達 .83，量表題 1 題之 S-CVI/Ave＝1.000，內容效度有依據。",
                read(evidence("", 6, 6)).get(0));
        assertTrue(ContentReading.of(evidence("", 6, 3), Language.EN, ZONE)
                .get(0)
                .endsWith("S-CVI/Ave (items of constructs: 1) = .500, S-CVI/UA = .000; S-CVI/Ave is below .90."));
    }

    /** Sheets of withdrawn experts, and of those who have not sent theirs, do not count. */
    @Test
    void onlyWhatWasSentAndNotWithdrawnCounts() {
        Evidence.Round round = evidence(6, 6).rounds().get(0);
        List<Seat> seats = IntStream.range(0, 6)
                .mapToObj(i -> new Seat(
                        round.round(),
                        new Expert(i, "專家", "", "", "", i == 0, i == 1 ? Expert.NEVER : Instant.EPOCH),
                        round.seats().get(i).sheet()))
                .toList();
        assertEquals(4, new Evidence.Round(round.round(), seats).figures().experts());
    }
}
