package tw.minsheng.petition;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.petition.deadline.Extension;
import tw.minsheng.petition.deadline.MergeKind;
import tw.minsheng.petition.deadline.OverdueNotice;
import tw.minsheng.petition.deadline.Receipt;

/**
 * A case (案件) as it stands. It changes by {@link CaseStep}s only, and each gives one line of its history.
 *
 * @param revision how many events it has
 * @param agency key of the agency that owns it
 * @param unit key of the unit that holds it, "" while nobody does
 * @param handler account name of who works on it, "" for the inbox of the unit
 * @param time all that happened to its clock
 * @param reply the proposed or given answer, {@link Reply#NONE} before
 * @param ended when it was last closed, in local time; {@link #NOT_ENDED} while it is open
 * @param reopened how often it was opened again
 * @param reopenedByPetitioner how often of these by her own right
 * @param parent the case into which it was merged, "" when it was not
 * @param before the state from which it was merged, to which it goes back
 * @param merged how many cases are merged into it and get its answer, also a second one
 * @param locked whether it tells of violence at home or sexual assault, so that the public never sees any of it
 */
public record CaseFile(
        CaseNumber number,
        int revision,
        String agency,
        String unit,
        String handler,
        State state,
        Petition petition,
        CaseTime time,
        Reply reply,
        Outcome outcome,
        LocalDateTime ended,
        int reopened,
        String parent,
        State before,
        Origin origin,
        boolean locked,
        int merged,
        int reopenedByPetitioner) {

    /** It has no end yet. */
    public static final LocalDateTime NOT_ENDED = LocalDateTime.of(9999, 12, 31, 0, 0);

    /** What all who wait for one answer are told of an extension or an overdue notice. */
    private static final Set<String> SHARED = Set.of("reason", "progress", "until", "expected");

    private static final String LOCK = "lock";

    /** Stands in the details of an event that locked the case because of its words. */
    static final String LOCKED = "locked";

    /** Event of an overdue notice. */
    public static final String OVERDUE = "overdue";

    /** Event that shows the case to the public, in the words that it tells. */
    public static final String PUBLISH = "publish";

    /** Event that takes it back. */
    public static final String UNPUBLISH = "unpublish";

    private static final int MOST_SUMMARY = 300;
    /** So much out of the petitioner's own words is a copy of them, also when she wrote far more. */
    private static final double COPIED = 0.6;

    private static final Set<State> BARRED = Set.of(State.UNCONFIRMED, State.EXPIRED, State.MERGED);

    /** A case after a step, with the line that the step adds to its history: written together or not at all. */
    public record Change(CaseFile file, CaseEvent event) {}

    /**
     * How a case begins.
     *
     * @param unit that took it and keeps it, "" for nobody yet
     * @param record what staff wrote down of how it came in, kept with the first event
     */
    public record Opening(
            String agency,
            String unit,
            Petition petition,
            CaseTime time,
            Origin origin,
            boolean locked,
            Map<String, String> record,
            Act act) {

        public Opening {
            record = Map.copyOf(record);
        }

        /** A petition with nothing beside it. */
        public static Opening plain(String agency, Petition petition, CaseTime time, Act act) {
            return new Opening(agency, "", petition, time, Origin.NONE, false, Map.of(), act);
        }
    }

    /** A new case with its first event; whether it waits for a confirmation follows from its channel. */
    public static Change opened(CaseNumber number, Opening opening) {
        Petition petition = opening.petition();
        State state = petition.channel().needsConfirmation() ? State.UNCONFIRMED : State.RECEIVED;
        CaseFile file = new CaseFile(
                number,
                1,
                opening.agency(),
                opening.unit(),
                "",
                state,
                petition,
                opening.time(),
                Reply.NONE,
                Outcome.NONE,
                NOT_ENDED,
                0,
                "",
                state,
                opening.origin(),
                opening.locked(),
                0,
                0);
        Map<String, String> details = new LinkedHashMap<>(opening.record());
        details.put("channel", petition.channel().key());
        if (opening.locked()) {
            details.put(LOCKED, "true");
        }
        return new Change(file, new CaseEvent(1, opening.act(), "open", state, state, "", "", true, details));
    }

    /**
     * @throws Problem CONFLICT {@code case.move} when the state does not allow it, INVALID {@code case.faults} with every
     *     rule that the step breaks
     */
    public Change after(CaseStep step, Act act) {
        Move move = step.move();
        if (!move.isPossibleFrom(state)) {
            throw Problem.of(Problem.Kind.CONFLICT, "case.move", Map.of("move", move.key(), "state", state.key()));
        }
        List<Fault> faults = step.faults(this);
        if (!faults.isEmpty()) {
            throw Problem.invalid("case.faults", faults);
        }
        CaseEdit edit = new CaseEdit(this);
        edit.state = move.to();
        step.change(edit);
        CaseEvent event = new CaseEvent(
                revision + 1,
                act,
                move.key(),
                state,
                edit.state,
                step.reason(),
                step.told(),
                move.isShownToPetitioner(),
                step.details(this));
        return new Change(edit.done(), event);
    }

    /** Whether no word about it may be shown to the public: it tells of violence, is confidential, or is no case of its own. */
    public boolean isBarredFromPublic() {
        return locked || petition.confidential() || BARRED.contains(state);
    }

    /**
     * Shown to the public in words of staff; the petitioner sees them too.
     *
     * @throws Problem INVALID {@code case.faults} when the case is barred, or the words are none, too many, the
     *     petitioner's own, or tell of violence
     */
    public Change published(String summary, Act act) {
        List<Fault> faults = new ArrayList<>();
        Required.check(faults, "summary", summary, "board.summary", MOST_SUMMARY);
        if (isBarredFromPublic()) {
            faults.add(Fault.of("", "board.barred"));
        } else if (DangerWords.shipped().isIn(summary)) {
            faults.add(Fault.of("summary", "board.danger"));
        } else if (Likeness.share(summary, petition.text()) >= COPIED) {
            faults.add(Fault.of("summary", "board.copied"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("case.faults", faults);
        }
        return noted(PUBLISH, "", summary, Map.of(), act);
    }

    /** No longer shown to the public. */
    public Change unpublished(Act act) {
        CaseEvent event = new CaseEvent(revision + 1, act, UNPUBLISH, state, state, "", "", true, Map.of());
        return new Change(new CaseEdit(this).done(), event);
    }

    /** Whether other cases are merged into this one and wait for its answer. */
    public boolean hasMerged() {
        return merged > 0;
    }

    /** Whether this event took the case away from everybody but those who work on it: mail that still waits is held back. */
    public static boolean isLocking(CaseEvent event) {
        return event.what().equals(LOCK) || event.details().containsKey(LOCKED);
    }

    /** Whether the petitioner has had an overdue notice since the case came in, or was opened again. */
    public static boolean isToldOfDelay(List<CaseEvent> history) {
        boolean told = false;
        for (CaseEvent event : history) {
            told = (told || event.what().equals(OVERDUE)) && !event.what().equals(Move.REOPEN.key());
        }
        return told;
    }

    /** Whether the petitioner may no longer have it opened again; what she sends now is a new case. */
    public boolean isLateToReopen(LocalDateTime now) {
        return now.isAfter(ended.plusDays(CaseStep.Reopen.DAYS));
    }

    /** The other side of a merge: this case takes the clock of the group, and its owner reads why. */
    public Change joined(CaseFile child, MergeKind kind, Act act) {
        CaseEdit edit = new CaseEdit(this);
        Receipt receipt = new Receipt(child.number().text(), child.time().startedAt());
        edit.time = time.merged(time.start().joined(number.text(), receipt, kind));
        edit.merged++;
        return grouped(edit, "join", child, kind, act);
    }

    /** The other side of an unmerge; a clock that has run out stays as it was counted. */
    public Change parted(CaseFile child, Act act) {
        CaseEdit edit = new CaseEdit(this);
        if (state.isOpen() && time.start().kind() != MergeKind.NONE) {
            edit.time = time.merged(time.start().parted(child.number().text()));
        }
        edit.merged--;
        return grouped(edit, "part", child, edit.time.start().kind(), act);
    }

    /** The answer of the case into which this one was merged: it goes to all who wait in the group. */
    public Change answered(CaseFile parent, Act act) {
        CaseEdit edit = new CaseEdit(this);
        edit.reply = parent.reply();
        Map<String, String> details = new HashMap<>(parent.reply().kept());
        details.put("parent", parent.number().text());
        CaseEvent event = new CaseEvent(revision + 1, act, "answer", state, state, "", "", true, details);
        return new Change(edit.done(), event);
    }

    /**
     * What happened to the case into which this one was merged: its due date was extended, or has passed. How the other
     * petitioner was told is no matter of this one.
     */
    public Change toldOf(CaseEvent parent) {
        Map<String, String> details = new HashMap<>(parent.details());
        details.keySet().retainAll(SHARED);
        return noted(parent.what(), "", parent.told(), details, parent.act());
    }

    /** The case into which this one was merged was opened again: the second answer is this petitioner's, too. Why is not hers. */
    public Change reopenedWith(CaseEvent parent) {
        CaseEvent event = new CaseEvent(
                revision + 1, parent.act(), parent.what(), state, state, "", "", true, Map.of("parent", this.parent));
        return new Change(new CaseEdit(this).done(), event);
    }

    private Change grouped(CaseEdit edit, String what, CaseFile child, MergeKind kind, Act act) {
        Map<String, String> details = Map.of("child", child.number().text(), "kind", kind.key());
        CaseEvent event = new CaseEvent(revision + 1, act, what, state, state, "", "", false, details);
        return new Change(edit.done(), event);
    }

    /** Locked from public view, or opened to it again, with the reason; the database keeps who did it. */
    public Change lock(boolean locks, String reason, Act act) {
        List<Fault> faults = Required.reason(reason);
        if (!faults.isEmpty()) {
            throw Problem.invalid("case.faults", faults);
        }
        CaseEdit edit = new CaseEdit(this);
        edit.locked = locks;
        String what = locks ? LOCK : "unlock";
        CaseEvent event = new CaseEvent(revision + 1, act, what, state, state, reason, "", false, Map.of());
        return new Change(edit.done(), event);
    }

    /** That a new query code was given out; the petitioner sees it, for she may not have asked for one. */
    public Change coded(String proof, Act act) {
        Map<String, String> details = Map.of("proof", proof);
        CaseEvent event = new CaseEvent(revision + 1, act, "code", state, state, "", "", true, details);
        return new Change(new CaseEdit(this).done(), event);
    }

    /**
     * The last step is taken back; the history keeps both.
     *
     * @throws Problem CONFLICT {@code case.undo} when it is not the last, or may not be taken back: what was closed or told
     *     to the petitioner stays
     */
    public Change undone(CaseEvent last, Act act) {
        if (last.number() != revision || !last.canBeUndone()) {
            throw Problem.of(Problem.Kind.CONFLICT, "case.undo");
        }
        CaseEdit edit = new CaseEdit(this);
        Former.restore(edit, last);
        Map<String, String> details = Map.of("undone", last.what(), "line", Integer.toString(last.number()));
        CaseEvent event = new CaseEvent(revision + 1, act, "undo", state, edit.state, "", "", last.visible(), details);
        return new Change(edit.done(), event);
    }

    /** While the clock stands there is nothing to extend: the days of waiting are added when it runs again. */
    public boolean mayBeExtended() {
        return state.isOpen() && state != State.WAITING_CITIZEN;
    }

    /**
     * 展期: the notice to the petitioner is part of it.
     *
     * @throws Problem CONFLICT {@code case.move} when the case is not open or waits for the petitioner, INVALID {@code extension.faults} with every rule
     *     that forbids it
     */
    public Change extended(Extension extension, DeadlineRules rules, OfficeDays days, Act act) {
        if (!mayBeExtended()) {
            throw Problem.of(Problem.Kind.CONFLICT, "case.move", Map.of("move", "extend", "state", state.key()));
        }
        CaseEdit edit = new CaseEdit(this);
        edit.time = time.extended(extension, rules, days);
        Map<String, String> details = Map.of(
                "reason", extension.reason(),
                "progress", extension.progress(),
                "until", extension.until().toString(),
                "approver", extension.approver().key(),
                "channel", extension.notice().channel().key(),
                "notice", extension.notice().reference());
        CaseEvent event =
                new CaseEvent(revision + 1, act, "extend", state, state, "", extension.reason(), true, details);
        return new Change(edit.done(), event);
    }

    /**
     * 逾期通知: the petitioner is told why, what has been done, and when she gets an answer; by telephone, then in writing.
     *
     * @throws Problem INVALID {@code overdue.faults} when the case is not overdue
     */
    public Change overdue(OverdueNotice notice, Deadline deadline, LocalDateTime now, Act act) {
        if (!state.isOpen() || !deadline.due().isPassedAt(now)) {
            throw Problem.invalid("overdue.faults", List.of(Fault.of("", "case.not_overdue")));
        }
        Map<String, String> details = Map.of(
                "reason", notice.reason(),
                "progress", notice.progress(),
                "expected", notice.expected().toString(),
                "phone_at", notice.phone().at().toString(),
                "phone_by", notice.phone().by(),
                "phone_result", notice.phone().result().key());
        return noted(OVERDUE, "", notice.reason(), details, act);
    }

    /** Its due date was counted again by another calendar; both dates stay to be read. */
    public Change recounted(Due before, Due now, String calendar, Act act) {
        Map<String, String> details = Map.of("was", before.toString(), "due", now.toString(), "calendar", calendar);
        CaseEvent event = new CaseEvent(revision + 1, act, "recount", state, state, "", "", true, details);
        return new Change(new CaseEdit(this).done(), event);
    }

    /** Something that is written into the history and moves nothing. */
    public Change noted(String what, String reason, String told, Map<String, String> details, Act act) {
        CaseEvent event = new CaseEvent(revision + 1, act, what, state, state, reason, told, !told.isEmpty(), details);
        return new Change(new CaseEdit(this).done(), event);
    }
}
