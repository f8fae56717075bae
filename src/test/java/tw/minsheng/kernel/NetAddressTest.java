package tw.minsheng.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetAddressTest {

    /** A name among them would be asked of the name service: each stands as it was given. */
    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "999.1.1.1", "1.2.3", "1.2.3.4:", "a:b:c", ":::", ".:1", "[::1", "_hidden"})
    void whatIsNoAddressStandsAsGiven(String written) {
        assertEquals(new NetAddress(written, written), NetAddress.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, 1.2.3.4",
        "1.2.3.4:5678, 1.2.3.4",
        "::ffff:1.2.3.4, 1.2.3.4",
        "::1, 0:0:0:0:0:0:0:1",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
        "[::1], 0:0:0:0:0:0:0:1",
        "[2001:DB8::1]:443, 2001:db8:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1"
    })
    void oneAddressHasOneForm(String written, String text) {
        assertEquals(text, NetAddress.of(written).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::a:b:c:d", "2001:db8::1", "2001:0db8:0:0:1::", "[2001:db8::5]:80"})
    void oneHouseholdIsOneNetwork(String written) {
        assertEquals(
                NetAddress.of("2001:db8::").network(), NetAddress.of(written).network());
    }

    @Test
    void neighboursAreTwoNetworks() {
        assertNotEquals(
                NetAddress.of("2001:db8:0:1::1").network(),
                NetAddress.of("2001:db8::1").network());
        assertNotEquals(
                NetAddress.of("1.2.3.4").network(), NetAddress.of("1.2.3.5").network());
    }
}
