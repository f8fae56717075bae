package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseStep;

/** What everybody sees of cases: what staff wrote, and nobody in it. */
class PublicBoardTest {

    @AutoClose
    private final InMemoryProduct product = new InMemoryProduct(0, false, Clock.systemUTC());

    private final Citizen citizen = new Citizen(product.url());

    private CaseFile sent(String text) {
        Citizen.Page page = citizen.follow(citizen.submit(
                citizen.get("/petition"),
                "finish",
                Map.of(
                        "kind", List.of("repair"),
                        "type", List.of("road"),
                        "text", List.of(text),
                        "name", List.of("王小明"),
                        "phone", List.of("07-3368333"))));
        return InMemoryProduct.await(
                product.cases().find(CaseNumber.typed(page.receipt()).orElseThrow()));
    }

    private void released(String text, String summary) {
        CaseFile file = sent(text);
        CaseDesk desk = product.desk(Clock.systemUTC());
        Act act = new Act("head", "kcg-pwb", Clock.systemUTC().instant());
        CaseFile confirmed =
                InMemoryProduct.await(desk.step(file, file.revision(), new CaseStep.Confirm("phone"), act));
        InMemoryProduct.await(desk.publish(confirmed, summary, act));
    }

    @Test
    void withoutAReleaseThereIsNothing() {
        sent("路口有窟窿");
        Citizen.Page board = citizen.get("/board");
        assertEquals(200, board.status());
        assertTrue(board.html().contains("id=\"empty\""));
        assertFalse(board.html().contains("窟窿"));
    }

    @Test
    void onlyTheSummaryIsShown() {
        released("王小明家門口有窟窿，請打 07-3368333", "人行道破損，已派工修補。");
        String html = citizen.get("/board").html();
        assertTrue(html.contains("人行道破損，已派工修補。"));
        for (String hidden : List.of("王小明", "3368333", "窟窿", "115-")) {
            assertFalse(html.contains(hidden), hidden);
        }
        assertTrue(citizen.get("/board?lang=en").html().contains("Public cases"));
    }

    @Test
    void boardHasPagesAndFilters() {
        for (int i = 0; i < 21; i++) {
            released("原文 " + i, "摘要第" + i + "件");
        }
        Citizen.Page first = citizen.get("/board");
        assertTrue(first.html().contains("page=1"));
        assertEquals(20, first.html().split("摘要第", -1).length - 1);
        Citizen.Page second = citizen.get("/board?page=1");
        assertEquals(1, second.html().split("摘要第", -1).length - 1);
        assertTrue(second.html().contains("page=0"));
        assertTrue(citizen.get("/board?type=nothing").html().contains("id=\"empty\""));
        assertEquals(
                200,
                citizen.get("/board?page=-1&type=%27%3Bdrop&district=%3Cscript%3E")
                        .status());
        assertFalse(citizen.get("/board?page=1&type=%3Cscript%3E").html().contains("<script>"));
    }

    @Test
    void theFirstPageLeadsThere() {
        assertTrue(citizen.get("/").html().contains("href=\"/board\""));
    }
}
