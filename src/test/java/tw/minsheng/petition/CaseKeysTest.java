package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the QR code of a paper receipt carries. */
class CaseKeysTest {

    private static final CaseNumber NUMBER = new CaseNumber(115, 7);
    private static final QueryCode CODE = new QueryCode("0123456789AB");
    private static final CaseAccess BOTH = new CaseAccess(NUMBER, CODE);

    private final CaseKeys keys = keys("a secret of thirty-two bytes or more");

    private static CaseKeys keys(String secret) {
        return new CaseKeys(secret.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNotMadeHereOpensNothing(String token) {
        assertEquals(Optional.empty(), keys.ofSlip(token));
    }

    @Test
    void aChangedLetterAndAnotherSecretOpenNothing() {
        String token = keys.slip(BOTH);
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertEquals(Optional.empty(), keys.ofSlip(token.substring(0, i) + other + token.substring(i + 1)));
        }
        assertEquals(
                Optional.empty(), keys("another secret of thirty-two bytes").ofSlip(token));
    }

    @Test
    void numberAndCodeComeBackAndStandNowhereInTheToken() {
        String token = keys.slip(BOTH);
        assertEquals(Optional.of(BOTH), keys.ofSlip(token));
        assertEquals(token, keys.slip(BOTH));
        assertNotEquals(token, keys.slip(new CaseAccess(NUMBER, new QueryCode("0123456789AC"))));
        assertFalse(token.contains(CODE.value()));
        assertTrue(token.matches("[A-Za-z0-9_-]{71}"), token);
    }
}
