package tw.minsheng.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.panel.Rating.Essential;
import tw.minsheng.statistics.Reason;

class ContentFiguresTest {

    private static PanelRound round(String... items) {
        return new PanelRound(
                1,
                "s",
                "1.0.0",
                1,
                new PanelRound.Asker(LocalizedText.NONE, LocalizedText.NONE, "", ""),
                true,
                "",
                Instant.EPOCH,
                Expert.NEVER,
                List.of(items).stream()
                        .map(id -> new PanelItem(id, "c", LocalizedText.NONE, LocalizedText.NONE, false))
                        .toList());
    }

    private static Sheet sheet(int a, int b, Essential essential) {
        return new Sheet(Map.of("a", new Rating(a, essential, ""), "b", new Rating(b, essential, "")), "");
    }

    @Test
    void twoExpertsGiveNoIndexAndSayHowManyTheyWere() {
        Sheet four = sheet(4, 4, Essential.ESSENTIAL);
        ContentFigures figures = ContentFigures.of(round("a", "b"), List.of(four, four));
        assertEquals(Reason.N_TOO_SMALL, figures.average().reason().orElseThrow());
        assertEquals(Map.of("n", "2"), figures.average().reasonArgs());
        assertFalse(figures.items().get(0).isBelow());
        assertEquals(List.of(), figures.below());
        assertTrue(figures.items().get(0).aiken().isKnown(), "V needs 2");
        assertFalse(figures.critical().isKnown(), "CVR needs 5");
    }

    /** The overall item belongs to no construct: the index of the scale is that of the other item. */
    @Test
    void anItemOfNoConstructIsNoPartOfTheScale() {
        PanelRound plain = round("a", "b");
        PanelRound round = new PanelRound(
                1,
                "s",
                "1.0.0",
                1,
                plain.asker(),
                true,
                "",
                plain.opened(),
                plain.closes(),
                List.of(plain.items().get(0), new PanelItem("b", "", LocalizedText.NONE, LocalizedText.NONE, false)));
        Sheet sheet = sheet(4, 1, Essential.NONE);
        ContentFigures figures = ContentFigures.of(round, List.of(sheet, sheet, sheet));
        assertEquals(1, figures.average().number(), 1e-15);
        assertEquals(1, figures.universal().number(), 1e-15);
        assertEquals("b", figures.below().get(0).item().id());
    }

    @Test
    void nobodyGivesNothing() {
        ContentFigures figures = ContentFigures.of(round("a", "b"), List.of());
        assertEquals(0, figures.experts());
        assertFalse(figures.universal().isKnown());
        assertFalse(ContentFigures.of(round(), List.of()).average().isKnown());
    }

    /**
     * Six experts, item a all relevant, item b three of six: I-CVI 1 and .5; p_c = C(6,3)/64 = .3125, so κ* = .1875/.6875; S-CVI/Ave
     * .75, UA .5; five of six essential: CVR = (5 − 3)/3; critical value for 6: all, CVR 1.
     */
    @Test
    void figuresAreThoseDoneByHand() {
        List<Sheet> sheets = IntStream.range(0, 6)
                .mapToObj(i -> sheet(4, i < 3 ? 3 : 2, i < 5 ? Essential.ESSENTIAL : Essential.USEFUL))
                .toList();
        ContentFigures figures = ContentFigures.of(round("a", "b"), sheets);
        ContentFigures.Item b = figures.items().get(1);
        assertEquals(.5, b.index().number(), 1e-15);
        assertEquals(.1875 / .6875, b.kappa().number(), 1e-12);
        assertEquals(2 / 3.0, b.ratio().number(), 1e-15);
        assertEquals(1, b.critical().number(), 1e-15);
        assertEquals(1.5 / 3, b.aiken().number(), 1e-15);
        assertEquals(.75, figures.average().number(), 1e-15);
        assertEquals(.5, figures.universal().number(), 1e-15);
        assertEquals(List.of(b), figures.below());
    }

    /** An expert who left an item out does not count for it. */
    @Test
    void eachItemHasItsOwnNumberOfExperts() {
        Sheet whole = sheet(4, 4, Essential.NONE);
        Sheet half = new Sheet(Map.of("a", new Rating(1, Essential.NONE, "")), "");
        ContentFigures figures = ContentFigures.of(round("a", "b"), List.of(whole, whole, whole, half));
        assertEquals(.75, figures.items().get(0).index().number(), 1e-15);
        assertEquals(3, figures.items().get(1).rated());
        assertEquals(1, figures.items().get(1).index().number(), 1e-15);
        assertFalse(figures.items().get(0).ratio().isKnown(), "nobody said whether it is essential");
    }

    /** statistics.md, section 6. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "5, 1", "6, .83", "8, .83", "9, .78", "40, .78"})
    void theLimitDependsOnTheNumberOfExperts(int experts, double limit) {
        assertEquals(limit, ContentLimits.shipped().item(experts));
    }

    @Test
    void fiveItemsAtMostStandOnAPageAndConstructsAreNotMixed() {
        PanelRound long7 = round("a", "b", "c", "d", "e", "f", "g");
        assertEquals(
                List.of(5, 2),
                long7.parts().stream().map(part -> part.items().size()).toList());
        assertEquals(
                List.of(1, 6),
                long7.parts().stream().map(PanelRound.Part::first).toList());
    }
}
