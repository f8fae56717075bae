package tw.minsheng.petition;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.CitizenNotice;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.MergeKind;
import tw.minsheng.petition.deadline.Pause;
import tw.minsheng.petition.deadline.TimeLimit;

/** What somebody does to move a case, with all that the rules ask to be written down with it. */
public sealed interface CaseStep {

    Move move();

    /** Every rule that this step breaks, apart from the state of the case. */
    default List<Fault> faults(CaseFile file) {
        return List.of();
    }

    /** For staff; "" when none is asked for. */
    default String reason() {
        return "";
    }

    /** In words for the petitioner; "" when there is nothing to say beyond the step itself. */
    default String told() {
        return "";
    }

    /** What is kept with the event. */
    default Map<String, String> details() {
        return Map.of();
    }

    /** The same, when it depends on the case as it stands before the step. */
    default Map<String, String> details(CaseFile file) {
        return details();
    }

    /** What it changes in the case, apart from the state to which its move leads. */
    void change(CaseEdit edit);

    /**
     * The petitioner has shown that it was she who sent it, or staff have called her.
     *
     * @param way {@code mail}, {@code phone} or {@code call_back}
     */
    record Confirm(String way) implements CaseStep {
        @Override
        public Move move() {
            return Move.CONFIRM;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("way", way);
        }

        @Override
        public void change(CaseEdit edit) {}
    }

    /** Nobody confirmed it in time: who sent it and what was written is erased, the case still counted. */
    record Expire(LocalDateTime at) implements CaseStep {
        @Override
        public Move move() {
            return Move.EXPIRE;
        }

        @Override
        public void change(CaseEdit edit) {
            edit.end(Outcome.NONE, at);
            edit.petition = edit.petition.erased();
        }
    }

    /** @param handler account name, "" for the inbox of the unit */
    record Assign(String unit, String handler) implements CaseStep {

        @Override
        public Map<String, String> details(CaseFile file) {
            return Former.of(file, details());
        }

        @Override
        public Move move() {
            return Move.ASSIGN;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            return unit.isEmpty() ? List.of(Fault.of("unit", "case.unit")) : List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("unit", unit, "handler", handler);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.unit = unit;
            edit.handler = handler;
        }
    }

    /**
     * 改分.
     *
     * @param siteVisit 會勘: a wrong assignment may then be moved within two working days, not one
     */
    record Reassign(String unit, String handler, boolean siteVisit, String reason) implements CaseStep {

        @Override
        public Map<String, String> details(CaseFile file) {
            return Former.of(file, details());
        }

        @Override
        public Move move() {
            return Move.REASSIGN;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = Required.reason(reason);
            if (unit.isEmpty()) {
                faults.add(Fault.of("unit", "case.unit"));
            } else if (unit.equals(file.unit()) && handler.equals(file.handler())) {
                faults.add(Fault.of("unit", "case.same_unit"));
            }
            return faults;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("unit", unit, "handler", handler, "site_visit", Boolean.toString(siteVisit));
        }

        @Override
        public void change(CaseEdit edit) {
            edit.unit = unit;
            edit.handler = handler;
        }
    }

    /** @param handler who takes it up */
    record Start(String handler) implements CaseStep {

        @Override
        public Map<String, String> details(CaseFile file) {
            return Former.of(file, details());
        }

        @Override
        public Move move() {
            return Move.START;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("handler", handler);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.handler = handler;
        }
    }

    /**
     * 通知補正: the clock stands from the day after, because the petitioner has been told what is missing.
     *
     * @param question what is missing, for her
     * @param rules of the case's type
     */
    record Ask(String question, LocalDateTime at, CitizenNotice notice, DeadlineRules rules) implements CaseStep {
        @Override
        public Move move() {
            return Move.ASK;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = new ArrayList<>();
            Required.check(faults, "question", question, "case.question", Required.REASON);
            return faults;
        }

        @Override
        public String told() {
            return question;
        }

        @Override
        public Map<String, String> details() {
            String channel = notice.channel().key();
            return Map.of("notice", notice.reference(), "channel", channel);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.time = edit.time.paused(Pause.open(at.toLocalDate(), at.toLocalDate(), question, notice), rules);
        }
    }

    /**
     * The clock goes on.
     *
     * @param answer of the petitioner; "" when none came and somebody decides not to wait any longer
     */
    record Resume(String answer, LocalDateTime at, String reason) implements CaseStep {
        @Override
        public Move move() {
            return Move.RESUME;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            return answer.isBlank() ? Required.reason(reason) : List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("answer", answer);
        }

        @Override
        public Map<String, String> details(CaseFile file) {
            return DangerWords.marked(file, details(), answer);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.hear(answer);
            edit.time =
                    answer.isBlank() ? edit.time.unanswered(at.toLocalDate()) : edit.time.answered(at.toLocalDate());
        }
    }

    /**
     * 陳核: a reply waits for the head of the unit.
     *
     * @param rules of the case's type: 未補正 needs a request that was waited for long enough
     */
    record Propose(Reply reply, DeadlineRules rules) implements CaseStep {
        @Override
        public Move move() {
            return Move.PROPOSE;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = reply.faults();
            if (reply.outcome() == Outcome.NOT_COMPLETED && !rules.pauses().mayClose(file.time())) {
                String days = Integer.toString(rules.pauses().unansweredDays());
                faults.add(new Fault("outcome", "reply.not_completed", Map.of("days", days)));
            }
            return faults;
        }

        @Override
        public void change(CaseEdit edit) {
            edit.reply = reply;
        }
    }

    /** 退回修正. */
    record SendBack(String reason) implements CaseStep {
        @Override
        public Move move() {
            return Move.SEND_BACK;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            return Required.reason(reason);
        }

        @Override
        public void change(CaseEdit edit) {}
    }

    /** 核定: the reply goes out and the case is closed. */
    record Approve(LocalDateTime at) implements CaseStep {
        @Override
        public Move move() {
            return Move.APPROVE;
        }

        /** The reply itself: a second one may come, and the first must not be lost. */
        @Override
        public Map<String, String> details(CaseFile file) {
            return file.reply().kept();
        }

        @Override
        public void change(CaseEdit edit) {
            edit.end(edit.reply.outcome(), at);
        }
    }

    /**
     * 移轉 to an agency outside; the petitioner is told, with the remedies that are open to her (行政程序法 172).
     *
     * @param to name of the agency
     * @param remedies 訴願、訴訟、國家賠償, in words; "" when none is open
     */
    record Transfer(String to, String told, String remedies, LocalDateTime at) implements CaseStep {
        @Override
        public Move move() {
            return Move.TRANSFER;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = new ArrayList<>();
            Required.alone(faults, file);
            Required.check(faults, "to", to, "case.transfer_to", 200);
            Required.check(faults, "told", told, "case.told", Required.REASON);
            return faults;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("to", to, "remedies", remedies);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.end(Outcome.TRANSFERRED, at);
        }
    }

    /**
     * 不予處理 (行政程序法 173).
     *
     * @param approver who decided it, never the handler alone
     */
    record Decline(DeclineGround ground, String told, String approver, LocalDateTime at) implements CaseStep {
        @Override
        public Move move() {
            return Move.DECLINE;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = new ArrayList<>();
            Required.alone(faults, file);
            Required.check(faults, "told", told, "case.told", Required.REASON);
            if (approver.isBlank() || approver.equals(file.handler())) {
                faults.add(Fault.of("approver", "case.approver"));
            }
            return faults;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("ground", ground.key(), "approver", approver);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.end(Outcome.DECLINED, at);
        }
    }

    /**
     * 併辦／彙辦: this case is handled with another, whose answer goes to both.
     *
     * @param parent the case into which it goes; {@link CaseFile#joined} is its side of the step
     */
    record Merge(CaseFile parent, MergeKind kind, LocalDateTime at) implements CaseStep {
        @Override
        public Move move() {
            return Move.MERGE;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            boolean isItself = parent.number().equals(file.number());
            if (isItself || !parent.state().isOpen() || !parent.agency().equals(file.agency())) {
                return List.of(Fault.of("parent", "case.parent"));
            }
            if (file.hasMerged()) {
                return List.of(Fault.of("parent", "case.has_merged"));
            }
            MergeKind before = parent.time().start().kind();
            if (before != MergeKind.NONE && kind != before) {
                return List.of(Fault.of("kind", "case.merge_kind_other"));
            }
            if (parent.merged() + 1 >= Cases.MOST_RELATED) {
                return List.of(Fault.of("parent", "case.group_full"));
            }
            return kind == MergeKind.NONE ? List.of(Fault.of("kind", "case.merge_kind")) : List.of();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("parent", parent.number().text(), "kind", kind.key());
        }

        @Override
        public void change(CaseEdit edit) {
            edit.before = edit.from();
            edit.parent = parent.number().text();
            edit.end(Outcome.MERGED, at);
        }
    }

    /** The merge was a mistake: the case goes back to where it was. */
    record Unmerge(String reason) implements CaseStep {
        @Override
        public Move move() {
            return Move.UNMERGE;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            return Required.reason(reason);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.state = edit.before;
            edit.parent = "";
            edit.openAgain();
        }
    }

    /** 撤回 by the petitioner. */
    record Withdraw(String reason, LocalDateTime at) implements CaseStep {
        @Override
        public Move move() {
            return Move.WITHDRAW;
        }

        /** Those who wait with her would be left without an answer. */
        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = new ArrayList<>();
            Required.alone(faults, file);
            return faults;
        }

        @Override
        public void change(CaseEdit edit) {
            edit.end(Outcome.WITHDRAWN, at);
        }
    }

    /**
     * 重啟: once by the petitioner within 30 days of closing; what comes later is a new case.
     *
     * @param reason what is wrong with the reply, or what is new
     * @param limit of the second reply, which has a clock of its own; the figures of the first closing stay
     */
    record Reopen(String reason, boolean byPetitioner, LocalDateTime at, TimeLimit limit) implements CaseStep {

        public static final int DAYS = 30;

        @Override
        public Move move() {
            return Move.REOPEN;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = Required.reason(reason);
            if (byPetitioner && file.reopenedByPetitioner() > 0) {
                faults.add(Fault.of("", "case.reopened_before"));
            }
            if (byPetitioner && file.isLateToReopen(at)) {
                faults.add(new Fault("", "case.reopen_late", Map.of("days", Integer.toString(DAYS))));
            }
            return faults;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("by_petitioner", Boolean.toString(byPetitioner));
        }

        @Override
        public Map<String, String> details(CaseFile file) {
            return DangerWords.marked(file, details(), reason);
        }

        @Override
        public void change(CaseEdit edit) {
            edit.hear(reason);
            edit.reopened++;
            edit.reopenedByPetitioner += byPetitioner ? 1 : 0;
            edit.time = CaseTime.of(limit, at);
            edit.openAgain();
        }
    }

    /** 列管追蹤 of what the reply promised. */
    record Follow(String promise) implements CaseStep {
        @Override
        public Move move() {
            return Move.FOLLOW;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = new ArrayList<>();
            Required.check(faults, "promise", promise, "case.promise", Required.REASON);
            return faults;
        }

        @Override
        public String told() {
            return promise;
        }

        @Override
        public void change(CaseEdit edit) {}
    }

    /** 解除列管, with what was done or why nothing will be. */
    record Release(String told) implements CaseStep {
        @Override
        public Move move() {
            return Move.RELEASE;
        }

        @Override
        public List<Fault> faults(CaseFile file) {
            List<Fault> faults = new ArrayList<>();
            Required.check(faults, "told", told, "case.told", Required.REASON);
            return faults;
        }

        @Override
        public void change(CaseEdit edit) {}
    }
}
