package tw.minsheng.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.attach.AttachmentLimits;

/**
 * The settings of a server, out of a file, the environment and options; documented in {@code docs/operations.md}.
 *
 * @param port 0 takes a free one
 * @param data folder of the embedded database and of secrets
 * @param surveys folder of the survey definitions
 * @param database address of an external database, "" for the embedded one
 * @param databasePassword only from the environment
 * @param publicUrl address under which people reach the server, "" when it is the listening address itself
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
 * @param timeZone decides days, ends of waves and 民國 dates; the database is in UTC
 * @param rateLimits false only for measuring
 * @param metricsPort where figures for monitoring are served, 0 for a free port; {@link #NO_PORT} for nowhere
 * @param post how petitioners are told
 * @param attachments how much may come with a case
 */
public record Settings(
        String host,
        int port,
        Path data,
        Path surveys,
        String database,
        String databasePassword,
        String publicUrl,
        Set<String> trustedProxies,
        ZoneId timeZone,
        boolean rateLimits,
        int metricsPort,
        PostSettings post,
        AttachmentLimits attachments) {

    /** No port at all: what would be served there is not served. */
    public static final int NO_PORT = -1;

    /** Every setting with its default, by the name used in the file. */
    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("host", "127.0.0.1"),
            Map.entry("port", "8080"),
            Map.entry("data", "./var"),
            Map.entry("surveys", "./surveys"),
            Map.entry("database", ""),
            Map.entry("public_url", ""),
            Map.entry("trusted_proxies", ""),
            Map.entry("time_zone", "Asia/Taipei"),
            Map.entry("rate_limits", "on"),
            Map.entry("metrics_port", ""),
            Map.entry("smtp", ""),
            Map.entry("mail_from", ""),
            Map.entry("sms_gateway", ""),
            Map.entry("confirm_days", "3"),
            Map.entry("attachment_bytes", "20971520"),
            Map.entry("attachments_bytes", "62914560"),
            Map.entry("attachments", "5"),
            Map.entry("attachments_waiting_bytes", "2000000000"));

    private static final String VARIABLE = "MINSHENG_";
    private static final String SMTP_EXAMPLE = "smtp://HOST:587, smtps://HOST:465, smtp+plain://HOST:25";
    private static final String FROM_EXAMPLE = "notice@example.gov.tw";
    private static final int MAX_PORT = 65_535;
    private static final Set<String> FLAGS = Set.of("on", "off", "true", "false");

    public Settings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /**
     * Reads settings: options win over the environment, that wins over the file, that over the defaults.
     *
     * @param file by name; a list is written with commas
     * @param environment with {@code MINSHENG_} before the name in capitals
     * @param options by name
     * @throws Problem BAD_REQUEST {@code settings.faults} with each unknown name and each value that cannot be used
     */
    public static Settings of(Map<String, String> file, Map<String, String> environment, Map<String, String> options) {
        Source source = new Source(file, environment, options, new ArrayList<>());
        file.keySet().stream()
                .filter(name -> !DEFAULTS.containsKey(name))
                .sorted()
                .forEach(source::unknown);
        Settings settings = read(source, environment);
        if (!source.faults().isEmpty()) {
            throw new Problem(Problem.Kind.BAD_REQUEST, "settings.faults", Map.of(), source.faults());
        }
        return settings;
    }

    /**
     * The time zone alone, for commands that need no server.
     *
     * @throws Problem as {@link #of}, for this setting only
     */
    public static ZoneId timeZone(Map<String, String> environment) {
        Map<String, String> only = new HashMap<>(environment);
        only.keySet().retainAll(Set.of(VARIABLE + "TIME_ZONE"));
        return of(Map.of(), only, Map.of()).timeZone();
    }

    /** For logs: without the password. */
    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", data " + data + ", surveys " + surveys + ", database " + database
                + "]";
    }

    private static Settings read(Source source, Map<String, String> environment) {
        return new Settings(
                source.text("host"),
                source.port("port"),
                Path.of(source.text("data")),
                Path.of(source.text("surveys")),
                source.text("database"),
                environment.getOrDefault(VARIABLE + "DATABASE_PASSWORD", ""),
                source.text("public_url").replaceAll("/+$", ""),
                source.list("trusted_proxies"),
                source.zone(),
                source.flag("rate_limits"),
                source.text("metrics_port").isEmpty() ? NO_PORT : source.port("metrics_port"),
                post(source, environment),
                new AttachmentLimits(
                        bytes(source, "attachment_bytes"),
                        bytes(source, "attachments_bytes"),
                        Integer.parseInt(source.like("attachments", "[1-9]|[12][0-9]", "1–29")),
                        bytes(source, "attachments_waiting_bytes")));
    }

    private static long bytes(Source source, String name) {
        return Long.parseLong(source.like(name, "[1-9][0-9]{3,11}", "1000–999999999999"));
    }

    private static PostSettings post(Source source, Map<String, String> environment) {
        return new PostSettings(
                source.like("smtp", "(|smtp(s|\\+plain)?://([^@/:\\s]+@)?[A-Za-z0-9.-]+(:[0-9]{1,5})?)", SMTP_EXAMPLE),
                environment.getOrDefault(VARIABLE + "SMTP_PASSWORD", ""),
                source.like(
                        "mail_from", source.text("smtp").isEmpty() ? ".*" : "[^@\\s<>]+@[A-Za-z0-9.-]+", FROM_EXAMPLE),
                source.like("sms_gateway", "(|https?://\\S+)", "https://sms.example.gov.tw/send"),
                environment.getOrDefault(VARIABLE + "SMS_TOKEN", ""),
                Integer.parseInt(source.like("confirm_days", "[1-9][0-9]?", "1–99")));
    }

    private static String known() {
        return String.join(", ", new TreeSet<>(DEFAULTS.keySet()));
    }

    /**
     * Where values come from, the strongest first.
     *
     * @param faults grows with each value that cannot be used, which then counts as some value that can
     */
    private record Source(
            Map<String, String> file,
            Map<String, String> environment,
            Map<String, String> options,
            List<Fault> faults) {

        void unknown(String name) {
            faults.add(new Fault(name, "settings.unknown", Map.of("name", name, "known", known())));
        }

        String text(String name) {
            String option = options.get(name);
            if (option != null) {
                return option;
            }
            String variable = environment.get(VARIABLE + name.toUpperCase(Locale.ROOT));
            return variable == null ? file.getOrDefault(name, DEFAULTS.getOrDefault(name, "")) : variable;
        }

        Set<String> list(String name) {
            return Arrays.stream(text(name).split(",", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.toSet());
        }

        int port(String name) {
            try {
                int port = Integer.parseInt(text(name));
                if (port >= 0 && port <= MAX_PORT) {
                    return port;
                }
            } catch (NumberFormatException notANumber) {
                // told below
            }
            wrong(name, "0–65535");
            return 0;
        }

        ZoneId zone() {
            try {
                return ZoneId.of(text("time_zone"));
            } catch (DateTimeException e) {
                wrong("time_zone", "Asia/Taipei");
                return ZoneOffset.UTC;
            }
        }

        /** A value of this form, else its default, and a fault. */
        String like(String name, String form, String example) {
            if (text(name).matches(form)) {
                return text(name);
            }
            wrong(name, example);
            return DEFAULTS.getOrDefault(name, "");
        }

        boolean flag(String name) {
            String text = text(name);
            if (!FLAGS.contains(text)) {
                wrong(name, "on, off");
            }
            return text.equals("on") || text.equals("true");
        }

        private void wrong(String name, String allowed) {
            faults.add(
                    new Fault(name, "settings.value", Map.of("name", name, "value", text(name), "allowed", allowed)));
        }
    }
}
