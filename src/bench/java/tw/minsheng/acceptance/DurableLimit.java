package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * L, the durable limit: rows a second that {@code pgbench} commits one by one into the same server, each of twenty codes
 * and the same answers as JSON under a unique key.
 */
final class DurableLimit implements AutoCloseable {

    private static final String TABLE = """
            create table bench_limit (id bigint generated always as identity primary key, survey int not null,
              key uuid not null unique, at timestamptz not null default now(), codes smallint[] not null,
              body jsonb not null)""";

    private static final String INSERT = """
            insert into bench_limit (survey, key, codes, body) values (1, gen_random_uuid(),
              '{5,4,3,5,4,2,5,4,3,5,5,4,3,5,4,2,5,4,3,5}', '{"i01":5,"i02":4,"i03":3,"i04":5,"i05":4,"i06":2,"i07":5,
              "i08":4,"i09":3,"i10":5,"i11":5,"i12":4,"i13":3,"i14":5,"i15":4,"i16":2,"i17":5,"i18":4,"i19":3,"i20":5}');
            """;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final Properties server;
    private final Path script;

    private DurableLimit(Path program, Properties server, Path script) {
        this.program = program;
        this.server = server;
        this.script = script;
    }

    /** Empty where pgbench is not installed. */
    static Optional<DurableLimit> of(Path data) throws IOException, SQLException {
        Optional<Path> program = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                        Stream.of("/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/15/bin"))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Properties server = new Properties();
        try (InputStream in = Files.newInputStream(data.resolve("connection"))) {
            server.load(in);
        }
        Path script = Files.writeString(Files.createTempFile("limit", ".sql"), INSERT.replace("\n", " "));
        DurableLimit limit = new DurableLimit(program.get(), server, script);
        limit.execute("drop table if exists bench_limit");
        limit.execute(TABLE);
        return Optional.of(limit);
    }

    double rate(int clients, int seconds) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "-n",
                "-M",
                "prepared",
                "-f",
                script.toString(),
                "-h",
                word("host"),
                "-p",
                word("port"),
                "-U",
                word("user"),
                "-c",
                Integer.toString(clients),
                "-j",
                clients < 2 ? "1" : "2",
                "-T",
                Integer.toString(seconds),
                word("database"));
        builder.environment().put("PGPASSWORD", word("secret"));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench failed: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    @Override
    public void close() throws SQLException, IOException {
        execute("drop table bench_limit");
        Files.delete(script);
    }

    private String word(String name) {
        return server.getProperty(name, "");
    }

    private void execute(String sql) throws SQLException {
        String url = "jdbc:postgresql://" + word("host") + ":" + word("port") + "/" + word("database");
        try (Connection connection = DriverManager.getConnection(url, word("user"), word("secret"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
