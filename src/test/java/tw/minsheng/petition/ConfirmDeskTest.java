package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.notify.Channel;
import tw.minsheng.petition.notice.ConfirmDesk;
import tw.minsheng.petition.notice.ConfirmKeys;
import tw.minsheng.petition.notice.ConfirmOffer;

/** Cases that nobody confirmed in time. */
class ConfirmDeskTest {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final MemoryCases cases = new MemoryCases();

    /** Says that these were not confirmed, whether or not they exist. */
    private record Unanswered(List<CaseNumber> numbers) implements Confirmations {

        @Override
        public Future<Optional<CaseNumber>> byProof(String proof) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Confirmation> of(CaseNumber number) {
            return Future.succeededFuture(Confirmation.BY_CALL);
        }

        @Override
        public Future<Optional<String>> tried(CaseNumber number, int most) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<List<CaseNumber>> unanswered(Instant sentBefore, int mostTries, int limit) {
            return Future.succeededFuture(numbers);
        }
    }

    /** Else the personal data of all that come after it would stay. */
    @Test
    void oneThatFailsKeepsNoneOfTheOthers() {
        CaseFile.Opening opening = CaseSamples.opening(tw.minsheng.petition.Channel.WEB);
        CaseNumber good = cases.open(new Cases.Entry("key", "mac", "code", 115, opening, CasesContract.DUE))
                .result()
                .number();
        Clock clock = Clock.fixed(CaseSamples.ACT.at(), TAIPEI);
        OfficeDays days = ProductCalendar.read().days();
        CaseDesk desk = new CaseDesk(CaseSamples::catalogue, cases, district -> days, clock, TAIPEI);
        ConfirmOffer offer =
                new ConfirmOffer(new ConfirmKeys(new byte[32], () -> "https://example.org"), Set.of(Channel.MAIL), 3);
        Confirmations both = new Unanswered(List.of(new CaseNumber(115, 99), good));
        assertTrue(new ConfirmDesk(cases, desk, both, offer, clock).expire().failed());
        assertEquals(State.EXPIRED, cases.find(good).result().state());
    }
}
