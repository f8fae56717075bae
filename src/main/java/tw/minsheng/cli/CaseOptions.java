package tw.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.imports.CaseFile;
import tw.minsheng.petition.imports.CaseMappingFile;
import tw.minsheng.petition.imports.CaseTaker;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Refusal;
import tw.minsheng.report.CaseResults;
import tw.minsheng.report.cases.CaseAnalysis;

/** The options of commands that work on a file of cases, and what they read. */
final class CaseOptions {

    /** Refused rows that are kept for the table of them; all are counted. */
    private static final int MOST_KEPT = 1_000;

    private static final int MOST_TOLD = 20;

    @Parameters(paramLabel = "FILE", descriptionKey = "shared.cases")
    private String file;

    @Option(names = "--mapping", required = true, paramLabel = "M.yaml", descriptionKey = "shared.case_mapping")
    private Path mapping;

    @SuppressWarnings("NullAway") // picocli sets the options before the command is called
    CaseOptions() {}

    /** What the file holds. */
    record Analysed(String file, CaseResults results, ImportSummary summary, List<Refusal> refusals) {}

    /** Counts cases, and keeps the first refusals. */
    private record Taker(CaseTally tally, List<Refusal> refusals, Progress rows) implements CaseTaker {

        @Override
        public void take(ImportedCase taken) {
            tally.add(taken);
            rows.one();
        }

        @Override
        public void refuse(Refusal refusal) {
            if (refusals.size() < MOST_KEPT) {
                refusals.add(refusal);
            }
        }
    }

    /**
     * Reads and analyses.
     *
     * @param program version of the program
     * @param progress begun when the rows are read, ended when they are
     * @throws Problem INVALID {@code cases.none_taken} when no row is a case
     */
    Analysed analyse(Console console, String program, Supplier<Progress> progress) {
        CaseFile cases = new CaseFile(file, CaseMappingFile.read(mapping.toString(), Input.bytes(mapping)));
        CaseTally tally = new CaseTally(file);
        List<Refusal> refusals = new ArrayList<>();
        MessageDigest digest = Sha256.digest();
        ImportSummary summary;
        try (InputStream in = new DigestInputStream(Input.open(console, file), digest);
                Progress rows = progress.get()) {
            summary = cases.read(in, FileLimit.of(System.getenv()), new Taker(tally, refusals, rows));
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "cases.unreadable", Map.of("file", file), e);
        }
        if (summary.taken() == 0) {
            List<Fault> faults = refusals.stream()
                    .limit(MOST_TOLD)
                    .map(each -> each.in(file))
                    .toList();
            Map<String, String> args = Map.of("file", file, "n", Long.toString(summary.rows()));
            throw new Problem(Problem.Kind.INVALID, "cases.none_taken", args, faults);
        }
        String source = Input.name(Path.of(file));
        CaseResults results = CaseAnalysis.of(tally, summary, refusals, program, source, Sha256.hex(digest));
        return new Analysed(file, results, summary, refusals);
    }

    /** The command that makes the same again, with the names of the files as they were given. */
    String described(String command) {
        return "bin/minsheng petition " + command + " " + Input.name(Path.of(file)) + " --mapping "
                + Input.name(mapping);
    }
}
