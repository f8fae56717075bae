package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.attach.AttachmentLimits;

class SettingsTest {

    @Test
    void unknownNamesAndUselessValuesAreRefused() {
        assertThrows(Problem.class, () -> Settings.of(Map.of("prot", "1"), Map.of(), Map.of()));
        for (Map<String, String> bad : List.of(
                Map.of("port", "many"),
                Map.of("port", ""),
                Map.of("port", "65536"),
                Map.of("time_zone", "Mars/Base"),
                Map.of("smtp", "mail.example.org"),
                Map.of("smtp", "http://mail.example.org"),
                Map.of("smtp", "smtp://mail.example.org"),
                Map.of("mail_from", "nobody", "smtp", "smtps://mail.example.org"),
                Map.of("sms_gateway", "sms"),
                Map.of("confirm_days", "0"),
                Map.of("attachments", "0"),
                Map.of("attachment_bytes", "20 MB"),
                Map.of("rate_limits", "maybe"))) {
            Problem problem = assertThrows(Problem.class, () -> Settings.of(bad, Map.of(), Map.of()));
            assertEquals("settings.faults", problem.code());
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, String> bad = Map.of("prot", "1", "port", "many", "metrics_port", "-1", "rate_limits", "maybe");
        Problem problem =
                assertThrows(Problem.class, () -> Settings.of(bad, Map.of(), Map.of("time_zone", "Mars/Base")));
        assertEquals(
                List.of("metrics_port", "port", "prot", "rate_limits", "time_zone"),
                problem.faults().stream().map(Fault::place).sorted().toList());
    }

    /** Fails when a setting is added without a value here. */
    @Test
    void everySettingHasItsDefault() {
        Settings defaults = new Settings(
                "127.0.0.1",
                8080,
                Path.of("./var"),
                Path.of("./surveys"),
                "",
                "",
                "",
                Set.of(),
                ZoneId.of("Asia/Taipei"),
                true,
                Settings.NO_PORT,
                new PostSettings("", "", "", "", "", 3),
                AttachmentLimits.DEFAULT);
        assertEquals(defaults, Settings.of(Map.of(), Map.of(), Map.of()));
    }

    @Test
    void environmentWinsOverTheFileAndOptionsOverBoth() {
        Map<String, String> file = Map.of("host", "file", "port", "1", "public_url", "https://a.example/");
        Map<String, String> environment = Map.of("MINSHENG_HOST", "environment", "MINSHENG_PORT", "2");
        Settings settings = Settings.of(file, environment, Map.of("host", "option"));
        assertEquals("option", settings.host());
        assertEquals(2, settings.port());
        assertEquals("https://a.example", settings.publicUrl());
    }

    @Test
    void mailServerIsNamedByAnAddressAndItsPasswordByTheEnvironment() {
        Map<String, String> file = Map.of("smtp", "smtp://clerk@mail.example.org:587", "mail_from", "n@example.org");
        PostSettings post = Settings.of(file, Map.of("MINSHENG_SMTP_PASSWORD", "s3cret"), Map.of())
                .post();
        assertEquals("s3cret", post.smtpPassword());
        assertFalse(post.toString().contains("s3cret"));
        assertThrows(Problem.class, () -> Settings.of(Map.of("smtp_password", "x"), Map.of(), Map.of()));
    }

    @Test
    void emptyMetricsPortIsNoPort() {
        Settings settings = Settings.of(Map.of(), Map.of("MINSHENG_METRICS_PORT", ""), Map.of());
        assertEquals(Settings.NO_PORT, settings.metricsPort());
        assertEquals(
                0, Settings.of(Map.of("metrics_port", "0"), Map.of(), Map.of()).metricsPort());
    }

    @Test
    void timeZoneAloneDoesNotMindTheOtherSettings() {
        assertThrows(Problem.class, () -> Settings.timeZone(Map.of("MINSHENG_TIME_ZONE", "Mars/Base")));
        Map<String, String> environment = Map.of("MINSHENG_TIME_ZONE", "Asia/Tokyo", "MINSHENG_PORT", "many");
        assertEquals(ZoneId.of("Asia/Tokyo"), Settings.timeZone(environment));
        assertEquals(ZoneId.of("Asia/Taipei"), Settings.timeZone(Map.of()));
    }

    @Test
    void passwordComesFromTheEnvironmentAloneAndIsNotPrinted() {
        assertThrows(Problem.class, () -> Settings.of(Map.of("database_password", "x"), Map.of(), Map.of()));
        Settings settings = Settings.of(Map.of(), Map.of("MINSHENG_DATABASE_PASSWORD", "s3cret"), Map.of());
        assertEquals("s3cret", settings.databasePassword());
        assertFalse(settings.toString().contains("s3cret"));
    }
}
