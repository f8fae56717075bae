package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;

/** Petitions over the API: interfaces, section 2. */
class PetitionApiTest {

    private static final String PATH = "/api/v1/petitions";
    private static final String GOOD = """
            {"kind": "repair", "type": "road", "text": "路口有坑洞", "district": "lingya",
             "location": {"lat": 22.62, "lon": 120.31, "address": "四維三路口"},
             "contact": {"name": "市民", "email": "", "phone": "07-3368333"},
             "confidential": false, "language": "zh-TW"}""";

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private Page send(String body, String key) {
        return citizen.json("POST", PATH, body, "Idempotency-Key", key);
    }

    private Page ask(String number, String code) {
        return citizen.json("GET", PATH + "/" + number, "", "X-Query-Code", code);
    }

    private static CaseFile file(JsonObject receipt) {
        CaseNumber number = CaseNumber.typed(receipt.getString("number")).orElseThrow();
        return InMemoryProduct.await(PRODUCT.product().cases().find(number));
    }

    @Test
    void everyFaultIsListed() {
        Page refused = send("{\"location\":{\"lat\":91,\"lon\":0},\"contact\":{\"email\":\"me@\"}}", fresh());
        assertEquals(422, refused.status());
        assertEquals("application/problem+json", refused.headers().get("content-type"));
        JsonObject problem = new JsonObject(refused.html());
        assertEquals("petition.faults", problem.getString("code"));
        Set<String> faults = problem.getJsonArray("errors").stream()
                .map(each -> ((JsonObject) each).getString("field") + " " + ((JsonObject) each).getString("code"))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "kind petition.kind",
                        "type petition.type",
                        "text petition.text",
                        "lat petition.point",
                        "email petition.email"),
                faults);
        assertTrue(problem.getJsonArray("errors").stream()
                .noneMatch(each ->
                        ((JsonObject) each).getString("message").equals(((JsonObject) each).getString("code"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"text\":7}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"contact\":\"07-3368333\"}",
                "{\"contact\":{\"phone\":73368333}}",
                "{\"contact\":{\"fax\":\"07-3368333\"}}",
                "{\"location\":{\"lat\":\"22\"}}",
                "{\"location\":{\"lat\":1e999}}",
                "{\"confidential\":\"yes\"}",
                "{\"language\":\"ja\"}",
                "{\"channel\":\"counter\"}"
            })
    void bodyOfAnotherFormIs400(String body) {
        int before = PRODUCT.product().cases().count();
        assertEquals(400, send(body, fresh()).status());
        assertEquals(before, PRODUCT.product().cases().count());
    }

    @Test
    void withoutAGoodKeyNothingIsTaken() {
        int before = PRODUCT.product().cases().count();
        assertEquals(400, citizen.json("POST", PATH, GOOD).status());
        assertEquals(400, send(GOOD, "short").status());
        assertEquals(400, send(GOOD, "x".repeat(65)).status());
        assertEquals(before, PRODUCT.product().cases().count());
    }

    @Test
    void tooMuchIs413() {
        assertEquals(413, send(" ".repeat(70_000), fresh()).status());
    }

    @Test
    void sameKeyGivesTheSameReceiptAndAnotherBodyIsRefused() {
        String key = fresh();
        Page first = send(GOOD, key);
        assertEquals(201, first.status());
        int after = PRODUCT.product().cases().count();
        Page again = send(GOOD, key);
        assertEquals(200, again.status());
        assertEquals(first.html(), again.html());
        assertEquals(409, send(GOOD.replace("坑洞", "積水"), key).status());
        assertEquals(after, PRODUCT.product().cases().count());
    }

    @Test
    void limitInHoursIsDueAtAMomentToTheSecond() {
        JsonObject day = new JsonObject(send(GOOD, fresh()).html());
        assertTrue(day.getString("due").matches("\\d{4}-\\d\\d-\\d\\d"), day::encode);
        String key = fresh();
        Page first = send(GOOD.replace("road", "pothole"), key);
        JsonObject moment = new JsonObject(first.html());
        assertTrue(moment.getString("due").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?"), moment::encode);
        assertEquals(first.html(), send(GOOD.replace("road", "pothole"), key).html());
    }

    @Test
    void whatWasSentIsWhatIsKept() {
        Page sent = send(GOOD.replace("false", "true"), fresh());
        CaseFile file = file(new JsonObject(sent.html()));
        assertEquals(Channel.API, file.petition().channel());
        assertEquals("四維三路口", file.petition().place().address());
        assertEquals(22.62, file.petition().place().point().latitude());
        assertEquals("07-3368333", file.petition().contact().phone());
        assertTrue(file.petition().confidential());
    }

    @Test
    void unknownNumberAndWrongCodeAreAnsweredAlike() {
        JsonObject receipt = new JsonObject(send(GOOD, fresh()).html());
        String number = receipt.getString("number");
        String code = receipt.getString("query_code");
        Page wrongCode = ask(number, "0000-0000-0000");
        assertEquals(404, wrongCode.status());
        for (Page same : List.of(
                ask(new CaseNumber(114, 1).text(), code),
                ask("nonsense", code),
                ask(number, "nonsense"),
                citizen.get(PATH + "/" + number))) {
            assertEquals(404, same.status());
            assertEquals(wrongCode.html(), same.html());
        }
        assertEquals(200, ask(number, code).status());
    }

    /** Neither what staff write for each other, nor who they are, nor what the petitioner told about herself. */
    @Test
    void historyShowsWhatIsForThePetitionerOnly() {
        JsonObject receipt = new JsonObject(send(GOOD, fresh()).html());
        CaseFile file = file(receipt);
        for (Move move : List.of(
                Move.CONFIRM, Move.ASSIGN, Move.REASSIGN, Move.START, Move.PROPOSE, Move.SEND_BACK, Move.PROPOSE)) {
            file = InMemoryProduct.await(PRODUCT.product()
                    .desk(Clock.systemUTC())
                    .step(file, file.revision(), CaseSamples.step(move), CaseSamples.ACT));
        }
        String html = ask(receipt.getString("number"), receipt.getString("query_code"))
                .html();
        JsonObject standing = new JsonObject(html);
        assertEquals("in_progress", standing.getString("state"));
        assertEquals(receipt.getString("due"), standing.getString("due"));
        List<String> events = standing.getJsonArray("history").stream()
                .map(each -> ((JsonObject) each).getString("event"))
                .toList();
        assertEquals(List.of("open", "confirm", "assign", "start"), events);
        for (String hidden : List.of("屬養護單位", "請補依據", "handler", "已修復", "07-3368333", "市民")) {
            assertFalse(html.contains(hidden), hidden);
        }
    }

    @Test
    void answerIsShownOnceItIsApproved() {
        JsonObject receipt = new JsonObject(send(GOOD, fresh()).html());
        CaseFile file = file(receipt);
        for (Move move : List.of(Move.CONFIRM, Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE)) {
            file = InMemoryProduct.await(PRODUCT.product()
                    .desk(Clock.systemUTC())
                    .step(file, file.revision(), CaseSamples.step(move), CaseSamples.ACT));
        }
        JsonObject standing = new JsonObject(ask(receipt.getString("number"), receipt.getString("query_code"))
                .html());
        assertEquals("closed", standing.getString("state"));
        assertFalse(standing.containsKey("due") && standing.getValue("due") != null);
        assertEquals("已修復", standing.getJsonObject("reply").getString("text"));
    }

    @Test
    void whoTriesManyCodesIsStopped() {
        try (InMemoryProduct limited = new InMemoryProduct(0, true, Clock.systemUTC())) {
            Citizen crowd = new Citizen(limited.url());
            Set<Integer> answers = IntStream.range(0, 61)
                    .mapToObj(each -> crowd.json(
                            "GET", PATH + "/" + new CaseNumber(115, 1).text(), "", "X-Query-Code", "0000-0000-0000"))
                    .map(Page::status)
                    .collect(Collectors.toSet());
            assertEquals(Set.of(404, 429), answers);
        }
    }
}
