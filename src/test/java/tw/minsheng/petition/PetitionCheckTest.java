package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

class PetitionCheckTest {

    private static final Map<String, String> GOOD = Map.of(
            "kind", "repair",
            "type", "road",
            "text", "路口有坑洞",
            "district", "lingya",
            "lat", "22.62",
            "lon", "120.31",
            "phone", "07-3368333");

    private static List<String> faults(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.putAll(changed);
        Sent sent = new Sent(fields, Channel.WEB, "1");
        Problem refused = assertThrows(Problem.class, () -> PetitionCheck.of(CaseSamples.catalogue(), sent));
        return refused.faults().stream().map(Fault::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "kind, nonsense, petition.kind",
        "type, nowhere, petition.type",
        "text, '', petition.text",
        "district, taipei, petition.district",
        "lat, north, petition.point",
        "lat, 91, petition.point",
        "lon, '', petition.point",
        "email, me@, petition.email",
        "email, a@b@c.org, petition.email",
        "phone, call me, petition.phone",
        "phone, '', petition.contact"
    })
    void faultNamesTheFieldThatIsWrong(String field, String value, String code) {
        assertEquals(List.of(code), faults(Map.of(field, value)));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertEquals(
                List.of("petition.kind", "petition.type", "petition.text", "petition.contact"),
                faults(Map.of("kind", "", "type", "", "text", "", "phone", "")));
    }

    @Test
    void lineBreakCannotForgeAHeaderOfAMail() {
        assertEquals(List.of("petition.line"), faults(Map.of("name", "a\r\nBcc: everybody@example.org")));
    }

    @Test
    void textOfFourThousandAndOneLettersIsTooLong() {
        assertEquals(List.of("case.text_long"), faults(Map.of("text", "字".repeat(4_001))));
    }

    @Test
    void whatStaffKeyInNeedsNoContact() {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.put("phone", "");
        Petition petition = PetitionCheck.of(CaseSamples.catalogue(), new Sent(fields, Channel.COUNTER, "1"));
        assertFalse(petition.contact().isReachable());
        assertEquals(Place.Point.at(22.62, 120.31), petition.place().point());
    }
}
