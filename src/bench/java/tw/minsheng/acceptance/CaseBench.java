package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import tw.minsheng.web.staff.Visitor;

/**
 * The built product with the cases of a whole city: five years, a twentieth of them in each agency, ten events each.
 * Lists and analyses from outside, one after the other, by one person.
 */
public final class CaseBench {

    private static final int ROUNDS = 9;
    private static final int ANALYSES = 3;
    private static final String AGENCY = "kcg-pwb";

    private final Sheet sheet = new Sheet();
    private final Connection database;
    private final Product product;

    private CaseBench(Connection database, Product product) {
        this.database = database;
        this.product = product;
    }

    /** @param arguments number of cases */
    public static void main(String[] arguments) throws IOException, SQLException {
        int cases = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cases");
        try (Product product = Product.serve(folder.resolve("var"), "--demo");
                Connection database = connect(folder.resolve("var"))) {
            CaseBench bench = new CaseBench(database, product);
            bench.petition();
            bench.fill(cases);
            bench.together();
            bench.city();
            bench.agency();
        }
        Folders.delete(folder);
        System.exit(0);
    }

    private static Connection connect(Path data) throws IOException, SQLException {
        Properties server = new Properties();
        try (InputStream in = Files.newInputStream(data.resolve("connection"))) {
            server.load(in);
        }
        String url = "jdbc:postgresql://" + server.getProperty("host") + ":" + server.getProperty("port") + "/"
                + server.getProperty("database");
        return DriverManager.getConnection(url, server.getProperty("user"), server.getProperty("secret"));
    }

    /** The case that the others are copies of. */
    private void petition() throws IOException {
        String body = "{\"kind\":\"repair\",\"type\":\"street-light\",\"text\":\"路燈不亮\",\"district\":\"lingya\","
                + "\"contact\":{\"phone\":\"07-3368333\"},\"confidential\":false,\"language\":\"zh-TW\"}";
        try (Wire wire = new Wire(product.address(), Load.PATIENCE)) {
            Wire.Answer answer = wire.send(Wire.Request.json("/api/v1/petitions", "bench-of-cases-0001", body));
            if (answer.status() != 201) {
                throw new IOException("the petition was refused: " + answer.body());
            }
        }
    }

    /** As an import of what another system kept: without the checks that each single step of a case passes. */
    private void fill(int cases) throws IOException, SQLException {
        long begin = System.nanoTime();
        String script = Files.readString(Path.of("src", "bench", "cases.sql"));
        try (Statement statement = database.createStatement()) {
            for (String each :
                    script.replace("{cases}", Integer.toString(cases)).split(";;", -1)) {
                statement.execute(each);
            }
        }
        sheet.say(
                "filled with cases",
                String.format(Locale.ROOT, "%,d in %.0f s", cases, (System.nanoTime() - begin) / 1e9));
    }

    /** The server puts the weeks of cases together by itself; figures are measured once it has. */
    private void together() throws SQLException {
        long begin = System.nanoTime();
        while (changed() > 0) {
            LockSupport.parkNanos(1_000_000_000L);
        }
        sheet.say("weeks put together", String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - begin) / 1e9));
    }

    private long changed() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from case_week_changed")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void city() {
        Visitor head = DemoStaff.of(product, "head").signedIn(product);
        sheet.atMost("list of cases, city", median(head, round -> "/agency/cases"), 100, "ms");
        sheet.atMost("overdue cases, city", median(head, round -> "/agency/cases?scope=overdue"), 100, "ms");
        sheet.say(
                "search of a word in a thousandth, city",
                millis(median(head, round -> "/agency/cases?text=%E5%99%AA%E9%9F%B3")));
        sheet.say(
                "search of a word in a fifth, city",
                millis(median(head, round -> "/agency/cases?text=%E8%B7%AF%E7%87%88")));
        analyses(head, "city", 1_500);
    }

    private void agency() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("update account set agency = '" + AGENCY + "' where name = 'demo-head'");
        }
        Visitor head = DemoStaff.of(product, "head").signedIn(product);
        sheet.atMost("list of cases, agency", median(head, round -> "/agency/cases"), 100, "ms");
        analyses(head, "agency", 300);
    }

    /** Each round asks from another day, so that it is counted anew; then the same again, which is kept. */
    private void analyses(Visitor head, String whose, double must) {
        LocalDate first = LocalDate.of(2021, 11, 1);
        String all = "/agency/cases/analysis?from=" + first.minusDays(1);
        sheet.say("analysis of five years, first, " + whose, millis(once(head, all)));
        sheet.say(
                "analysis of five years, anew, " + whose,
                millis(median(head, round -> "/agency/cases/analysis?from=" + first.plusDays(round), ANALYSES)));
        LocalDate year = LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(12);
        sheet.atMost(
                "analysis of twelve months, anew, " + whose,
                median(head, round -> "/agency/cases/analysis?from=" + year.plusDays(round), ANALYSES),
                must,
                "ms");
        sheet.atMost("analysis of five years, kept, " + whose, median(head, round -> all), must, "ms");
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%,.0f ms", millis);
    }

    private static double median(Visitor visitor, IntFunction<String> path) {
        once(visitor, path.apply(0));
        return median(visitor, path, ROUNDS);
    }

    private static double median(Visitor visitor, IntFunction<String> path, int rounds) {
        double[] all = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            all[round] = once(visitor, path.apply(round));
        }
        Arrays.sort(all);
        return all[rounds / 2];
    }

    /** Milliseconds from asking to the last byte. */
    private static double once(Visitor visitor, String path) {
        long begin = System.nanoTime();
        visitor.get(path).expect(200);
        return (System.nanoTime() - begin) / 1e6;
    }
}
