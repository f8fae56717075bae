package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;

/** Who held a case since when, from its history. */
class HoldingsTest {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final List<CaseEvent> history = new ArrayList<>();
    private CaseFile file = CaseSamples.received(1);

    private void after(CaseStep step, int day) {
        Act act = new Act("head", "kcg-pwb", CaseSamples.ACT.at().plusSeconds(86_400L * day));
        keep(file.after(step, act));
    }

    private void keep(CaseFile.Change change) {
        file = change.file();
        history.add(change.event());
    }

    private List<String> holdings() {
        return Holdings.of(file, history, TAIPEI).stream()
                .map(each -> each.unit() + " " + each.at())
                .toList();
    }

    /** The acts are of Monday 23 November 2026, 10:00, and the days after. */
    @Test
    void whatWasTakenBackWasNeverSoAndAReopeningBeginsAnew() {
        assertEquals(List.of(" 2026-11-20T10:00"), holdings());
        after(new CaseStep.Assign("kcg-x", ""), 0);
        keep(file.undone(history.get(0), CaseSamples.ACT));
        after(new CaseStep.Assign("kcg-pwb", "handler"), 1);
        after(new CaseStep.Reassign("kcg-y", "other", false, "屬他單位"), 2);
        assertEquals(List.of(" 2026-11-20T10:00", "kcg-pwb 2026-11-24T10:00", "kcg-y 2026-11-25T10:00"), holdings());
        for (Move move : List.of(Move.START, Move.PROPOSE, Move.APPROVE, Move.REOPEN)) {
            after(CaseSamples.step(move), 3);
        }
        assertEquals(List.of("kcg-y " + CaseSamples.RECEIVED.plusDays(12)), holdings());
    }
}
