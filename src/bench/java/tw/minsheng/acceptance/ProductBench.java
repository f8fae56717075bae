package tw.minsheng.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * {@code make bench}: the built product from outside. Rates are of the whole machine, which client, server and database
 * share; what carries over to other machines are CPU seconds, and ratios to what {@code pgbench} reaches in the same
 * minute.
 */
public final class ProductBench {

    private static final String TWENTY = "bench-twenty";
    /** An odd number, so that one is in the middle. */
    private static final int TURNS = 5;

    private static final int WARM_UP = 30;

    private final Sheet sheet = new Sheet();
    private final int seconds;
    private final Path folder;

    private ProductBench(int seconds, Path folder) {
        this.seconds = seconds;
        this.folder = folder;
    }

    /** @param arguments seconds of each measurement; folder of real data, or nothing */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench");
        ProductBench bench = new ProductBench(seconds, folder);
        bench.sheet.say("load of the machine before", loads());
        Path surveys = bench.surveys();
        bench.commands();
        new ReportBench(bench.sheet, folder).run(arguments.length > 1 ? arguments[1] : "");
        bench.server(surveys);
        bench.sheet.say("load of the machine after", loads());
        Folders.delete(folder);
        System.out.println(
                bench.sheet.missed().isEmpty() ? "every must is reached" : "MISSED: " + bench.sheet.missed());
        System.exit(0);
    }

    private static String loads() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }

    /** The shipped surveys and one with twenty items. */
    private Path surveys() throws IOException {
        Path surveys = folder.resolve("surveys");
        for (Path from : List.of(Path.of("surveys"), Path.of("src", "bench", "surveys"))) {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = surveys.resolve(from.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        String twenty = surveys.resolve("bench/twenty").toString();
        Product.Run published = Product.run("survey", "publish", twenty, "--by", "bench", "--accept", "L32=bench");
        if (published.exit() != 0) {
            throw new IOException(published.err());
        }
        return surveys;
    }

    private void commands() throws IOException, InterruptedException {
        // the first one also brings the program from the disk, which is no matter of the program
        Timed.of("survey", "check", "surveys/kcg-pwb/counter");
        Timed check = Timed.of("survey", "check", "surveys/kcg-pwb/counter");
        sheet.atMost("survey check", check.seconds(), 1, "s");
        Timed size = Timed.of("sample", "size", "--margin", "0.03");
        sheet.atMost("sample size", size.seconds(), 1, "s");
    }

    private void server(Path surveys) throws IOException, InterruptedException, ExecutionException, SQLException {
        Path data = folder.resolve("var");
        String[] options = {"--surveys", surveys.toString()};
        long cold = System.nanoTime();
        Site.open(data, options).close();
        // closing costs a little too: what counts is measured by the second start below as well
        double coldSeconds = (System.nanoTime() - cold) / 1e9;
        sheet.atMost("ready, first start (and stop)", coldSeconds, 15, "s");
        long warm = System.nanoTime();
        try (Site site = Site.open(data, options)) {
            sheet.atMost("ready, later start", (System.nanoTime() - warm) / 1e9, 5, "s");
            measure(site, data);
        }
    }

    private void measure(Site site, Path data)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        URI server = site.address();
        Load.Form twenty = Load.Form.walked(server, TWENTY, twentyItems());
        Load.Form counter = Load.Form.walked(server, Crowd.SURVEY, Crowd.BODY);
        sheet.say(
                "forms",
                "20 items: " + twenty.posts().size() + " POSTs, counter: "
                        + counter.posts().size());
        Cell.measure(site, to -> new Load.Flow(wire(to), twenty), 16, WARM_UP);
        Cell.measure(site, to -> new Load.Api(wire(to), twenty), 16, WARM_UP);
        sheet.say("memory idle", Cost.Memory.of(site));
        try (Limit limit = new Limit(DurableLimit.of(data))) {
            writing(site, limit, "20 items", twenty);
            writing(site, limit, "counter", counter);
        }
        flow(site, twenty);
        reading(site, twenty);
    }

    private static Wire wire(URI server) throws IOException {
        return new Wire(server, Load.PATIENCE);
    }

    private void writing(Site site, Limit limit, String name, Load.Form form)
            throws IOException, InterruptedException, ExecutionException {
        for (String way : List.of("form", "API")) {
            Load.Kind kind =
                    way.equals("API") ? to -> new Load.Api(wire(to), form) : to -> new Load.Saving(wire(to), form);
            String what = "POST " + name + ", " + way;
            Cell alone = Cell.measure(site, kind, 1, seconds);
            sheet.say(what, alone);
            sheet.atMost(what + ", alone, p50", alone.millis(0.5), 5, "ms");
            sheet.say(what, Cell.measure(site, kind, 16, seconds));
            // a server runs for months: what the compiler still does in its first minute is not its pace
            Cell.measure(site, kind, 64, WARM_UP);
            List<Turn> turns = turns(site, kind, limit);
            turns.forEach(turn -> sheet.say("  a turn", turn));
            Turn middle = turns.get(TURNS / 2);
            Cell crowd = middle.cell();
            sheet.say(what, crowd);
            sheet.say("L, 64 clients", String.format("%7.0f/s", middle.limit()));
            sheet.atLeast(what + ", share of L", middle.share(), 0.45, "L");
            sheet.atMost(what + ", p99", crowd.millis(0.99), 50, "ms");
            sheet.atMost(what + ", CPU per 1,000", crowd.cpu(), 0.40, "s");
            Cost.Memory memory = Cost.Memory.of(site);
            sheet.say("memory", memory);
            sheet.atMost("memory of both after " + what, (double) memory.both(), 512, "MiB");
        }
    }

    /**
     * The disk of one machine commits twice as fast in one second as in another, so that one pair of measurements says
     * little: program and limit take turns, and the turn in the middle counts.
     */
    private List<Turn> turns(Site site, Load.Kind kind, Limit limit)
            throws IOException, InterruptedException, ExecutionException {
        List<Turn> turns = new ArrayList<>();
        double before = limit.rate(seconds / 3);
        for (int turn = 0; turn < TURNS; turn++) {
            Cell cell = Cell.measure(site, kind, 64, Math.max(2, seconds / 2));
            double after = limit.rate(seconds / 3);
            turns.add(new Turn(cell, (before + after) / 2));
            before = after;
        }
        turns.sort(Comparator.comparingDouble(Turn::share));
        return turns;
    }

    /** @param limit rows a second just before and after */
    private record Turn(Cell cell, double limit) {

        double share() {
            return cell.rate() / limit;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%7.0f/s of L %7.0f/s: %.2f", cell.rate(), limit, share());
        }
    }

    private void flow(Site site, Load.Form twenty) throws IOException, InterruptedException, ExecutionException {
        Cell flow = Cell.measure(site, to -> new Load.Flow(wire(to), twenty), 32, seconds);
        sheet.say("whole flow", flow);
        sheet.atLeast("whole flows, 32 respondents", flow.rate(), 260, "/s");
        sheet.atMost("memory of both", (double) Cost.Memory.of(site).both(), 512, "MiB");
    }

    private void reading(Site site, Load.Form twenty) throws IOException, InterruptedException, ExecutionException {
        String path;
        try (Wire wire = wire(site.address())) {
            path = twenty.path(wire);
        }
        for (int clients : new int[] {1, 16, 64}) {
            Cell cell = Cell.measure(site, to -> new Load.Reading(wire(to), path), clients, seconds);
            sheet.say("GET of a question page", cell);
            if (clients == 64) {
                sheet.atLeast("GET of a question page", cell.rate(), 2_150, "/s");
            }
        }
    }

    private static String twentyItems() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            items.append(String.format("\"i%02d\":%d,", i, 1 + i % 5));
        }
        return "{\"answers\":{" + items + "\"words\":\"%s\"},\"language\":\"zh-TW\"}";
    }

    /** The limit, where it can be measured; elsewhere shares of it are not told. */
    private record Limit(Optional<DurableLimit> limit) implements AutoCloseable {

        double rate(int seconds) throws IOException, InterruptedException {
            return limit.isEmpty() ? Double.NaN : limit.get().rate(64, Math.max(2, seconds));
        }

        @Override
        public void close() throws SQLException, IOException {
            if (limit.isPresent()) {
                limit.get().close();
            }
        }
    }
}
