package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.panel.ItemDecisions;
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
