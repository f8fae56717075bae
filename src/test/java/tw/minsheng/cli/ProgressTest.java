package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.ProblemWords;

class ProgressTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void workThatIsDoneSoonSaysNothing() {
        for (boolean terminal : List.of(false, true)) {
            try (Progress progress = progress(terminal)) {
                progress.at(250_000);
            }
        }
        assertEquals("", said());
    }

    @Test
    void aLineIsWrittenEveryThreeSeconds() {
        try (Progress progress = progress(false)) {
            for (int second = 1; second <= 7; second++) {
                pass(Duration.ofSeconds(1));
                progress.at(second * 10L);
            }
        }
        assertEquals(List.of("30 rows", "60 rows"), said().lines().toList());
    }

    @Test
    void onATerminalOneLineIsWrittenAnewAndTakenAway() {
        try (Progress progress = progress(true)) {
            pass(Duration.ofSeconds(1));
            progress.at(10);
            pass(Duration.ofMillis(100));
            progress.at(20);
            pass(Duration.ofSeconds(1));
            progress.at(30);
        }
        String clear = "\r\u001b[K";
        assertEquals(clear + "10 rows" + clear + "30 rows" + clear, said());
    }

    @Test
    void singleRowsAreCounted() {
        try (Progress progress = progress(false)) {
            pass(Duration.ofSeconds(4));
            for (int i = 0; i < 2_500; i++) {
                progress.one();
            }
        }
        assertEquals(List.of("1000 rows"), said().lines().toList());
    }

    private Progress progress(boolean terminal) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                print,
                print,
                Language.EN,
                terminal,
                clock,
                new ProblemWords(List.of(Console.texts())));
        return new Progress(console, rows -> rows + " rows");
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
