package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Agencies;
import tw.minsheng.security.Agency;
import tw.minsheng.security.MemorySecurity;

class KnownAgenciesTest {

    private static final Act ACT = new Act("test", "", Instant.parse("2026-11-20T02:00:00Z"));

    private final Agencies agencies = new MemorySecurity().doors().agencies();
    private final KnownAgencies known = new KnownAgencies(agencies, () -> Map.of("road", agency("road")));

    @Test
    void aTypingErrorIsRefusedWithTheKeysThereAre() {
        done(agencies.ensure(agency("urban"), ACT));
        Problem problem =
                assertInstanceOf(Problem.class, known.ensure("raod", ACT).cause());
        assertEquals("admin.unknown_agency", problem.code());
        assertEquals(Problem.Kind.BAD_REQUEST, problem.kind());
        assertEquals(Map.of("agency", "raod", "known", "road, urban"), problem.args());
    }

    @Test
    void theWholeInstallationAndAKnownAgencyAreTaken() {
        done(agencies.ensure(agency("urban"), ACT));
        done(known.ensure("", ACT));
        done(known.ensure("urban", ACT));
    }

    /** A fresh data folder, before the first start of a server. */
    @Test
    void anAgencyWithASurveyIsAdded() {
        done(known.ensure("road", ACT));
        assertTrue(agencies.tree().result().find("road").isPresent());
    }

    private static void done(Future<Void> future) {
        assertTrue(future.succeeded(), () -> String.valueOf(future.cause()));
    }

    private static Agency agency(String key) {
        return new Agency(key, "", LocalizedText.of(Language.ZH_TW, key));
    }
}
