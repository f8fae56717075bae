package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Time and memory of {@code report}, first on invented answers, then on real ones where they are given. */
record ReportBench(Sheet sheet, Path folder) {

    private static final int ROWS = 1_000;
    private static final List<String> ITEMS = List.of(
            "env_clean",
            "env_signs",
            "env_seats",
            "env_wait",
            "crt_greet",
            "crt_listen",
            "crt_tone",
            "crt_hurry",
            "exp_rules",
            "exp_clear",
            "exp_once",
            "exp_speed",
            "overall_sat");

    void run(String realData) throws IOException, InterruptedException {
        Path answers = invented();
        for (String time : List.of("first", "again")) {
            Timed report = Timed.of(
                    "report",
                    "--survey",
                    "surveys/kcg-pwb/counter",
                    "--answers",
                    answers.toString(),
                    "--out",
                    folder.resolve("report-" + time).toString());
            sheet.say("report of 1,000 answers, " + time, report);
        }
        if (realData.isBlank()) {
            sheet.say("report of Kansas City", "no folder of real data was given");
            return;
        }
        Timed report = Timed.of(
                "report",
                "--survey",
                "surveys/examples/kcmo-resident",
                "--answers",
                csv(Path.of(realData, "kcmo-resident-survey")).toString(),
                "--mapping",
                "surveys/examples/kcmo-resident/mapping.yaml",
                "--out",
                folder.resolve("report-kcmo").toString());
        sheet.say("report of Kansas City", report);
        sheet.atMost("report of Kansas City", report.seconds(), 20, "s");
    }

    private static Path csv(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("responses"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path invented() throws IOException {
        Path file = folder.resolve("answers.csv");
        Random random = new Random(114);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("_source,d_counter," + String.join(",", ITEMS) + ",d_sex,d_age,d_district,comment");
            for (int row = 0; row < ROWS; row++) {
                StringBuilder line = new StringBuilder("drawn,").append(one(random, "building", "road", "other"));
                double person = random.nextGaussian();
                for (String item : ITEMS) {
                    long point = Math.round(3.7 + 0.7 * person + 0.7 * random.nextGaussian());
                    long kept = Math.min(5, Math.max(1, point));
                    line.append(',').append(item.equals("crt_hurry") ? 6 - kept : kept);
                }
                line.append(',').append(one(random, "f", "m")).append(',').append(one(random, "a18", "a40", "a65"));
                line.append(',')
                        .append(one(random, "802", "807", "813", "830", "kh", "out"))
                        .append(",\n");
                out.print(line);
            }
        }
        return file;
    }

    private static String one(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
