package tw.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseFile;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.petition.imports.CaseMappingFile;
import tw.minsheng.petition.imports.CaseTaker;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Refusal;
import tw.minsheng.report.wording.Printed;

/** {@code petition import}: brings cases of another system into the database, or takes an import back. */
@CommandLine.Command(name = "import")
public final class PetitionImportCommand extends ServerCommand {

    private final Supplier<Servers> servers;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "shared.cases")
    private @Nullable String file;

    @Option(names = "--mapping", paramLabel = "M.yaml", descriptionKey = "shared.case_mapping")
    private @Nullable Path mapping;

    @Option(names = "--agency", paramLabel = "A", descriptionKey = "agency")
    private @Nullable String agency;

    @Option(names = "--dry-run", descriptionKey = "dry")
    private boolean dryRun;

    @Option(names = "--undo", paramLabel = "ID", descriptionKey = "undo")
    private @Nullable Long undo;

    public PetitionImportCommand(Console console, Supplier<Servers> servers) {
        super(console);
        this.servers = servers;
    }

    @Override
    public Integer call() throws IOException {
        if (undo != null) {
            long back = servers.get().undoImport(settings(Map.of()), undo);
            tell("import.undone_done", Map.of("id", undo, "n", Printed.count(back)));
            return Exit.DONE;
        }
        if (file == null || mapping == null || agency == null) {
            throw new CommandLine.ParameterException(spec().commandLine(), text("import.needs"));
        }
        return taken(file, new CaseFile(file, CaseMappingFile.read(mapping.toString(), Input.bytes(mapping))), agency);
    }

    private Integer taken(String name, CaseFile cases, String to) throws IOException {
        CaseImports.Done done = servers.get()
                .importCases(
                        settings(Map.of()), to, Input.name(Path.of(name)), dryRun, taker -> read(name, cases, taker));
        tell(
                dryRun ? "import.dry" : "import.done",
                Map.of(
                        "id", done.id(),
                        "added", Printed.count(done.added()),
                        "changed", Printed.count(done.changed()),
                        "unchanged", Printed.count(done.unchanged()),
                        "refused", Printed.count(done.refused())));
        return Exit.DONE;
    }

    private void tell(String key, Map<String, ?> args) {
        console().out().println(text(key, args));
    }

    /** Reads the file once, hands on what is a case and tells what is none. */
    private long read(String name, CaseFile cases, Consumer<ImportedCase> taker) {
        try (InputStream in = Input.open(console(), name);
                Progress rows = progress("cases.rows")) {
            CaseTaker telling = new CaseTaker() {
                @Override
                public void take(ImportedCase taken) {
                    taker.accept(taken);
                    rows.one();
                }

                @Override
                public void refuse(Refusal refusal) {
                    console().out().println(console().words().of(language(), refusal.in(name)));
                }
            };
            return cases.read(in, FileLimit.of(System.getenv()), telling).refused();
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "cases.unreadable", Map.of("file", name), e);
        }
    }
}
