package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tw.minsheng.petition.CaseNumber;

/**
 * Disasters while petitions with files come in: every case whose receipt was shown is there once, with its files once, whole.
 *
 * @param people how many send at the same time
 * @param receipts how many they are shown at least before each disaster
 */
record KillFilesTest(int people, int receipts) {

    private static final long PATIENCE_SECONDS = 180;
    private static final long POLL_MS = 10;

    /** Hashes are worked out anew from the pieces. */
    private static final String FILES = """
            select a.no, a.sha256, encode(sha256(string_agg(p.content, ''::bytea order by p.number)), 'hex') as is
            from attachment a join attachment_piece p on p.id = a.id where a.no is not null group by a.id""";

    private static final String CASES = "select no, text from petition_case";

    /**
     * @param lost cases that were shown and are not there
     * @param doubled petitions that are there more than once, or hold a file twice
     * @param broken cases without one of their files, or with one that is not whole
     */
    record Outcome(int rounds, int cases, int lost, int doubled, int broken, double slowest) {

        boolean isSound() {
            return lost == 0 && doubled == 0 && broken == 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "rounds=%d cases=%d lost=%d doubled=%d files_not_whole=%d recovery: slowest=%.1f s",
                    rounds,
                    cases,
                    lost,
                    doubled,
                    broken,
                    slowest);
        }
    }

    Outcome run(List<Disaster> disasters, Site site) throws IOException, InterruptedException, SQLException {
        try (Petitioners people = new Petitioners(site::address, people())) {
            double slowest = 0;
            for (Disaster disaster : disasters) {
                slowest = Math.max(slowest, round(disaster, site, people));
            }
            return compare(disasters.size(), slowest, people.end(), site);
        }
    }

    private double round(Disaster disaster, Site site, Petitioners people) throws IOException, InterruptedException {
        int wanted = people.receipts() + receipts;
        await(people, () -> people.receipts() >= wanted);
        Thread.sleep(ThreadLocalRandom.current().nextLong(300)); // at any point of what is under way
        long begin = System.nanoTime();
        disaster.strike(site);
        if (disaster.endsTheProgram()) {
            site.repair();
        }
        await(people, () -> people.hasSentSince(begin));
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Outcome compare(int rounds, double slowest, Map<String, Petitioners.Sent> shown, Site site)
            throws IOException, SQLException {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> files = new HashMap<>();
        List<String> notWhole = new ArrayList<>();
        try (Connection connection = connection(site);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(CASES)) {
                while (rows.next()) {
                    texts.put(number(rows.getLong("no")), rows.getString("text"));
                }
            }
            try (ResultSet rows = statement.executeQuery(FILES)) {
                while (rows.next()) {
                    String number = number(rows.getLong("no"));
                    files.computeIfAbsent(number, key -> new ArrayList<>()).add(rows.getString("sha256"));
                    if (!rows.getString("sha256").equals(rows.getString("is"))) {
                        notWhole.add(number);
                    }
                }
            }
        }
        int lost = 0;
        int twice = texts.size() - new HashSet<>(texts.values()).size();
        Set<String> broken = new HashSet<>(notWhole);
        for (Map.Entry<String, Petitioners.Sent> each : shown.entrySet()) {
            lost += each.getValue().text().equals(texts.get(each.getKey())) ? 0 : 1;
            List<String> kept = files.getOrDefault(each.getKey(), List.of());
            twice += kept.size() - new HashSet<>(kept).size();
            if (!new HashSet<>(kept).equals(each.getValue().hashes())) {
                broken.add(each.getKey());
            }
        }
        return new Outcome(rounds, shown.size(), lost, twice, broken.size(), slowest);
    }

    private static String number(long key) {
        return new CaseNumber((int) (key / 10_000_000), (int) (key % 10_000_000)).text();
    }

    private static Connection connection(Site site) throws IOException, SQLException {
        Properties server = new Properties();
        try (InputStream in = Files.newInputStream(site.data().resolve("connection"))) {
            server.load(in);
        }
        String url = "jdbc:postgresql://" + server.getProperty("host") + ":" + server.getProperty("port") + "/"
                + server.getProperty("database");
        return DriverManager.getConnection(url, server.getProperty("user"), server.getProperty("secret"));
    }

    private static void await(Petitioners people, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            people.check();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no receipts any more");
            }
            Thread.sleep(POLL_MS);
        }
    }
}
