package tw.minsheng.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tw.minsheng.security.Account;
import tw.minsheng.security.Role;

/** {@code admin create}: opens an account; the password is the first line of standard input, never an option. */
@CommandLine.Command(name = "create")
public final class AdminCreateCommand extends ServerCommand {

    private final Supplier<Servers> servers;

    @Option(names = "--name", paramLabel = "N", required = true, descriptionKey = "name")
    private String name;

    @Option(names = "--role", paramLabel = "R", required = true, descriptionKey = "role")
    private String role;

    @Option(names = "--agency", paramLabel = "A", defaultValue = "", descriptionKey = "agency")
    private String agency;

    @Option(names = "--password-stdin", required = true, descriptionKey = "password")
    private boolean fromInput;

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public AdminCreateCommand(Console console, Supplier<Servers> servers) {
        super(console);
        this.servers = servers;
    }

    @Override
    public Integer call() throws IOException {
        Role wanted = Role.of(role)
                .orElseThrow(() ->
                        new ParameterException(spec().commandLine(), text("admin.unknown_role", Map.of("role", role))));
        Settings settings = settings(Map.of());
        String password = fromInput ? firstLine() : "";
        Account account =
                Account.open(name, Set.of(wanted), agency, console().clock().instant());
        servers.get().open(settings, account, password);
        say(text("admin.created", Map.of("name", name, "role", role)));
        return Exit.DONE;
    }

    private String firstLine() throws IOException {
        String line = new BufferedReader(new InputStreamReader(console().in(), StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
