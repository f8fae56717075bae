package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.acceptance.Citizen.Page;

/**
 * D1 for numbers: what is no number comes back as it was typed, with the words that say what is wanted. A field of type
 * {@code number} could not show it, so it comes back in one of type {@code text}.
 */
class TypedNumberTest {

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

    @ParameterizedTest
    @ValueSource(strings = {"十二", "abc", "12,5", "1e2", "-", "７００", "601"})
    void whatIsNoNumberComesBackAsTyped(String typed) {
        Page page = citizen.begin("kcg-test-types");
        page = citizen.follow(citizen.submit(page, "next", Map.of("overall", List.of("4"), "d_sex", List.of("f"))));
        Page back = citizen.submit(page, "next", Map.of("q_minutes", List.of(typed)));
        assertEquals(422, back.status());
        assertTrue(back.html().contains("請輸入 0 到 600 之間的數字"));
        String field = back.html().replaceAll("(?s).*(<input[^>]*name=\"q_minutes\"[^>]*>).*", "$1");
        assertTrue(field.contains("value=\"" + typed + "\""), field);
        boolean plain = typed.equals("601");
        assertTrue(field.contains("type=\"" + (plain ? "number" : "text") + "\""), field);
    }
}
