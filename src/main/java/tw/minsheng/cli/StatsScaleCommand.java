package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.battery.Battery;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.battery.SumsBlock;

/** {@code stats scale}: the whole battery of reliability, item analysis and validity over one file of answers. */
@CommandLine.Command(name = "scale")
public final class StatsScaleCommand extends Command {

    @Option(names = "--data", required = true, paramLabel = "X.csv", descriptionKey = "data")
    private String data;

    @Option(names = "--definition", required = true, paramLabel = "X.json", descriptionKey = "definition")
    private Path definition;

    @Option(
            names = "--missing",
            paramLabel = "listwise|pairwise",
            converter = Rule.class,
            defaultValue = "both",
            descriptionKey = "missing")
    private List<MissingRule> rules;

    @Option(names = "--statistics", paramLabel = "NAME", split = ",", descriptionKey = "statistics")
    private List<String> statistics = List.of();

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public StatsScaleCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (Input.isStandard(data) && Input.isStandard(definition.toString())) {
            throw misuse("scale.one_input", Map.of());
        }
        Set<String> wanted = wanted();
        byte[] declared = Input.bytes(console(), definition);
        ScaleDefinition scale = ScaleDefinition.read(Input.name(definition), declared);
        Optional<List<Block>> summed = summed(scale, wanted);
        if (summed.isPresent()) {
            write(summed.orElseThrow(), wanted, OptionalLong.empty());
            return Exit.DONE;
        }
        MessageDigest digest = Sha256.digest();
        ScaleFile file = read(scale, digest);
        long seed = seed(declared, digest.digest());
        List<Block> blocks = blocks(file, seed);
        refuseUnknown(blocks, wanted);
        write(blocks, wanted, OptionalLong.of(seed));
        return Exit.DONE;
    }

    private CommandLine.ParameterException misuse(String code, Map<String, String> args) {
        return new CommandLine.ParameterException(spec().commandLine(), text(code, args));
    }

    /** Names of {@code --statistics}; none, for all, only where the option is not given. */
    private Set<String> wanted() {
        Set<String> names = new LinkedHashSet<>();
        statistics.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
        if (names.isEmpty() && spec().commandLine().getParseResult().hasMatchedOption("--statistics")) {
            throw misuse("scale.no_names", Map.of());
        }
        return names;
    }

    private void refuseUnknown(List<Block> blocks, Set<String> wanted) {
        Set<String> names = new TreeSet<>();
        blocks.forEach(block -> block.statistics().forEach(statistic -> names.add(statistic.name())));
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw misuse("scale.no_statistic", Map.of("value", name, "names", String.join(", ", names)));
            }
        }
    }

    /** @param seed of what was drawn; nothing is drawn where sums are enough */
    private void write(List<Block> blocks, Set<String> wanted, OptionalLong seed) throws IOException {
        OutputStream out = new BufferedOutputStream(console().out());
        List<Block> printed = wanted.isEmpty()
                ? blocks
                : blocks.stream().map(block -> block.only(wanted)).toList();
        BlocksJson.write(printed, seed, out);
        out.write('\n');
        out.flush();
    }

    /** Where sums are enough and no 構面 are declared, the file is read once and no row is kept. */
    private Optional<List<Block>> summed(ScaleDefinition scale, Set<String> wanted) throws IOException {
        boolean enough = !wanted.isEmpty()
                && SumsBlock.NAMES.containsAll(wanted)
                && scale.factors().isEmpty()
                && !scale.items().isEmpty()
                && !Input.isStandard(data);
        if (!enough) {
            return Optional.empty();
        }
        try (InputStream in = Input.open(console(), data);
                Progress rows = progress("analyze.rows")) {
            return ScalePass.read(in, scale, rules, rows::one);
        }
    }

    private ScaleFile read(ScaleDefinition scale, MessageDigest digest) {
        try (InputStream in = new DigestInputStream(Input.open(console(), data), digest);
                Progress rows = progress("analyze.rows")) {
            return ScaleFile.read(data, in, FileLimit.of(System.getenv()), scale, rows::one);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "answers.unreadable", Map.of("file", data), e);
        }
    }

    private List<Block> blocks(ScaleFile file, long seed) {
        List<Block> blocks = new ArrayList<>();
        file.set().ifPresent(set -> rules.forEach(rule -> blocks.addAll(Battery.likeR(set, rule, Extent.FULL, seed))));
        blocks.addAll(file.panels());
        return blocks;
    }

    /** The first 8 bytes of SHA-256(hash of the definition ‖ hash of the data). */
    private static long seed(byte[] declared, byte[] ofData) {
        MessageDigest both = Sha256.digest();
        both.update(Sha256.digest().digest(declared));
        return ByteBuffer.wrap(both.digest(ofData)).getLong();
    }

    /** One rule, or both. */
    private static final class Rule implements CommandLine.ITypeConverter<List<MissingRule>> {
        @Override
        public List<MissingRule> convert(String value) {
            return switch (value) {
                case "both" -> List.of(MissingRule.LISTWISE, MissingRule.PAIRWISE);
                case "listwise" -> List.of(MissingRule.LISTWISE);
                case "pairwise" -> List.of(MissingRule.PAIRWISE);
                default -> throw new CommandLine.TypeConversionException("listwise | pairwise");
            };
        }
    }
}
