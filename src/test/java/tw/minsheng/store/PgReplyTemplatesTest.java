package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.ReplyTemplate;
import tw.minsheng.petition.ReplyTemplates;

/** Templates on a real PostgreSQL. */
class PgReplyTemplatesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Set<String> OWN = Set.of("kcg-pwb");

    private final ReplyTemplates door = new PgReplyTemplates(DATABASE.database());

    private static ReplyTemplate template(long id, String agency, String name) {
        return new ReplyTemplate(id, agency, "road", name, CaseSamples.REPLY);
    }

    @Test
    void oneIsAddedChangedAndDeletedWithinItsAgencyOnly() {
        TestDatabase.await(door.put(template(0, "kcg-pwb", "甲"), CaseSamples.ACT));
        ReplyTemplate kept = TestDatabase.await(door.of(OWN)).get(0);
        assertEquals(template(kept.id(), "kcg-pwb", "甲"), kept);
        Problem foreign =
                (Problem) TestDatabase.awaitFailure(door.put(template(kept.id(), "kcg-fin", "乙"), CaseSamples.ACT));
        assertEquals(Problem.Kind.NOT_FOUND, foreign.kind());
        TestDatabase.await(door.put(template(kept.id(), "kcg-pwb", "丙"), CaseSamples.ACT));
        assertEquals(
                Optional.of("丙"), TestDatabase.await(door.find(kept.id(), OWN)).map(ReplyTemplate::name));
        assertEquals(Optional.empty(), TestDatabase.await(door.find(kept.id(), Set.of("kcg-fin"))));
        Problem other = (Problem) TestDatabase.awaitFailure(door.drop(kept.id(), Set.of("kcg-fin"), CaseSamples.ACT));
        assertEquals(Problem.Kind.NOT_FOUND, other.kind());
        TestDatabase.await(door.drop(kept.id(), OWN, CaseSamples.ACT));
        assertEquals(List.of(), TestDatabase.await(door.of(OWN)));
    }

    @Test
    void anAgencyHasSoManyAndNoMore() {
        DATABASE.run("insert into reply_template (agency, type, name, reply) select 'full', '', 'n', '{}'"
                + " from generate_series(1, " + ReplyTemplates.MOST + ")");
        Problem full = (Problem) TestDatabase.awaitFailure(door.put(template(0, "full", "甲"), CaseSamples.ACT));
        assertEquals("template.full", full.code());
    }
}
