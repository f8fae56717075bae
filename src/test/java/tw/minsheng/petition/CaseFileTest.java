package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.MergeKind;

/** Petitions.md section 3: every way from one state to another, and no other. */
class CaseFileTest {

    record Attempt(State state, Move move) {}

    static Stream<Attempt> impossible() {
        return everything().filter(attempt -> !attempt.move().isPossibleFrom(attempt.state()));
    }

    static Stream<Attempt> possible() {
        return everything().filter(attempt -> attempt.move().isPossibleFrom(attempt.state()));
    }

    private static Stream<Attempt> everything() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Move.values()).map(move -> new Attempt(state, move)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatIsNotInTheDrawingIsRefused(Attempt attempt) {
        CaseFile file = CaseSamples.in(attempt.state());
        Problem refused =
                assertThrows(Problem.class, () -> file.after(CaseSamples.step(attempt.move()), CaseSamples.ACT));
        assertEquals("case.move", refused.code());
        assertEquals(Problem.Kind.CONFLICT, refused.kind());
    }

    @ParameterizedTest
    @MethodSource("possible")
    void everyStepGivesOneEventThatTellsIt(Attempt attempt) {
        CaseFile file = CaseSamples.in(attempt.state());
        CaseFile.Change change = file.after(CaseSamples.step(attempt.move()), CaseSamples.ACT);
        assertEquals(file.revision() + 1, change.file().revision());
        assertEquals(change.file().revision(), change.event().number());
        assertEquals(attempt.move().key(), change.event().what());
        assertEquals(file.state(), change.event().from());
        assertEquals(change.file().state(), change.event().to());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyWhatIsOverHasAnEnd(State state) {
        CaseFile file = CaseSamples.in(state);
        assertEquals(state.isOver(), !file.ended().equals(CaseFile.NOT_ENDED));
    }

    @Test
    void reasonsContactsAndGroundsAreAskedFor() {
        CaseFile working = CaseSamples.in(State.IN_PROGRESS);
        Map<CaseStep, List<String>> faults = Map.of(
                new CaseStep.Reassign("kcg-pwb", "other", false, " "), List.of("case.reason"),
                new CaseStep.Reassign("kcg-pwb", "handler", false, "同一人"), List.of("case.same_unit"),
                new CaseStep.Propose(new Reply(Outcome.SOLVED, "好", "法", "步", "", ""), DeadlineRules.DEFAULT),
                        List.of("reply.contact", "reply.contact"),
                new CaseStep.Propose(new Reply(Outcome.MERGED, "好", "法", "步", "人", "1"), DeadlineRules.DEFAULT),
                        List.of("reply.outcome"),
                new CaseStep.Propose(new Reply(Outcome.NOT_COMPLETED, "好", "法", "步", "人", "1"), DeadlineRules.DEFAULT),
                        List.of("reply.not_completed"),
                new CaseStep.Decline(DeclineGround.REPEATED, "已答復", "handler", CaseSamples.RECEIVED),
                        List.of("case.approver"),
                new CaseStep.Transfer("", "", "", CaseSamples.RECEIVED), List.of("case.transfer_to", "case.told"));
        faults.forEach((step, expected) -> {
            Problem refused = assertThrows(Problem.class, () -> working.after(step, CaseSamples.ACT));
            assertEquals(expected, refused.faults().stream().map(Fault::code).toList(), step.toString());
        });
    }

    @Test
    void caseCannotGoIntoItselfNorIntoOneThatIsOver() {
        CaseFile file = CaseSamples.received(1);
        for (CaseFile parent : List.of(file, CaseSamples.in(State.CLOSED), CaseSamples.in(State.MERGED))) {
            CaseStep merge = new CaseStep.Merge(parent, MergeKind.JOINED, CaseSamples.RECEIVED);
            assertThrows(Problem.class, () -> file.after(merge, CaseSamples.ACT));
        }
    }

    @Test
    void mergeThatWasAMistakeLeadsBack() {
        CaseFile working = CaseSamples.in(State.IN_PROGRESS);
        CaseFile merged =
                working.after(CaseSamples.step(Move.MERGE), CaseSamples.ACT).file();
        assertEquals(CaseSamples.received(2).number().text(), merged.parent());
        assertEquals(Outcome.MERGED, merged.outcome());
        CaseFile again =
                merged.after(CaseSamples.step(Move.UNMERGE), CaseSamples.ACT).file();
        assertEquals(State.IN_PROGRESS, again.state());
        assertEquals("", again.parent());
        assertEquals(Outcome.NONE, again.outcome());
    }

    /** 併辦 counts from the first receipt, 彙辦 from the last (原民會要點 三(一)2–3). */
    @Test
    void groupCountsFromTheFirstOrTheLastReceipt() {
        CaseFile first = CaseSamples.received(1);
        CaseFile.Opening later = CaseFile.Opening.plain(
                "kcg-pwb",
                CaseSamples.petition(Channel.COUNTER),
                CaseTime.of(first.time().limit(), CaseSamples.RECEIVED.plusDays(5)),
                CaseSamples.ACT);
        CaseFile second = CaseFile.opened(new CaseNumber(115, 2), later).file();
        assertEquals("2026-11-30", due(first));
        assertEquals("2026-12-03", due(second));
        assertEquals(
                "2026-11-30",
                due(second.joined(first, MergeKind.JOINED, CaseSamples.ACT).file()));
        CaseFile.Change collected = first.joined(second, MergeKind.COLLECTED, CaseSamples.ACT);
        assertEquals("2026-12-03", due(collected.file()));
        assertEquals(
                Map.of("child", second.number().text(), "kind", "collected"),
                collected.event().details());
        assertFalse(collected.event().visible());
        CaseFile apart = collected.file().parted(second, CaseSamples.ACT).file();
        assertEquals(first.time().startedAt(), apart.time().startedAt());
        assertEquals("2026-11-30", due(apart));
    }

    @Test
    void petitionerReopensOnceWithinThirtyDays() {
        CaseFile closed = CaseSamples.in(State.CLOSED);
        CaseStep late = new CaseStep.Reopen("又破了", true, closed.ended().plusDays(31), CaseType.SECOND_REPLY);
        assertEquals("case.reopen_late", onlyFault(closed, late));
        CaseFile again = CaseSamples.in(State.REOPENED);
        for (Move move : List.of(Move.START, Move.PROPOSE, Move.APPROVE)) {
            again = again.after(CaseSamples.step(move), CaseSamples.ACT).file();
        }
        assertEquals("case.reopened_before", onlyFault(again, CaseSamples.step(Move.REOPEN)));
        CaseFile closedTwice = again;
        CaseStep byStaff =
                new CaseStep.Reopen("抽查不合格", false, closedTwice.ended().plusDays(90), CaseType.SECOND_REPLY);
        assertEquals(
                State.REOPENED,
                closedTwice.after(byStaff, CaseSamples.ACT).file().state());
    }

    private static String onlyFault(CaseFile file, CaseStep step) {
        Problem refused = assertThrows(Problem.class, () -> file.after(step, CaseSamples.ACT));
        return refused.faults().get(0).code();
    }

    @Test
    void clockStandsWhileThePetitionerIsAsked() {
        CaseFile waiting = CaseSamples.in(State.WAITING_CITIZEN);
        assertTrue(waiting.time().pauses().get(0).isOpen());
        CaseFile going =
                waiting.after(CaseSamples.step(Move.RESUME), CaseSamples.ACT).file();
        assertFalse(going.time().pauses().get(0).isOpen());
        // asked on Monday the 23rd, answered on Tuesday: both days count, so nothing is paused
        assertEquals(due(CaseSamples.received(1)), due(going));
        CaseFile slow = waiting.after(
                        new CaseStep.Resume("照片如附", CaseSamples.RECEIVED.plusDays(5), ""), CaseSamples.ACT)
                .file();
        assertEquals("2026-11-30", due(going));
        assertEquals("2026-12-01", due(slow));
    }

    @Test
    void caseThatIsWithdrawnWhileSheIsAskedWaitsForNobody() {
        CaseFile waiting = CaseSamples.in(State.WAITING_CITIZEN);
        CaseFile gone = waiting.after(new CaseStep.Withdraw("", CaseSamples.RECEIVED.plusDays(10)), CaseSamples.ACT)
                .file();
        assertFalse(gone.time().pauses().get(0).isOpen());
        assertEquals(CaseSamples.RECEIVED.plusDays(10), gone.ended());
    }

    private static String due(CaseFile file) {
        return Deadline.of(
                        file.time(),
                        DeadlineRules.DEFAULT,
                        ProductCalendar.read().days())
                .due()
                .toString();
    }

    @Test
    void petitionerSeesWhatConcernsHerAndNothingElse() {
        CaseFile working = CaseSamples.in(State.IN_PROGRESS);
        CaseEvent moved =
                working.after(CaseSamples.step(Move.REASSIGN), CaseSamples.ACT).event();
        CaseEvent asked =
                working.after(CaseSamples.step(Move.ASK), CaseSamples.ACT).event();
        assertFalse(moved.visible());
        assertTrue(asked.visible());
        assertEquals("請補照片", asked.told());
        assertEquals("", asked.reason());
        CaseEvent note =
                working.noted("note", "電洽未接", "", Map.of(), CaseSamples.ACT).event();
        assertFalse(note.visible());
    }

    @Test
    void misconductIsConfidentialWhateverTheBoxSays() {
        Sent sent = new Sent(
                Map.of("kind", "misconduct", "type", "road", "text", "…", "phone", "07-3368333"), Channel.WEB, "1");
        assertTrue(PetitionCheck.of(CaseSamples.catalogue(), sent).confidential());
    }
}
