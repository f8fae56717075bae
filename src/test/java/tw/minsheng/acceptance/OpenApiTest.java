package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Samples;
import tw.minsheng.survey.Version;

/** The description of the API against the running server: what it says is served, and what is served it says. */
class OpenApiTest {

    private static final String LIST = "GET /api/v1/surveys";
    private static final String ONE = "GET /api/v1/surveys/{id}";
    private static final String RESPOND = "POST /api/v1/surveys/{id}/responses";
    private static final String COUNTER = "/api/v1/surveys/kcg-pwb-counter";
    private static final String GOOD =
            "{\"answers\":{\"d_counter\":\"road\",\"env_clean\":4,\"env_signs\":{\"missing\":\"dk\"},\"env_wait\":5}}";

    private static final String SEND = "POST /api/v1/petitions";
    private static final String ASK = "GET /api/v1/petitions/{number}";
    private static final String PETITION =
            "{\"kind\":\"repair\",\"type\":\"road\",\"text\":\"坑洞\",\"contact\":{\"phone\":\"07-3368333\"}}";

    private static InMemoryProduct product;
    private static InMemoryProduct limited;
    private static DeadProduct dead;
    private static JsonNode description;

    @BeforeAll
    static void start() throws IOException {
        product = new InMemoryProduct(0, false, Clock.systemUTC()).withSamples();
        product.open(Samples.published(Samples.counter("kcg-t-closed", new Version(1, 0, 0))));
        InMemoryProduct.await(product.store().close(InMemoryProduct.act(), "kcg-t-closed", DataSet.LIVE, "115"));
        limited = new InMemoryProduct(0, true, Clock.systemUTC()).withSamples();
        dead = new DeadProduct();
        description = new ObjectMapper()
                .readTree(new Citizen(product.url()).get("/api/openapi.json").html());
    }

    @AfterAll
    static void stop() {
        product.close();
        limited.close();
        dead.close();
    }

    /** One documented answer, as it came. */
    private record Came(String operation, int status, Page page) {}

    private static List<Came> everything() {
        Citizen citizen = new Citizen(product.url());
        Citizen unlucky = new Citizen(dead.url());
        List<Came> all = new ArrayList<>();
        all.add(new Came("GET /api/openapi.json", 200, citizen.get("/api/openapi.json")));
        all.add(new Came("GET /health/live", 200, citizen.get("/health/live")));
        all.add(new Came("GET /health/ready", 200, citizen.get("/health/ready")));
        all.add(new Came("GET /health/ready", 503, unlucky.get("/health/ready")));
        all.add(new Came(LIST, 200, citizen.get("/api/v1/surveys")));
        all.add(new Came(LIST, 503, unlucky.get("/api/v1/surveys")));
        all.add(new Came(ONE, 200, citizen.get(COUNTER)));
        all.add(new Came(ONE, 404, citizen.get("/api/v1/surveys/kcg-nowhere")));
        all.add(new Came(ONE, 503, unlucky.get(COUNTER)));
        String key = UUID.randomUUID().toString();
        all.add(new Came(RESPOND, 201, respond(citizen, COUNTER, GOOD, key)));
        all.add(new Came(RESPOND, 200, respond(citizen, COUNTER, GOOD, key)));
        all.add(new Came(RESPOND, 409, respond(citizen, COUNTER, GOOD.replace("4", "3"), key)));
        all.add(new Came(RESPOND, 409, respond(citizen, "/api/v1/surveys/kcg-t-closed", GOOD, fresh())));
        all.add(new Came(RESPOND, 400, respond(citizen, COUNTER, GOOD, "short")));
        all.add(new Came(RESPOND, 400, respond(citizen, COUNTER, "no json", fresh())));
        all.add(new Came(RESPOND, 404, respond(citizen, "/api/v1/surveys/kcg-nowhere", GOOD, fresh())));
        all.add(new Came(RESPOND, 413, respond(citizen, COUNTER, " ".repeat(300_000), fresh())));
        all.add(new Came(RESPOND, 422, respond(citizen, COUNTER, GOOD.replace("road", "moon"), fresh())));
        all.add(new Came(RESPOND, 422, respond(citizen, COUNTER, "{\"answers\":{}}", fresh())));
        all.add(new Came(RESPOND, 503, respond(unlucky, COUNTER, GOOD, fresh())));
        all.add(new Came(
                RESPOND,
                403,
                citizen.json(
                        "POST",
                        COUNTER + "/responses",
                        GOOD,
                        "Idempotency-Key",
                        fresh(),
                        "Origin",
                        "https://elsewhere.example")));
        all.add(new Came(RESPOND, 429, exhausted(crowd -> respond(crowd, COUNTER, "{}", fresh()))));
        all.addAll(petitions(citizen, unlucky));
        return all;
    }

    private static List<Came> petitions(Citizen citizen, Citizen unlucky) {
        List<Came> all = new ArrayList<>();
        String key = fresh();
        Page sent = petition(citizen, PETITION, key);
        all.add(new Came(SEND, 201, sent));
        all.add(new Came(SEND, 200, petition(citizen, PETITION, key)));
        all.add(new Came(SEND, 409, petition(citizen, PETITION.replace("坑洞", "積水"), key)));
        all.add(new Came(SEND, 400, petition(citizen, PETITION, "short")));
        all.add(new Came(SEND, 400, petition(citizen, PETITION.replace("kind", "sort"), fresh())));
        all.add(new Came(SEND, 413, petition(citizen, " ".repeat(70_000), fresh())));
        all.add(new Came(SEND, 422, petition(citizen, "{\"location\":{\"lat\":91}}", fresh())));
        all.add(new Came(SEND, 503, petition(unlucky, PETITION, fresh())));
        all.add(new Came(SEND, 403, foreign(citizen)));
        all.add(new Came(SEND, 429, exhausted(crowd -> petition(crowd, "{}", fresh()))));
        try (InMemoryProduct without = InMemoryProduct.withoutPetitions()) {
            all.add(new Came(SEND, 404, petition(new Citizen(without.url()), PETITION, fresh())));
        }
        JsonObject receipt = new JsonObject(sent.html());
        String number = receipt.getString("number");
        String code = receipt.getString("query_code");
        all.add(new Came(ASK, 200, ask(citizen, number, code)));
        all.add(new Came(ASK, 404, ask(citizen, number, "0000-0000-0000")));
        all.add(new Came(ASK, 503, ask(unlucky, number, code)));
        all.add(new Came(ASK, 429, exhausted(crowd -> ask(crowd, number, "0000-0000-0000"))));
        return all;
    }

    private static Page petition(Citizen citizen, String body, String key) {
        return citizen.json("POST", "/api/v1/petitions", body, "Idempotency-Key", key);
    }

    private static Page foreign(Citizen citizen) {
        return citizen.json(
                "POST",
                "/api/v1/petitions",
                PETITION,
                "Idempotency-Key",
                fresh(),
                "Origin",
                "https://elsewhere.example");
    }

    private static Page ask(Citizen citizen, String number, String code) {
        return citizen.json("GET", "/api/v1/petitions/" + number, "", "X-Query-Code", code);
    }

    private static Page respond(Citizen citizen, String survey, String body, String key) {
        return citizen.json("POST", survey + "/responses", body, "Idempotency-Key", key);
    }

    /** Many requests from one address, until one too many. */
    private static Page exhausted(Function<Citizen, Page> request) {
        Citizen crowd = new Citizen(limited.url());
        Page last = request.apply(crowd);
        for (int i = 0; i < 500 && last.status() != 429; i++) {
            last = request.apply(crowd);
        }
        return last;
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    void whatIsDocumentedIsServedAsDocumented() {
        List<Came> everything = everything();
        Set<String> served = new TreeSet<>();
        for (Came came : everything) {
            String name = came.operation + " " + came.status;
            assertEquals(came.status, came.page.status(), name);
            assertEquals(List.of(), faults(came), name);
            served.add(name);
        }
        assertEquals(documented(), served);
    }

    @Test
    void whatIsServedIsDocumented() {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        dead.api().forEach(routes -> routes.mount(router));
        Set<String> served = new TreeSet<>();
        router.getRoutes()
                .forEach(route -> route.methods()
                        .forEach(method -> served.add(method + " "
                                + String.valueOf(route.getPath())
                                        .replace(":survey", "{id}")
                                        .replace(":number", "{number}"))));
        InMemoryProduct.await(vertx.close());
        Set<String> operations = new TreeSet<>();
        documented().forEach(each -> operations.add(each.substring(0, each.lastIndexOf(' '))));
        assertEquals(operations, served);
    }

    /** An unknown path, and a method that is not there, are refused with words in the same form. */
    @Test
    void whatIsNotDocumentedIsRefusedAsAProblem() {
        Citizen citizen = new Citizen(product.url());
        for (Page page : List.of(
                citizen.get("/api/v1/nothing"),
                citizen.json("DELETE", COUNTER, ""),
                citizen.json("GET", COUNTER + "/responses", ""))) {
            assertTrue(page.status() >= 400 && page.status() < 500, page.toString());
            assertEquals("application/problem+json", page.headers().get("content-type"));
            assertEquals(List.of(), faults(schema("#/components/schemas/Problem"), page));
        }
    }

    private static Set<String> documented() {
        Set<String> all = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> method.getValue()
                                .get("responses")
                                .fieldNames()
                                .forEachRemaining(
                                        status -> all.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                                + path.getKey() + " " + status))));
        return all;
    }

    /** What differs from the schema that the description gives for this answer. */
    private static List<String> faults(Came came) {
        String[] operation = came.operation.split(" ", -1);
        JsonNode content = description
                .get("paths")
                .get(operation[1])
                .get(operation[0].toLowerCase(java.util.Locale.ROOT))
                .get("responses")
                .get(Integer.toString(came.status))
                .get("content");
        Map.Entry<String, JsonNode> only = content.properties().iterator().next();
        assertEquals(only.getKey(), came.page.headers().get("content-type"));
        JsonNode schema = only.getValue().get("schema");
        return faults(schema.has("$ref") ? schema(schema.get("$ref").asText()) : (ObjectNode) schema, came.page);
    }

    private static ObjectNode schema(String reference) {
        ObjectNode schema = new ObjectMapper().createObjectNode();
        schema.put("$ref", reference);
        schema.set("components", description.get("components"));
        return schema;
    }

    private static List<String> faults(ObjectNode schema, Page page) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(new ObjectMapper().readTree(page.html()))
                    .stream()
                    .map(message -> message.getMessage() + " in " + page.html())
                    .toList();
        } catch (IOException e) {
            return List.of("no JSON: " + page.html());
        }
    }
}
