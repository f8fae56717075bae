package tw.minsheng.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.Reach;
import tw.minsheng.statistics.sampling.SampleSize;

/** {@code sample size}: how many answers and invitations a survey needs (SS1). */
@CommandLine.Command(name = "size")
public final class SampleSizeCommand extends Command {

    /** Whole numbers above 2^53 are not exact any more, and no plan means them. */
    private static final double MOST = 0x1p53;

    private static final String MOST_WORDS = "9,007,199,254,740,992";

    @Option(names = "--margin", required = true, paramLabel = "E", descriptionKey = "margin")
    private double margin;

    @Option(names = "--confidence", paramLabel = "C", defaultValue = ".95", descriptionKey = "confidence")
    private double confidence;

    @Option(names = "--population", paramLabel = "N", defaultValue = "0", descriptionKey = "population")
    private long population;

    @Option(names = "--proportion", paramLabel = "P", defaultValue = ".5", descriptionKey = "proportion")
    private double proportion;

    @Option(names = "--deff", paramLabel = "D", defaultValue = "1", descriptionKey = "deff")
    private double deff;

    @Option(names = "--response-rate", paramLabel = "R", defaultValue = "1", descriptionKey = "response-rate")
    private double responseRate;

    @Option(names = "--json", descriptionKey = "shared.json")
    private boolean json;

    public SampleSizeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        inside("--margin", margin, 1);
        inside("--confidence", confidence, 1);
        inside("--proportion", proportion, 1);
        inside("--deff", deff, 1000);
        if (!(responseRate > 0 && responseRate <= 1)) {
            throw misuse(text("size.rate"));
        }
        boolean limited = spec().commandLine().getParseResult().hasMatchedOption("--population");
        if (limited && population < 1) {
            throw misuse(text("size.population"));
        }
        Population of = limited ? Population.of((double) population) : Population.unlimited();
        SampleSize.Plan plan = new SampleSize.Plan(margin, confidence, proportion, of, deff, responseRate);
        SampleSize size = SampleSize.of(plan);
        if (!isCountable(size.nDeffAfterFpc() / responseRate) || !isCountable(size.nDeffBeforeFpc() / responseRate)) {
            throw misuse(text("size.too_large", Map.of("most", MOST_WORDS)));
        }
        Optional<Reach> reach = Reach.ofEverybody(plan);
        if (json) {
            JsonOut.print(console(), writer -> write(writer, size, reach));
        } else {
            print(size, reach, limited);
        }
        return Exit.DONE;
    }

    private void inside(String option, double value, double below) {
        if (!(value > 0 && value < below)) {
            throw misuse(text("size.range", Map.of("option", option, "below", plain(below))));
        }
    }

    private ParameterException misuse(String words) {
        return new ParameterException(spec().commandLine(), words);
    }

    /** The invitations stay those of the formula; where they are more than there are people, the warning says so. */
    private static void write(JsonWriter writer, SampleSize size, Optional<Reach> reach) {
        writer.startObject();
        for (Row row : rows(size)) {
            if (isCountable(row.raw())) {
                writer.field(row.key(), row.raw()).field(row.key() + "_int", row.whole());
            } else {
                writer.name(row.key()).nothing().name(row.key() + "_int").nothing();
            }
        }
        writer.field("invites_after", size.invitesAfter()).field("invites_before", size.invitesBefore());
        writer.name("warnings").startArray();
        reach.ifPresent(everybody -> writer.text(Reason.SAMPLE_EXCEEDS_POPULATION.key()));
        writer.end();
        reach.ifPresent(everybody -> {
            writer.name("everybody").startObject();
            writer.field("invites", everybody.people()).field("answers", everybody.answers());
            everybody
                    .margin()
                    .asOptional()
                    .ifPresentOrElse(
                            error -> writer.field("moe", error),
                            () -> writer.name("moe").nothing());
            everybody.margin().reason().ifPresent(reason -> writer.field("reason", reason.key()));
            writer.field("response_rate_needed", everybody.rate()).end();
        });
        writer.end();
    }

    private void print(SampleSize size, Optional<Reach> reach, boolean limited) {
        Map<String, String> given = Map.of(
                "margin", plain(margin * 100),
                "confidence", plain(confidence * 100),
                "proportion", plain(proportion),
                "population", limited ? Long.toString(population) : text("size.unlimited"),
                "deff", plain(deff),
                "rate", plain(responseRate * 100));
        console().out().println(text("size.given", given));
        for (Row row : rows(size)) {
            if (!isCountable(row.raw())) {
                console().out().println(text("size.beyond", Map.of("key", row.key(), "most", MOST_WORDS)));
                continue;
            }
            String raw = BigDecimal.valueOf(row.raw())
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .toPlainString();
            Map<String, String> args = Map.of("whole", Long.toString(row.whole()), "raw", raw);
            console().out().println(text("size." + row.key(), args));
        }
        if (reach.isEmpty()) {
            console().out().println(text("size.invites_after", Map.of("whole", Long.toString(size.invitesAfter()))));
        } else {
            printShort(size, reach.get());
        }
    }

    /** What cannot be reached, what asking everybody gives, and what to change. */
    private void printShort(SampleSize size, Reach everybody) {
        Map<String, String> args = Map.of(
                "wanted", Long.toString(size.invitesAfter()),
                "people", Long.toString(everybody.people()),
                "reached", Long.toString(everybody.answers()),
                "rate", plain(StrictMath.ceil(everybody.rate() * 1000 - 1e-9) / 10),
                "margin",
                        everybody.margin().isKnown()
                                ? BigDecimal.valueOf(everybody.margin().number() * 100)
                                        .setScale(1, RoundingMode.CEILING)
                                        .toPlainString()
                                : "");
        console().out().println(text("size.short", args));
        if (everybody.margin().isKnown()) {
            console().out().println(text("size.short.margin", args));
        }
        console().out().println(text("size.short.change", args));
    }

    private static boolean isCountable(double number) {
        return number <= MOST;
    }

    /** A number as computed, and rounded up to whole people. */
    private record Row(String key, double raw, long whole) {}

    private static List<Row> rows(SampleSize size) {
        return List.of(
                new Row("n0", size.n0(), size.n0Int()),
                new Row("n_fpc", size.nFpc(), size.nFpcInt()),
                new Row("n_deff_after_fpc", size.nDeffAfterFpc(), size.nDeffAfterFpcInt()),
                new Row("n_deff_before_fpc", size.nDeffBeforeFpc(), size.nDeffBeforeFpcInt()));
    }

    /** Without the noise of a percentage that was a share: 3 and not 3.0000000000000004; 1E-298 and not 298 zeros. */
    private static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).round(new MathContext(10)).stripTrailingZeros();
        return exact.scale() > 20 ? exact.toString() : exact.toPlainString();
    }
}
