package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.Outbox;
import tw.minsheng.notify.Wording;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.ItemDecisions;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelKeys;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Panels;
import tw.minsheng.panel.PanelsContract;

/** Panels and decisions on a real PostgreSQL. */
class PgPanelsTest extends PanelsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Panels door() {
        return new PgPanels(DATABASE.database());
    }

    @Override
    protected ItemDecisions decisions() {
        return new PgItemDecisions(DATABASE.database());
    }

    @Override
    protected List<String> audited(String survey) {
        return DATABASE.texts("select what || ' ' || object from audit where split_part(object, ' ', 1) = '" + survey
                + "' order by id");
    }

    @Test
    void whatWasDecidedIsNeverChanged() {
        DATABASE.run("insert into item_decision"
                + " (survey, version, basis, stand, item, proposal, rules, choice, reason, actor, at)"
                + " values ('fixed', '1', 'panel', '1', 'a', '', '{}', 'keep', 'x', 'lin', now())");
        assertThrows(IllegalStateException.class, () -> DATABASE.run("update item_decision set choice = 'delete'"));
        assertThrows(IllegalStateException.class, () -> DATABASE.run("delete from item_decision"));
        assertEquals("keep", DATABASE.text("select choice from item_decision where survey = 'fixed'"));
    }

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static PanelRound mailed(String survey, Panels door, PanelKeys.Fresh key, String email) {
        LocalizedText text = LocalizedText.of(Language.ZH_TW, survey);
        PanelRound round = await(door.open(
                new PanelRound(
                        0,
                        survey,
                        "1.0.0",
                        0,
                        new PanelRound.Asker(text, text, "", ""),
                        false,
                        "",
                        NOW,
                        Expert.NEVER,
                        List.of(new PanelItem("a", "", LocalizedText.NONE, text, false))),
                ACT));
        long unused = await(door.add(round, Expert.asked("專家甲", "", email), key, Map.of("title", "標題"), ACT));
        return round;
    }

    /** The link stands in the mail; afterwards nothing is left from which it could be made. */
    @Test
    void anExpertWithAnAddressIsWrittenToOnceAndNoSeedIsLeft() {
        PanelKeys keys = new PanelKeys(new byte[32]);
        PanelKeys.Fresh key = keys.fresh();
        Outbox post = new PgPanelPost(DATABASE.database());
        PanelRound round = mailed("post", door(), key, "a@example.org");
        assertEquals(Optional.empty(), await(post.claim(Set.of(Channel.SMS), LEASE)));
        Outbox.Claim claim = await(post.claim(Set.of(Channel.MAIL), LEASE)).orElseThrow();
        assertEquals("a@example.org", claim.notice().address());
        assertEquals("標題", claim.notice().facts().get("title"));
        assertEquals(key.path(), keys.path(claim.notice().facts().getOrDefault("seed", "")));
        assertEquals(Optional.empty(), await(post.claim(Set.of(Channel.MAIL), LEASE)), "it is taken");
        assertTrue(await(post.later(claim, "away", Duration.ZERO)));
        Outbox.Claim again = await(post.claim(Set.of(Channel.MAIL), LEASE)).orElseThrow();
        assertFalse(await(post.sent(claim, new Wording("", ""), "")), "the first claim does not hold any longer");
        assertTrue(await(post.sent(again, new Wording("", ""), "")));
        assertEquals("sent", await(door().seats(round)).get(0).expert().mail());
        assertEquals(0, DATABASE.number("select count(*) from panel_mail where seed <> '' and state = 'sent'"));
    }

    @Test
    void anotherLinkOrAClosedRoundLeavesTheOldMailUnsent() {
        PanelKeys keys = new PanelKeys(new byte[32]);
        Outbox post = new PgPanelPost(DATABASE.database());
        PanelRound round = mailed("unsent", door(), keys.fresh(), "b@example.org");
        long id = await(door().seats(round)).get(0).expert().id();
        PanelKeys.Fresh fresh = keys.fresh();
        await(door().renew(round, id, fresh, Map.of("title", "x"), ACT));
        assertEquals(2, DATABASE.number("select count(*) from panel_mail where expert = " + id));
        assertEquals(1, DATABASE.number("select count(*) from panel_mail where state = 'waiting' and expert = " + id));
        await(door().withdraw(round, id, ACT));
        assertEquals(Optional.empty(), await(post.claim(Set.of(Channel.MAIL), LEASE)));
        PanelRound other = mailed("no-mail", door(), keys.fresh(), "");
        assertEquals("", await(door().seats(other)).get(0).expert().mail());
        PanelRound closed = mailed("closed", door(), keys.fresh(), "c@example.org");
        await(door().close(closed, ACT));
        assertEquals(Optional.empty(), await(post.claim(Set.of(Channel.MAIL), LEASE)));
        assertEquals(0, DATABASE.number("select count(*) from panel_mail where seed <> '' and state = 'void'"));
    }

    /** Whoever reads the database finds no link. */
    @Test
    void theTokenStandsNowhere() {
        assertTrue(
                DATABASE
                        .texts("select column_name from information_schema.columns where table_name = 'panel_expert'")
                        .stream()
                        .noneMatch(name -> name.equals("token") || name.equals("seed")));
    }
}
