package tw.minsheng.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is done to a running product while people answer. */
enum Disaster {
    PROGRAM("kill -9 of the program") {
        @Override
        void strike(Site site) throws IOException, InterruptedException {
            signal("KILL", List.of(site.program()));
        }
    },
    DATABASE("kill -9 of PostgreSQL") {
        @Override
        void strike(Site site) throws IOException, InterruptedException {
            signal("KILL", site.database());
        }
    },
    BOTH("kill -9 of both") {
        @Override
        void strike(Site site) throws IOException, InterruptedException {
            signal(
                    "KILL",
                    Stream.concat(Stream.of(site.program()), site.database().stream())
                            .toList());
        }
    },
    SILENCE("PostgreSQL silent") {
        @Override
        void strike(Site site) throws IOException, InterruptedException {
            List<ProcessHandle> database = site.database();
            signal("STOP", database);
            Thread.sleep(SILENCE_MS);
            signal("CONT", database);
        }
    };

    /** Longer than the product waits for its database. */
    private static final long SILENCE_MS = 6_000;

    private final String words;

    Disaster(String words) {
        this.words = words;
    }

    abstract void strike(Site site) throws IOException, InterruptedException;

    /** Whether the program itself dies, so that its operator has to start it again. */
    boolean endsTheProgram() {
        return this == PROGRAM || this == BOTH;
    }

    String words() {
        return words;
    }

    /** At one stroke for all of them, as a power cut would. */
    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        if (processes.isEmpty()) {
            throw new IllegalStateException("nothing to send " + name + " to");
        }
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        // a session may have ended by itself meanwhile, so the exit code says little
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
