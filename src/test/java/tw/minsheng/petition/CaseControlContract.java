package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.DeadlineRules;

/** What every implementation of the door of the control office must count. */
public abstract class CaseControlContract {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    protected abstract Cases cases();

    protected abstract CaseControl control();

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private CaseFile opened(String agency) {
        String key = UUID.randomUUID().toString();
        CaseFile.Opening opening = CaseFile.Opening.plain(
                agency, CaseSamples.petition(Channel.COUNTER), CaseSamples.time(), CaseSamples.ACT);
        return await(cases().open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE))
                .compose(opened -> cases().find(opened.number())));
    }

    private CaseFile moved(CaseFile file, CaseStep step, ClosingFigures... closing) {
        return await(cases().write(List.of(
                        new Cases.Kept(file.after(step, CaseSamples.ACT), CasesContract.DUE, List.of(closing)))))
                .get(0);
    }

    private CaseFile closed(CaseFile file, LocalDateTime at) {
        CaseFile working = file;
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE)) {
            working = moved(working, CaseSamples.step(move));
        }
        ClosingFigures figures = ClosingFigures.of(
                working.time(), DeadlineRules.DEFAULT, ProductCalendar.read().days(), at);
        return moved(working, new CaseStep.Approve(at), figures);
    }

    private List<CaseControl.UnitFigures> november(String agency, LocalDateTime now) {
        return await(control()
                .figures(new CaseControl.Period(
                        Set.of(agency), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), TAIPEI, now)));
    }

    /** Received on the 23rd by the clock of the act; due on the 30th. Four cases counted by hand. */
    @Test
    void casesAreCountedByUnitAndByHowTheyWereClosed() {
        String agency = "a-" + UUID.randomUUID();
        opened(agency);
        moved(opened(agency), new CaseStep.Assign("kcg-unit", ""));
        closed(opened(agency), LocalDateTime.of(2026, 11, 30, 17, 0));
        CaseFile late = closed(opened(agency), LocalDateTime.of(2026, 12, 1, 9, 0));
        LocalDateTime now = LocalDateTime.of(2026, 12, 1, 12, 0);
        assertEquals(
                List.of(
                        new CaseControl.UnitFigures(agency, "", 1, 1, 1, 0, 0, 0, 0),
                        new CaseControl.UnitFigures(agency, "kcg-pwb", 2, 0, 0, 1, 1, 0, 0),
                        new CaseControl.UnitFigures(agency, "kcg-unit", 1, 1, 1, 0, 0, 0, 0)),
                november(agency, now));
        CaseControl.Period december = new CaseControl.Period(
                Set.of(agency), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), TAIPEI, now);
        CaseControl.UnitFigures pwb = await(control().figures(december)).stream()
                .filter(each -> each.unit().equals("kcg-pwb"))
                .findFirst()
                .orElseThrow();
        assertEquals(new CaseControl.UnitFigures(agency, "kcg-pwb", 0, 0, 0, 1, 0, 0, 1), pwb);
        // opened again: the first closing stays where it was, and the case is open
        moved(late, CaseSamples.step(Move.REOPEN));
        CaseControl.UnitFigures again = await(control().figures(december)).stream()
                .filter(each -> each.unit().equals("kcg-pwb"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, again.open());
        assertEquals(1, again.closed());
    }

    /** A letter of October that is keyed in in November came in in October. */
    @Test
    void whatIsKeyedInLaterCountsFromItsReceivingStamp() {
        String agency = "c-" + UUID.randomUUID();
        CaseFile.Opening opening = CaseFile.Opening.plain(
                agency, CaseSamples.petition(Channel.LETTER), CaseSamples.time(), CaseSamples.ACT);
        String key = UUID.randomUUID().toString();
        Cases.Entry entry = new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE)
                .stamped(LocalDate.of(2026, 10, 31).atTime(16, 0).atZone(TAIPEI).toInstant());
        await(cases().open(entry));
        LocalDateTime now = LocalDateTime.of(2026, 11, 24, 9, 0);
        assertEquals(0, november(agency, now).get(0).received());
        CaseControl.Period october = new CaseControl.Period(
                Set.of(agency), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), TAIPEI, now);
        assertEquals(1, await(control().figures(october)).get(0).received());
    }

    /** Whoever heads a unit counts what the unit holds, whichever agency owns it, and nothing else. */
    @Test
    void aUnitCountsWhatItHolds() {
        String agency = "d-" + UUID.randomUUID();
        String unit = "unit-of-" + agency;
        opened(agency);
        moved(opened(agency), new CaseStep.Assign(unit, ""));
        moved(opened(agency), new CaseStep.Assign("other-" + unit, ""));
        LocalDateTime now = LocalDateTime.of(2026, 12, 1, 12, 0);
        assertEquals(List.of(new CaseControl.UnitFigures(agency, unit, 1, 1, 1, 0, 0, 0, 0)), november(unit, now));
        assertEquals(3, november(agency, now).size());
    }

    /** Due on the 30th: until its end an answer is owed, then an overdue notice too; each unit has its own line. */
    @Test
    void dutiesAreListedByUnitWithTheEarliestDueDate() {
        String agency = "e-" + UUID.randomUUID();
        String unit = "unit-of-" + agency;
        assertEquals(List.of(), await(control().duties(Set.of(agency), LocalDateTime.of(2026, 11, 30, 12, 0))));
        opened(agency);
        moved(opened(agency), new CaseStep.Assign(unit, ""));
        CaseFile closed = closed(opened(agency), LocalDateTime.of(2026, 11, 25, 17, 0));
        LocalDateTime due = CasesContract.DUE.at();
        CaseControl.Duty answer = CaseControl.Duty.ANSWER;
        assertEquals(
                List.of(
                        new CaseControl.UnitDuty(agency, "", answer, 1, 0, due),
                        new CaseControl.UnitDuty(agency, unit, answer, 1, 0, due)),
                await(control().duties(Set.of(agency), LocalDateTime.of(2026, 11, 30, 23, 59))));
        moved(closed, CaseSamples.step(Move.FOLLOW));
        CaseControl.Duty notice = CaseControl.Duty.OVERDUE_NOTICE;
        LocalDateTime later = LocalDateTime.of(2026, 12, 1, 8, 0);
        assertEquals(
                List.of(
                        new CaseControl.UnitDuty(agency, unit, answer, 1, 1, due),
                        new CaseControl.UnitDuty(agency, unit, notice, 1, 1, due)),
                await(control().duties(Set.of(unit), later)));
        List<CaseControl.UnitDuty> all = await(control().duties(Set.of(agency), later));
        assertEquals(5, all.size());
        assertEquals(
                new CaseControl.UnitDuty(agency, closed.unit(), CaseControl.Duty.FOLLOW_UP, 1, 0, LocalDateTime.MAX),
                all.get(2));
    }

    /** Three cases counted by hand: one as it came, one moved on to another unit, one answered. */
    @Test
    void stepsAreCountedByTheWayTheyGo() {
        String agency = "f-" + UUID.randomUUID();
        opened(agency);
        moved(moved(opened(agency), CaseSamples.step(Move.ASSIGN)), CaseSamples.step(Move.REASSIGN));
        closed(opened(agency), LocalDateTime.of(2026, 11, 30, 17, 0));
        List<CaseControl.Transition> flow = await(control()
                .flow(new CaseControl.Period(
                        Set.of(agency),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30),
                        TAIPEI,
                        LocalDateTime.of(2026, 12, 1, 12, 0))));
        assertEquals(
                List.of(
                        "assign received assigned 2",
                        "approve pending_approval closed 1",
                        "propose in_progress pending_approval 1",
                        "reassign assigned assigned 1",
                        "start assigned in_progress 1"),
                flow.stream()
                        .map(each -> each.what() + " " + each.from() + " " + each.to() + " " + each.n())
                        .toList());
        assertEquals(0, flow.get(0).medianDays(), 1, "all on one day");
    }

    @Test
    void onTheLastDayNothingIsOverdueAndElsewhereNothingIsCounted() {
        String agency = "b-" + UUID.randomUUID();
        opened(agency);
        assertEquals(
                0,
                november(agency, LocalDateTime.of(2026, 11, 30, 23, 59)).get(0).overdue());
        assertEquals(
                1, november(agency, LocalDateTime.of(2026, 12, 1, 0, 0)).get(0).overdue());
        assertEquals(List.of(), november("nobody", LocalDateTime.of(2026, 12, 1, 0, 0)));
    }
}
