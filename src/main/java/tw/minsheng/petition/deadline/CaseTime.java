package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * All that happened to the clock of a case; with rules and a calendar it decides the due date.
 *
 * @param pauses one after another
 * @param extensions in the order of their decisions
 */
public record CaseTime(TimeLimit limit, CaseStart start, List<Pause> pauses, List<Extension> extensions) {

    /** An extension comes before a pause of the same day, so that the pause moves the extended date. */
    private static final Comparator<ClockAct> ORDER =
            Comparator.comparing(ClockAct::day).thenComparing(act -> act instanceof Pause);

    /** @throws Problem {@code pause.faults} when two pauses overlap */
    public CaseTime {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
        for (int i = 1; i < pauses.size(); i++) {
            if (pauses.get(i).requested().isBefore(pauses.get(i - 1).end())) {
                throw Problem.invalid("pause.faults", List.of(Fault.of("requested", "pause.overlap")));
            }
        }
    }

    /** A case whose clock was never touched. */
    public static CaseTime of(TimeLimit limit, LocalDateTime receivedAt) {
        return new CaseTime(limit, CaseStart.of(receivedAt), List.of(), List.of());
    }

    public LocalDateTime startedAt() {
        return start.counted().at();
    }

    LocalDate startDay() {
        return startedAt().toLocalDate();
    }

    public CaseTime merged(CaseStart with) {
        return new CaseTime(limit, with, pauses, extensions);
    }

    /** @throws Problem {@code pause.faults} with every rule that forbids it, or when the last one has not ended */
    public CaseTime paused(Pause pause, DeadlineRules rules) {
        List<Fault> faults = rules.pauses().faults(this, pause);
        if (!faults.isEmpty()) {
            throw Problem.invalid("pause.faults", faults);
        }
        List<Pause> all = new ArrayList<>(pauses);
        all.add(pause);
        return new CaseTime(limit, start, all, extensions);
    }

    /** The open pause, if there is one, seen on this day: it is as long as the wait. */
    public CaseTime lookedAt(LocalDate today) {
        return withLast(pause -> pause.seenOn(today));
    }

    /** The open pause ends: the answer came on this day. */
    public CaseTime answered(LocalDate day) {
        return withLast(pause -> pause.endedOn(day, true));
    }

    /** The open pause ends without an answer: nobody waits for it any longer. */
    public CaseTime unanswered(LocalDate day) {
        return withLast(pause -> pause.endedOn(day, false));
    }

    private CaseTime withLast(UnaryOperator<Pause> change) {
        if (pauses.isEmpty() || !pauses.get(pauses.size() - 1).isOpen()) {
            return this;
        }
        List<Pause> all = new ArrayList<>(pauses);
        all.set(all.size() - 1, change.apply(all.get(all.size() - 1)));
        return new CaseTime(limit, start, all, extensions);
    }

    /** @throws Problem {@code extension.faults} with every rule that forbids it */
    public CaseTime extended(Extension extension, DeadlineRules rules, OfficeDays days) {
        List<Fault> faults = rules.extensions().faults(this, extension, rules, days);
        if (!faults.isEmpty()) {
            throw Problem.invalid("extension.faults", faults);
        }
        List<Extension> all = new ArrayList<>(extensions);
        all.add(extension);
        return new CaseTime(limit, start, pauses, all);
    }

    CaseTime withoutExtensions() {
        return new CaseTime(limit, start, pauses, List.of());
    }

    /** Pauses and extensions in the order in which they work. */
    List<ClockAct> acts() {
        if (extensions.isEmpty()) {
            return List.copyOf(pauses);
        }
        List<ClockAct> acts = new ArrayList<>(extensions);
        acts.addAll(pauses);
        acts.sort(ORDER);
        return acts;
    }
}
