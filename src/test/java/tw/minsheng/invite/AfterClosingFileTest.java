package tw.minsheng.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.Outcome;

class AfterClosingFileTest {

    private static AfterClosingPlan read(String yaml) {
        return AfterClosingFile.read("after-closing.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        Problem refused = assertThrows(
                Problem.class,
                () -> read(
                        "survey: X\ndelayDays: -1\nfraction: 0\nfractions: {won: 0.5}\nseed: x\nsince: soon\nsent: 1\n"));
        assertEquals("invite.faults", refused.code());
        assertEquals(
                List.of(
                        "invite.unknown",
                        "invite.survey",
                        "invite.days",
                        "invite.share",
                        "invite.outcome",
                        "invite.seed",
                        "invite.since"),
                refused.faults().stream().map(Fault::code).toList());
        assertEquals("7", refused.faults().get(0).args().get("line"));
    }

    @Test
    void aReminderAfterTheEndIsRefused() {
        Problem refused = assertThrows(
                Problem.class,
                () -> read("survey: kcg-any\nvalidDays: 7\nreminderDays: 7\nseed: 1\nsince: 2026-12-01\n"));
        assertEquals("invite.reminder", refused.faults().get(0).code());
    }

    @Test
    void whatIsNotSaidHasItsUsualValue() {
        AfterClosingPlan plan = read("survey: kcg-any\nseed: 7\nsince: 2026-12-01\nfractions: {solved: 0.25}\n");
        assertEquals(
                new AfterClosingPlan(
                        "kcg-any", 3, 14, 7, 1, Map.of(Outcome.SOLVED, 0.25), 7, LocalDate.of(2026, 12, 1)),
                plan);
        assertFalse(plan.asksAll());
        assertEquals(1, plan.fraction(Outcome.DECLINED));
    }

    @Test
    void theShippedPlanAsksEverybody() throws IOException {
        AfterClosingPlan plan = AfterClosingFile.read(
                "after-closing.yaml", Files.readAllBytes(Path.of("surveys", AfterClosingFile.NAME)));
        assertTrue(plan.asksAll());
        assertEquals("kcg-after-closing", plan.survey());
    }
}
