package tw.minsheng.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code serve}: starts everything, says {@code ready}, and works until it is stopped. */
@CommandLine.Command(name = "serve")
public final class ServeCommand extends ServerCommand {

    private final Supplier<Servers> servers;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "HOST", descriptionKey = "host")
    private @Nullable String host;

    @Option(names = "--surveys", paramLabel = "DIR", descriptionKey = "surveys")
    private @Nullable String surveys;

    @Option(names = "--metrics-port", paramLabel = "N", descriptionKey = "metrics_port")
    private @Nullable String metricsPort;

    @Option(names = "--smtp", paramLabel = "URL", descriptionKey = "smtp")
    private @Nullable String smtp;

    @Option(names = "--mail-from", paramLabel = "ADDRESS", descriptionKey = "mail_from")
    private @Nullable String mailFrom;

    @Option(names = "--demo", descriptionKey = "demo")
    private boolean demo;

    public ServeCommand(Console console, Supplier<Servers> servers) {
        super(console);
        this.servers = servers;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "port", port);
        put(options, "host", host);
        put(options, "surveys", surveys);
        put(options, "metrics_port", metricsPort);
        put(options, "smtp", smtp);
        put(options, "mail_from", mailFrom);
        Settings settings = settings(options);
        if (demo && !isLoopback(settings.host())) {
            throw new ParameterException(spec().commandLine(), text("serve.demo_loopback"));
        }
        say(text("serve.starting", Map.of("data", settings.data())));
        Servers.Running running = servers.get().start(settings, demo);
        running.lines().forEach(console().out()::println);
        console().out().println("ready " + running.address());
        console().out().flush();
        untilStopped(running);
        return Exit.DONE;
    }

    /** The program ends by a signal; the hook lets open requests finish, then the database. */
    private void untilStopped(Servers.Running running) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            say(text("serve.stopping"));
                            running.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
