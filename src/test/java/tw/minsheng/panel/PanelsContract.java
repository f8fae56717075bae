package tw.minsheng.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Scale;

/** What every door to panels and decisions does; each test has a survey of its own. */
public abstract class PanelsContract {

    protected static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    protected static final Act ACT = new Act("lin", "kcg-pwb", NOW);

    private final PanelKeys keys = new PanelKeys(new byte[32]);

    protected abstract Panels door();

    protected abstract ItemDecisions decisions();

    /** The lines of the audit trail about this survey, oldest first, each as {@code what object}. */
    protected abstract List<String> audited(String survey);

    protected static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Problem failure(Future<?> future) {
        return await(future.transform(done -> Future.succeededFuture((Problem) done.cause())));
    }

    private static PanelRound round(String survey) {
        LocalizedText env = new LocalizedText(Map.of(Language.ZH_TW, "洽公環境", Language.EN, "Environment"));
        return new PanelRound(
                0,
                survey,
                "1.0.0",
                0,
                new PanelRound.Asker(env, env, "a@example.org", "07-3368333"),
                true,
                "",
                NOW,
                NOW.plus(Duration.ofDays(7)),
                List.of(
                        new PanelItem(
                                "env_clean",
                                "env",
                                env,
                                LocalizedText.of(Language.ZH_TW, "環境整潔"),
                                false,
                                new PanelItem.Asked(
                                        LocalizedText.of(Language.ZH_TW, "您對下列各項是否滿意？"),
                                        LocalizedText.NONE,
                                        List.of(new Scale.Point(1, LocalizedText.of(Language.ZH_TW, "非常不滿意"))))),
                        new PanelItem("env_wait", "env", env, LocalizedText.of(Language.ZH_TW, "等候時間"), true)));
    }

    private PanelRound opened(String survey) {
        return await(door().open(round(survey), ACT));
    }

    private static final Expert EXPERT = Expert.asked("專家甲", "大學", "a@example.org");

    @Test
    void aForeignOrUnknownLinkOpensNothing() {
        assertEquals(Optional.empty(), await(door().seat("unknown")));
        assertEquals(Optional.empty(), await(door().seat("")));
        assertFalse(await(door().rate("", Map.of(), NOW)));
        assertFalse(await(door().conclude("", "x", true, NOW)));
    }

    @Test
    void aSecondOpenRoundIsRefusedAndTheNextNumberFollowsTheClosedOne() {
        PanelRound first = opened("second-round");
        assertEquals(1, first.number());
        assertEquals("lin", first.actor());
        assertEquals(
                "panel.open", failure(door().open(round("second-round"), ACT)).code());
        await(door().close(first, ACT));
        assertEquals(2, opened("second-round").number());
        assertEquals(
                List.of(2, 1),
                await(door().of("second-round")).stream()
                        .map(PanelRound::number)
                        .toList());
        assertEquals(
                List.of("panel.open second-round 1", "panel.close second-round 1", "panel.open second-round 2"),
                audited("second-round"));
    }

    @Test
    void anOldRoundDoesNotOpenAgainBesideANewOne() {
        PanelRound first = opened("again");
        await(door().close(first, ACT));
        PanelRound second = opened("again");
        Instant later = NOW.plus(Duration.ofDays(9));
        assertEquals("panel.open", failure(door().until(first, later, ACT)).code());
        await(door().until(second, later, ACT));
        await(door().close(second, ACT));
        await(door().until(first, later, ACT));
        assertEquals(
                List.of(NOW, later),
                await(door().of("again")).stream().map(PanelRound::closes).toList());
    }

    @Test
    void closingTwiceLeavesTheFirstTime() {
        PanelRound round = opened("twice");
        await(door().close(round, ACT));
        await(door().close(round, new Act("lin", "kcg-pwb", NOW.plusSeconds(60))));
        assertEquals(NOW, await(door().of("twice")).get(0).closes());
        assertEquals(List.of("panel.open twice 1", "panel.close twice 1"), audited("twice"));
    }

    @Test
    void nobodyIsAddedOrAskedAgainInAClosedRound() {
        PanelRound round = opened("shut");
        PanelKeys.Fresh key = keys.fresh();
        long id = await(door().add(round, EXPERT, key, Map.of(), ACT));
        await(door().close(round, ACT));
        assertEquals(
                "panel.closed",
                failure(door().add(round, EXPERT, keys.fresh(), Map.of(), ACT)).code());
        assertEquals(
                "panel.closed",
                failure(door().renew(round, id, keys.fresh(), Map.of(), ACT)).code());
        assertEquals(
                "panel.closed", failure(door().edit(round, id, EXPERT, ACT)).code());
        assertEquals(1, await(door().seats(round)).size());
        assertTrue(await(door().seat(key.hash())).isPresent(), "she still reads that it is closed");
        await(door().withdraw(round, id, ACT));
        assertTrue(await(door().seats(round)).get(0).expert().withdrawn());
    }

    @Test
    void whatWasMistypedAboutAnExpertIsMended() {
        PanelRound round = opened("mended");
        PanelKeys.Fresh key = keys.fresh();
        long id = await(door().add(round, EXPERT, key, Map.of(), ACT));
        assertTrue(await(door().rate(key.hash(), Map.of("env_clean", new Rating(4, Rating.Essential.NONE, "")), NOW)));
        await(door().edit(round, id, Expert.asked("專家乙", "研究所", "b@example.org"), ACT));
        Seat seat = await(door().seat(key.hash())).orElseThrow();
        assertEquals("專家乙", seat.expert().name());
        assertEquals("研究所", seat.expert().affiliation());
        assertEquals("b@example.org", seat.expert().email());
        assertEquals(4, seat.sheet().of("env_clean").relevance());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                failure(door().edit(round, id + 1_000, EXPERT, ACT)).kind());
        assertTrue(audited("mended").contains("panel.edit mended 1 " + id));
    }

    @Test
    void aRoundIsReadBackAsItWasOpened() {
        PanelRound kept = opened("read-back");
        assertEquals(List.of(kept), await(door().of("read-back")));
        assertEquals(round("read-back").items(), kept.items());
        assertEquals(round("read-back").asker(), kept.asker());
        assertEquals(round("read-back").closes(), kept.closes());
    }

    @Test
    void partsAreKeptBesideEachOtherAndCountWhenTheyAreSent() {
        PanelRound round = opened("parts");
        PanelKeys.Fresh key = keys.fresh();
        await(door().add(round, EXPERT, key, Map.of(), ACT));
        Rating four = new Rating(4, Rating.Essential.ESSENTIAL, "好");
        Rating two = new Rating(2, Rating.Essential.USEFUL, "");
        assertTrue(await(door().rate(key.hash(), Map.of("env_clean", four), NOW)));
        assertTrue(await(door().rate(key.hash(), Map.of("env_wait", two), NOW)));
        Seat seat = await(door().seat(key.hash())).orElseThrow();
        assertEquals(new Sheet(Map.of("env_clean", four, "env_wait", two), ""), seat.sheet());
        assertFalse(seat.expert().isFinished());
        assertTrue(await(door().conclude(key.hash(), "整體可行", false, NOW)));
        assertFalse(await(door().seat(key.hash())).orElseThrow().expert().isFinished());
        assertTrue(await(door().conclude(key.hash(), "整體可行", true, NOW)));
        assertTrue(await(door().conclude(key.hash(), "整體可行。", true, NOW.plusSeconds(60))));
        Seat sent = await(door().seats(round)).get(0);
        assertEquals(NOW, sent.expert().finished(), "the first time counts");
        assertEquals("整體可行。", sent.sheet().comment());
    }

    @Test
    void nothingIsTakenAfterTheLastMomentAndLaterDaysOpenItAgain() {
        PanelRound round = opened("late");
        PanelKeys.Fresh key = keys.fresh();
        await(door().add(round, EXPERT, key, Map.of(), ACT));
        Instant late = round.closes();
        assertFalse(await(door().rate(key.hash(), Map.of("env_clean", Rating.NONE), late)));
        assertFalse(await(door().conclude(key.hash(), "x", true, late)));
        await(door().until(round, late.plusSeconds(60), ACT));
        assertTrue(await(door().rate(key.hash(), Map.of("env_clean", Rating.NONE), late)));
        assertEquals(
                List.of("panel.open late 1", "panel.until late 1"),
                audited("late").stream()
                        .filter(line -> !line.startsWith("panel.add"))
                        .toList());
    }

    @Test
    void aNewLinkTakesTheOldOnesPlaceAndAWithdrawnOneOpensNothing() {
        PanelRound round = opened("links");
        PanelKeys.Fresh old = keys.fresh();
        PanelKeys.Fresh fresh = keys.fresh();
        long id = await(door().add(round, EXPERT, old, Map.of(), ACT));
        await(door().renew(round, id, fresh, Map.of(), ACT));
        assertEquals(Optional.empty(), await(door().seat(old.hash())));
        assertTrue(await(door().seat(fresh.hash())).isPresent());
        await(door().withdraw(round, id, ACT));
        assertEquals(Optional.empty(), await(door().seat(fresh.hash())));
        Expert left = await(door().seats(round)).get(0).expert();
        assertTrue(left.withdrawn());
        assertEquals("", left.email());
        PanelRound other = opened("links-other");
        assertEquals(
                Problem.Kind.NOT_FOUND,
                failure(door().renew(other, id, keys.fresh(), Map.of(), ACT)).kind());
        assertEquals(
                Problem.Kind.NOT_FOUND, failure(door().withdraw(other, id, ACT)).kind());
        await(door().renew(round, id, keys.fresh(), Map.of(), ACT));
        assertFalse(await(door().seats(round)).get(0).expert().withdrawn());
    }

    @Test
    void addressesAreErasedWhenARoundIsOver() {
        PanelRound round = opened("addresses");
        await(door().add(round, EXPERT, keys.fresh(), Map.of(), ACT));
        assertEquals("a@example.org", await(door().seats(round)).get(0).expert().email());
        await(door().tidy(NOW));
        assertEquals("a@example.org", await(door().seats(round)).get(0).expert().email());
        assertTrue(await(door().tidy(round.closes())) >= 1);
        assertEquals("", await(door().seats(round)).get(0).expert().email());
    }

    @Test
    void aPanelHasSoManyExpertsAndNoMore() {
        PanelRound round = opened("full");
        for (int i = 0; i < Panels.MOST_EXPERTS; i++) {
            await(door().add(round, Expert.asked("專家" + i, "", ""), keys.fresh(), Map.of(), ACT));
        }
        assertEquals(
                "panel.full",
                failure(door().add(round, EXPERT, keys.fresh(), Map.of(), ACT)).code());
    }

    /** A form that is sent twice adds her once; one whose link was withdrawn may be asked again. */
    @Test
    void anExpertIsAddedOnce() {
        PanelRound round = opened("once");
        long id = await(door().add(round, EXPERT, keys.fresh(), Map.of(), ACT));
        assertEquals(
                "panel.twice",
                failure(door().add(round, EXPERT, keys.fresh(), Map.of(), ACT)).code());
        assertEquals(1, await(door().seats(round)).size());
        await(door().add(round, Expert.asked(EXPERT.name(), "另一所大學", ""), keys.fresh(), Map.of(), ACT));
        await(door().withdraw(round, id, ACT));
        await(door().add(round, EXPERT, keys.fresh(), Map.of(), ACT));
        assertEquals(3, await(door().seats(round)).size());
    }

    private static ItemDecision decision(ItemDecision.Choice choice, String reason) {
        return decision("decided", choice, reason, NOW);
    }

    private static ItemDecision decision(String survey, ItemDecision.Choice choice, String reason, Instant at) {
        return new ItemDecision(
                survey,
                "1.0.0",
                ItemDecision.Basis.ANALYSIS,
                "115",
                "env_wait",
                "delete",
                List.of("決斷值 1.20＜3.5"),
                choice,
                reason,
                "lin",
                at);
    }

    @Test
    void aDecisionThatIsSentTwiceIsWrittenOnce() {
        ItemDecision keep = decision("sent-twice", ItemDecision.Choice.KEEP, "政策需要", NOW);
        ItemDecision delete = decision("sent-twice", ItemDecision.Choice.DELETE, "語意重複", NOW);
        await(decisions().add(keep, ACT));
        await(decisions().add(decision("sent-twice", ItemDecision.Choice.KEEP, "政策需要", NOW.plusSeconds(2)), ACT));
        assertEquals(List.of(keep), await(decisions().of("sent-twice")));
        await(decisions().add(delete, ACT));
        await(decisions().add(keep, ACT));
        assertEquals(
                List.of(keep, delete, keep), await(decisions().of("sent-twice")), "back to what was decided before");
        assertEquals(3, audited("sent-twice").size());
    }

    @Test
    void decisionsAreAddedAndTheNewestStandsInFront() {
        ItemDecision first = decision(ItemDecision.Choice.DELETE, "語意重複");
        ItemDecision second = decision(ItemDecision.Choice.KEEP, "政策需要");
        await(decisions().add(first, ACT));
        await(decisions().add(second, ACT));
        assertEquals(List.of(second, first), await(decisions().of("decided")));
        assertEquals(List.of(), await(decisions().of("other")));
        assertEquals(
                List.of("item.decide decided env_wait delete", "item.decide decided env_wait keep"),
                audited("decided"));
    }
}
