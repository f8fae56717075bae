package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Sha256;

class SampleDrawCommandTest {

    @TempDir
    private Path home;

    /** 60 cases of three kinds, the third of five only; their visits differ within a kind. */
    private Path frame(long shuffle) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String kind = i < 35 ? "路燈" : i < 55 ? "道路" : "其他";
            rows.add("C%03d,%s,D%d,%d".formatted(i, kind, i % 6, 1 + i * i % 17));
        }
        if (shuffle != 0) {
            Collections.shuffle(rows, new Random(shuffle));
        }
        return Files.writeString(
                home.resolve("frame" + shuffle + ".csv"),
                "case_no,kind,district,visits\n" + String.join("\n", rows) + "\n");
    }

    private Shell.Ran draw(Path frame, String out, String... more) {
        List<String> all = new ArrayList<>(List.of("sample", "draw", "--frame", frame.toString(), "--id", "case_no"));
        all.addAll(List.of("--out", home.resolve(out).toString()));
        all.addAll(List.of(more));
        return Shell.run(all.toArray(String[]::new));
    }

    private List<String> selected(String out) throws IOException {
        String text = Files.readString(home.resolve(out).resolve("selected.csv"));
        return text.replace("\uFEFF", "").lines().toList();
    }

    private Node audit(String out) throws IOException {
        return Json.read("audit.json", Files.readAllBytes(home.resolve(out).resolve("audit.json")));
    }

    private byte[] bytes(String out, String file) throws IOException {
        return Files.readAllBytes(home.resolve(out).resolve(file));
    }

    @Test
    void theSameSeedGivesTheSameBytesAnywhere() throws IOException {
        Path frame = frame(0);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (String design : List.of("srs", "systematic")) {
            Shell.Ran ran = draw(frame, design + "1", "--size", "12", "--seed", "42", "--design", design);
            assertEquals(Exit.DONE, ran.code(), ran.err());
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                draw(frame, design + "2", "--size", "12", "--seed", "42", "--design", design);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
            assertArrayEquals(bytes(design + "1", "selected.csv"), bytes(design + "2", "selected.csv"));
            assertArrayEquals(bytes(design + "1", "audit.json"), bytes(design + "2", "audit.json"));
            assertEquals(13, selected(design + "1").size());
            assertTrue(selected(design + "1").get(1).endsWith(",5"), "60 / 12");
        }
        draw(frame, "other", "--size", "12", "--seed", "43");
        assertFalse(selected("other").equals(selected("srs1")));
    }

    /** Who is drawn follows from the ids, not from the order of their rows; the record says whose file it was. */
    @Test
    void orderOfTheFileChangesNobody() throws IOException {
        draw(frame(0), "one", "--size", "9", "--seed", "5");
        draw(frame(99), "two", "--size", "9", "--seed", "5");
        assertEquals(selected("one"), selected("two"));
        assertEquals(
                audit("one").get("selected").get("sha256").text(),
                audit("two").get("selected").get("sha256").text());
        assertFalse(audit("one")
                .get("frame")
                .get("sha256")
                .text()
                .equals(audit("two").get("frame").get("sha256").text()));
    }

    @Test
    void theRecordProvesTheList() throws IOException {
        Path frame = frame(0);
        draw(
                frame,
                "out",
                "--size",
                "7",
                "--seed",
                "-3",
                "--design",
                "systematic",
                "--by",
                "研考會",
                "--on",
                "2026-03-01");
        Node audit = audit("out");
        assertEquals(
                Sha256.hexOf(Files.readAllBytes(frame)),
                audit.get("frame").get("sha256").text());
        assertEquals("60", audit.get("frame").get("rows").text());
        assertEquals("-3", audit.get("seed").text());
        assertEquals("研考會", audit.get("by").text());
        String ids = String.join(
                "",
                selected("out").stream()
                        .skip(1)
                        .map(row -> row.split(",", -1)[0] + "\n")
                        .toList());
        assertEquals(Sha256.hex(ids), audit.get("selected").get("sha256").text());
        double u = Double.parseDouble(audit.get("u").text());
        List<String> expected = IntStream.range(0, 7)
                .mapToObj(i -> "C%03d".formatted((int) Math.floor((u + i) * 60 / 7)))
                .toList();
        assertEquals(
                expected,
                selected("out").stream()
                        .skip(1)
                        .map(row -> row.split(",", -1)[0])
                        .toList());
    }

    @Test
    void strataShareAndSmallOnesAreTakenWhole() throws IOException {
        Path frame = frame(0);
        Shell.Ran ran = draw(
                frame,
                "equal",
                "--size",
                "24",
                "--seed",
                "1",
                "--design",
                "stratified",
                "--strata",
                "kind",
                "--allocation",
                "equal");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        assertEquals("case_no,_stratum,_weight", selected("equal").get(0));
        assertEquals(
                5,
                selected("equal").stream().filter(row -> row.contains(",其他,1")).count());
        assertEquals(
                10,
                selected("equal").stream()
                        .filter(row -> row.contains(",路燈,3.5"))
                        .count());
        draw(frame, "prop", "--size", "12", "--seed", "1", "--design", "stratified", "--strata", "kind");
        assertEquals(
                7,
                selected("prop").stream().filter(row -> row.contains(",路燈,5")).count());
        assertEquals(
                1,
                selected("prop").stream().filter(row -> row.contains(",其他,5")).count());
        Shell.Ran neyman = draw(
                frame,
                "neyman",
                "--size",
                "12",
                "--seed",
                "1",
                "--design",
                "stratified",
                "--strata",
                "kind",
                "--allocation",
                "neyman",
                "--measure",
                "visits");
        assertEquals(Exit.DONE, neyman.code(), neyman.err());
        assertEquals(13, selected("neyman").size());
    }

    @Test
    void everyStratumGetsItsMinimum() throws IOException {
        Path frame = frame(0);
        String[] strata = {"--seed", "1", "--design", "stratified", "--strata", "kind"};
        Shell.Ran ran = draw(
                frame,
                "least",
                Stream.concat(Stream.of("--size", "20", "--least", "5"), Stream.of(strata))
                        .toArray(String[]::new));
        assertEquals(Exit.DONE, ran.code(), ran.err());
        assertEquals(
                5,
                selected("least").stream().filter(row -> row.contains(",其他,1")).count());
        assertEquals("5", audit("least").get("least").text());
        Shell.Ran many = draw(
                frame,
                "many",
                Stream.concat(Stream.of("--size", "18", "--least", "7"), Stream.of(strata))
                        .toArray(String[]::new));
        assertEquals(Exit.FAULTS, many.code());
        assertTrue(many.err().contains("--least 7 時各層合計至少要抽 19"), many.err());
        assertEquals(
                Exit.USAGE,
                draw(frame, "x", "--size", "2", "--seed", "1", "--least", "1").code());
        assertEquals(
                Exit.USAGE,
                draw(frame, "x", "--size", "2", "--seed", "1", "--least", "-1").code());
    }

    @Test
    void aStratumOfOneAnswerIsNamed() throws IOException {
        Shell.Ran ran =
                draw(frame(0), "prop", "--size", "12", "--seed", "1", "--design", "stratified", "--strata", "kind");
        assertTrue(ran.err().contains("「其他」層只抽 1 筆"), ran.err());
    }

    @Test
    void strataThatNobodyStandsForAreCountedInOneLine() throws IOException {
        Path frame = frame(0);
        Shell.Ran ran =
                draw(frame, "many", "--size", "10", "--seed", "1", "--design", "stratified", "--strata", "case_no");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        assertTrue(ran.err().contains("50 層沒有抽到任何人（C"), ran.err());
        assertTrue(ran.err().contains("其中 50 筆沒有人代表"), ran.err());
        assertTrue(ran.err().contains("--least"), ran.err());
        assertEquals(1, ran.err().lines().filter(line -> line.contains("層沒有抽到")).count());
    }

    @Test
    void aDayThatIsNoneIsRefused() throws IOException {
        Shell.Ran ran = draw(frame(0), "day", "--size", "10", "--seed", "1", "--on", "2026-13-45");
        assertEquals(Exit.USAGE, ran.code());
        assertTrue(ran.err().contains("--on 須為真實的日期，寫成 2026-03-01；讀到的是「2026-13-45」"), ran.err());
        assertFalse(Files.exists(home.resolve("day")));
    }

    @Test
    void clustersComeWhole() throws IOException {
        draw(frame(0), "out", "--size", "2", "--seed", "8", "--design", "cluster", "--cluster", "district");
        List<String> rows = selected("out");
        assertEquals("case_no,_psu,_weight", rows.get(0));
        assertEquals(21, rows.size(), "two districts of ten");
        assertEquals(
                2,
                rows.stream()
                        .skip(1)
                        .map(row -> row.split(",", -1)[1])
                        .distinct()
                        .count());
        assertTrue(rows.stream().skip(1).allMatch(row -> row.endsWith(",3")));
    }

    @Test
    void weightsOfSizesAreOneOverTheirProbability() throws IOException {
        Shell.Ran ran = draw(frame(0), "out", "--size", "6", "--seed", "8", "--design", "pps", "--measure", "visits");
        assertEquals(Exit.DONE, ran.code(), ran.err());
        int all = IntStream.range(0, 60).map(i -> 1 + i * i % 17).sum();
        for (String row : selected("out").subList(1, 7)) {
            int i = Integer.parseInt(row.substring(1, 4));
            assertEquals(all / (6.0 * (1 + i * i % 17)), Double.parseDouble(row.split(",", -1)[1]), 1e-9);
        }
    }

    @Test
    void whatDoesNotBelongTogetherIs2() throws IOException {
        Path frame = frame(0);
        assertEquals(
                Exit.USAGE, draw(frame, "out", "--size", "0", "--seed", "1").code());
        assertEquals(Exit.USAGE, draw(frame, "out", "--size", "2").code());
        assertEquals(
                Exit.USAGE,
                draw(frame, "out", "--size", "2", "--seed", "1", "--strata", "kind")
                        .code());
        assertEquals(
                Exit.USAGE,
                draw(frame, "out", "--size", "2", "--seed", "1", "--allocation", "equal")
                        .code());
        assertEquals(
                Exit.USAGE,
                draw(frame, "out", "--size", "2", "--seed", "1", "--measure", "visits")
                        .code());
        Shell.Ran ran = draw(frame, "out", "--size", "2", "--seed", "1", "--design", "cluster");
        assertEquals(Exit.USAGE, ran.code());
        assertTrue(ran.err().contains("--design cluster 需要 --cluster"), ran.err());
        assertFalse(Files.exists(home.resolve("out")));
    }

    @Test
    void badFramesAre1AndSayWhere() throws IOException {
        assertRefused("第 3 列：「case_no」的「a」已出現過", "case_no,x\na,1\na,2\n");
        assertRefused("第 3 列的「case_no」是空的", "case_no,x\na,1\n,2\n");
        String many = "case_no,x\n" + "a,1\n".repeat(3) + ",2\n".repeat(25);
        assertRefused("有 27 處要改正", many);
        assertRefused("第 3 列：「case_no」的「a」已出現過", many);
        // two that came before in the rows 3 and 4, then the empty ones from row 5 on
        assertRefused("第 22 列的「case_no」是空的", many);
        assertRefused("另有 7 處未列出", many);
        assertRefused("沒有「case_no」這一欄。現有欄位：id, x", "id,x\na,1\n");
        assertRefused("有兩個「case_no」欄位", "case_no,case_no\na,1\n");
        assertRefused("沒有資料列", "case_no\n");
        assertRefused("要抽 3 個，清冊只有 1 個", "case_no\na\n");
        assertRefused("第 2 列的「x」應為 0 以上的數，現為「many」", "case_no,x\na,many\n", "--design", "pps", "--measure", "x");
        assertRefused("規模（--measure）須大於 0", "case_no,x\na,0\nb,1\nc,2\n", "--design", "pps", "--measure", "x");
        assertRefused(
                "在各層都沒有差異",
                "case_no,x,k\na,1,p\nb,1,p\nc,2,q\n",
                "--design",
                "stratified",
                "--strata",
                "k",
                "--allocation",
                "neyman",
                "--measure",
                "x");
    }

    private void assertRefused(String words, String frame, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("--size", "3", "--seed", "1"));
        all.addAll(List.of(more));
        Path file = Files.writeString(home.resolve("bad.csv"), frame);
        Shell.Ran ran = draw(file, "out", all.toArray(String[]::new));
        assertEquals(Exit.FAULTS, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertFalse(Files.exists(home.resolve("out")));
    }
}
