package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.web.staff.Visitor;

/** What the staff publish and close changes nothing that was answered before: the real program, over HTTP and in files. */
class VersionsIT {

    private static final String ID = "kcg-pwb-counter";
    private static final String SURVEY = "/agency/surveys/" + ID;

    /** Answers to every question of both versions; 2 at the waiting time opens the page that asks why. */
    private static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            Map.entry("d_counter", List.of("road")),
            Map.entry("env_clean", List.of("5")),
            Map.entry("env_signs", List.of("dk")),
            Map.entry("env_seats", List.of("1")),
            Map.entry("env_wait", List.of("2")),
            Map.entry("q_wait_why", List.of("few_counters", "sent_on", "other")),
            Map.entry("q_wait_why__other_text", List.of("=排隊, \"太久\"")),
            Map.entry("crt_greet", List.of("4")),
            Map.entry("crt_listen", List.of("3")),
            Map.entry("crt_tone", List.of("5")),
            Map.entry("crt_hurry", List.of("1")),
            Map.entry("exp_rules", List.of("4")),
            Map.entry("exp_clear", List.of("4")),
            Map.entry("exp_once", List.of("2")),
            Map.entry("exp_speed", List.of("3")),
            Map.entry("overall_sat", List.of("4")),
            Map.entry("again", List.of("yes")),
            Map.entry("d_sex", List.of("x")),
            Map.entry("d_age", List.of("a40")),
            Map.entry("d_district", List.of("802")));

    @TempDir
    Path folder;

    private Path surveys;
    private Path survey;
    private Product product;
    private Citizen citizen;

    @BeforeEach
    void start() throws IOException {
        surveys = folder.resolve("surveys");
        survey = surveys.resolve("kcg-pwb/counter");
        copy(Path.of("surveys/kcg-pwb/counter"), survey);
        product = Product.serve(
                folder.resolve("var"),
                Map.of("MINSHENG_RATE_LIMITS", "off"),
                "--demo",
                "--surveys",
                surveys.toString());
        citizen = new Citizen(product.address().toString());
    }

    @AfterEach
    void stop() {
        product.close();
    }

    /**
     * D4: a change corrupts the export. Sources: kobotoolbox/kpi#2089 (a removed option shifted later columns),
     * kobotoolbox/formpack#99, kobotoolbox/kobocat#251, kobotoolbox/kpi#3116.
     */
    @Test
    void aVersionPublishedWhileSomebodyAnswersLeavesBothAnswersUnderTheirOwn() throws Exception {
        finish(citizen.begin(ID), "先答完的人");
        Page middle = upTo(citizen.begin(ID), "p_env_why", "答到一半的人");
        List<String> before = export();

        publish("2.0.0", VersionsIT::secondVersion);
        assertEquals("1.1.0", middle.hidden().get("form-version"));
        Page last = finish(middle, "答到一半的人");
        assertFalse(last.receipt().isBlank());
        Page begun = citizen.begin(ID);
        assertEquals("2.0.0", begun.hidden().get("form-version"));
        assertFalse(upTo(begun, "p_env", "").html().contains("env_seats"), "the removed item is asked no more");
        finish(begun, "新版的人");

        List<String> after = export();
        assertEquals(before.get(0) + ",again", after.get(0), "old columns stay where they are");
        assertEquals(2, before.size());
        assertTrue(after.contains(before.get(1) + ",-3"), "the old row is the same, byte for byte\n" + after);
        Map<String, String> half = row(after, "答到一半的人");
        assertEquals("1", half.get("env_seats"));
        assertEquals("1", half.get("q_wait_why__sent_on"));
        assertEquals("x", half.get("d_sex"));
        assertEquals("-3", half.get("again"));
        Map<String, String> fresh = row(after, "新版的人");
        assertEquals("-3", fresh.get("env_seats"));
        assertEquals("-3", fresh.get("q_wait_why__sent_on"));
        assertEquals("1", fresh.get("q_wait_why__few_counters"));
        assertEquals("yes", fresh.get("again"));
        assertEquals(4, after.size());
    }

    /** D7: a staff action destroys data. Sources: EUSurvey delete, LimeSurvey deactivate, Formbricks cascade delete, ODK. */
    @Test
    void closingPublishingAndReopeningLeaveCountsAndExportAsTheyWere() throws Exception {
        finish(citizen.begin(ID), "有人答過");
        Visitor analyst = signedIn("analyst");
        List<String> before = staffExport(analyst);
        String counted = counted(analyst);
        assertEquals(2, before.size());

        String wave = waves(analyst, "close=([^\"&]+)");
        analyst.post(SURVEY + "/waves", "act", "close", "code", wave).expect(303);
        assertEquals(410, citizen.get("/s/" + ID).status());
        assertEquals(before, staffExport(analyst));
        publish("1.1.1", yaml -> yaml.replace("環境整潔", "環境乾淨整潔"), "--same-meaning", "env_clean=同義");
        assertEquals(before, staffExport(analyst));
        assertEquals(410, citizen.get("/s/" + ID).status(), "publishing opens no wave that was closed");
        assertEquals(before, staffExport(analyst));
        analyst.get(SURVEY + "/waves").expect(200);
        analyst.post(SURVEY + "/waves", "act", "open", "code", wave, "again", "1")
                .expect(303);
        assertEquals(200, citizen.get("/s/" + ID).status());
        assertEquals(before, staffExport(analyst));
        assertEquals(counted, counted(analyst));

        draft();
        assertEquals(before, staffExport(analyst));
        assertEquals(counted, counted(analyst));
    }

    private static String secondVersion(String yaml) {
        return yaml.replaceFirst("\\{id: env_seats,[^\\n]*\\n\\s*", "")
                .replace("env_seats, ", "")
                .replaceFirst("\\{value: sent_on,[^\\n]*\\n\\s*", "")
                .replaceFirst("\\{value: x, label: \\{zh-TW: 其他, en: Other}},\\s*", "")
                .replaceFirst("(?=      - \\{id: comment,)", """
                              - {id: again, type: single, text: {zh-TW: 您會再來嗎？, en: "Will you come again?"}, choices: [
                                  {value: 'yes', label: {zh-TW: 會, en: 'Yes'}}, {value: 'no', label: {zh-TW: 不會, en: 'No'}}]}
                        """);
    }

    private interface Edit {
        String of(String yaml);
    }

    /** Edits the file, publishes it by the command, and waits until the running server offers it. */
    private void publish(String version, Edit edit, String... more) throws Exception {
        Path file = survey.resolve("survey.yaml");
        String yaml = Files.readString(file).replaceFirst("version: \\d+\\.\\d+\\.\\d+", "version: " + version);
        Files.writeString(file, edit.of(yaml));
        String[] command = Stream.concat(
                        Stream.of("survey", "publish", survey.toString(), "--by", "王小姐"), Arrays.stream(more))
                .toArray(String[]::new);
        Product.Run run = Product.run(command);
        assertEquals(0, run.exit(), run.err());
        await(SURVEY, version);
    }

    /** Makes a draft of a further version; the server shows it to the staff only. */
    private void draft() throws Exception {
        Path file = survey.resolve("survey.yaml");
        String yaml = Files.readString(file)
                .replaceFirst("version: \\d+\\.\\d+\\.\\d+", "version: 3.0.0")
                .replaceFirst("status: published", "status: draft");
        Files.writeString(file, secondVersion(yaml));
        await(SURVEY + "/preview", "現在試填的是草稿");
    }

    /** Until the running server has seen what changed: it looks every few seconds. */
    private void await(String path, String words) throws InterruptedException {
        Visitor analyst = signedIn("analyst");
        for (int i = 0; i < 60 && !analyst.get(path).expect(200).body().contains(words); i++) {
            Thread.sleep(500);
        }
        assertTrue(analyst.get(path).body().contains(words), words);
    }

    /** Answers page by page until this one. */
    private Page upTo(Page page, String part, String comment) {
        Page now = page;
        while (!now.part().equals(part)) {
            now = next(now, comment);
        }
        return now;
    }

    private Page finish(Page page, String comment) {
        Page check = upTo(page, "check-answers", comment);
        return citizen.follow(citizen.submit(check, "finish", Map.of()));
    }

    private Page next(Page page, String comment) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        ANSWERS.forEach((name, values) -> {
            List<String> offered = values.stream()
                    .filter(value -> name.endsWith("_text")
                            || page.html().contains("name=\"" + name + "\" value=\"" + value + "\""))
                    .toList();
            if (page.html().contains("name=\"" + name + "\"")) {
                answers.put(name, offered);
            }
        });
        if (page.html().contains("name=\"comment\"")) {
            answers.put("comment", List.of(comment));
        }
        Page sent = citizen.submit(page, "next", answers);
        assertEquals(303, sent.status(), sent.html());
        return citizen.follow(sent);
    }

    /** The lines of the export that the command writes. */
    private List<String> export() throws IOException {
        Path file = folder.resolve("export.csv");
        Files.deleteIfExists(file);
        Product.Run run = Product.run(
                "export", "answers", ID, "--set", "live", "--out", file.toString(), "--data", data().toString());
        assertEquals(0, run.exit(), run.err());
        return Files.readString(file).lines().toList();
    }

    private Path data() {
        return folder.resolve("var");
    }

    private static Map<String, String> row(List<String> export, String comment) {
        String line = export.stream()
                .filter(each -> each.contains(comment))
                .findFirst()
                .orElseThrow();
        String[] names = export.get(0).split(",", -1);
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }

    private Visitor signedIn(String role) {
        return DemoStaff.of(product, role).signedIn(product);
    }

    private static List<String> staffExport(Visitor analyst) {
        return analyst.get(SURVEY + "/answers.csv?set=live")
                .expect(200)
                .body()
                .lines()
                .toList();
    }

    private static String counted(Visitor analyst) {
        Matcher n = Pattern.compile("n＝([0-9,]+)")
                .matcher(analyst.get(SURVEY + "/results?set=live").expect(200).body());
        assertTrue(n.find());
        return n.group(1);
    }

    private static String waves(Visitor analyst, String pattern) {
        Matcher found = Pattern.compile(pattern)
                .matcher(analyst.get(SURVEY + "/waves").expect(200).body());
        assertTrue(found.find());
        return found.group(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
    }
}
