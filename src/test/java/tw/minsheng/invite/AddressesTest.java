package tw.minsheng.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person typed in many ways, and passes that end. */
class AddressesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private final InviteKeys keys = new InviteKeys(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "0912-345-678, 0912345678",
        "+886 912 345 678, 0912345678",
        "+886 (0)912 345678, 0912345678",
        "00886912345678, 0912345678",
        "０９１２３４５６７８, 0912345678",
        "(07) 336-8333, 073368333",
        "07-3368333#2208, 073368333#2208",
        "8869123, 8869123"
    })
    void aNumberIsThatWhichIsDialled(String typed, String dialled) {
        assertEquals(dialled, Addresses.phone(typed));
    }

    @Test
    void aPersonIsKnownByEitherAddressAndNothingCanBeRead() {
        assertEquals(Set.of(), keys.people("", ""));
        Set<String> both = keys.people(" Lin@Example.ORG", "+886 912345678");
        assertEquals(2, both.size());
        assertEquals(both, keys.people("lin@example.org", "0912345678"));
        assertEquals(
                Set.of(),
                Set.of("lin", "0912").stream()
                        .filter(both.toString()::contains)
                        .collect(java.util.stream.Collectors.toSet()));
        byte[] other = new byte[32];
        other[0] = 1;
        assertNotEquals(both, new InviteKeys(other).people("lin@example.org", "0912345678"));
    }

    @Test
    void aPassEndsAndOpensNothingWhenItIsForged() {
        String token = "A".repeat(43);
        String pass = keys.pass(token, NOW.plusSeconds(60));
        assertNotEquals(pass, keys.pass(token, NOW.plusSeconds(60)));
        assertEquals(Optional.of(token), keys.opened(pass, NOW));
        assertEquals(Optional.empty(), keys.opened(pass, NOW.plusSeconds(60)));
        assertEquals(Optional.empty(), keys.opened("", NOW));
        assertEquals(Optional.empty(), keys.opened("A".repeat(80), NOW));
        assertEquals(Optional.empty(), keys.opened("AAAA", NOW));
        assertEquals(Optional.empty(), keys.opened("\"<>'", NOW));
        char last = pass.charAt(20) == 'A' ? 'B' : 'A';
        assertEquals(Optional.empty(), keys.opened(pass.substring(0, 20) + last + pass.substring(21), NOW));
        byte[] other = new byte[32];
        other[0] = 1;
        assertEquals(Optional.empty(), new InviteKeys(other).opened(pass, NOW));
    }
}
