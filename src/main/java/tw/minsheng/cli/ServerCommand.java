package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command has that works on the server's data. */
abstract class ServerCommand extends Command {

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "shared.config")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "shared.data")
    private @Nullable String data;

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "shared.database")
    private @Nullable String database;

    ServerCommand(Console console) {
        super(console);
    }

    /** The settings under the options of this command. */
    final Settings settings(Map<String, String> more) throws IOException {
        Map<String, String> options = new LinkedHashMap<>(more);
        put(options, "data", data);
        put(options, "database", database);
        Map<String, String> file = config == null ? Map.of() : SettingsFile.read(config);
        return Settings.of(file, System.getenv(), options);
    }

    static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
