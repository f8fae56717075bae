package tw.minsheng.web.staff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.DeclineGround;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.Outcome;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.deadline.Basis;
import tw.minsheng.petition.deadline.CitizenNotice;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.Extension;
import tw.minsheng.petition.deadline.OverdueNotice;
import tw.minsheng.petition.deadline.PhoneCall;
import tw.minsheng.petition.deadline.TimeLimit;
import tw.minsheng.web.TypedDay;

/** Makes a step from the fields of a form. */
final class CaseSteps {

    private static final int MOST_LETTERS = 2_000;

    private final StaffRequest request;
    private final CaseFile file;
    private final LocalDateTime now;
    private final List<Fault> faults = new ArrayList<>();

    CaseSteps(StaffRequest request, CaseFile file, LocalDateTime now) {
        this.request = request;
        this.file = file;
        this.now = now;
    }

    /**
     * @param rules of the case's type
     * @throws Problem INVALID {@code case.faults} with all that is wrong, also by the rules of the step
     */
    CaseStep step(Move move, DeadlineRules rules, TimeLimit secondReply) {
        CaseStep step = made(move, rules, secondReply);
        if (!faults.isEmpty()) {
            List<Fault> all = new ArrayList<>(step.faults(file));
            all.addAll(faults);
            throw Problem.invalid("case.faults", all);
        }
        return step;
    }

    private CaseStep made(Move move, DeadlineRules rules, TimeLimit secondReply) {
        return switch (move) {
            case CONFIRM -> new CaseStep.Confirm("call_back");
            case ASSIGN -> new CaseStep.Assign(unit(), typed("handler"));
            case REASSIGN ->
                new CaseStep.Reassign(
                        unit(), typed("handler"), !typed("siteVisit").isEmpty(), typed("reason"));
            case START -> new CaseStep.Start(request.account().name());
            case ASK -> new CaseStep.Ask(typed("question"), now, notice(), rules);
            case RESUME -> new CaseStep.Resume(limited("answer"), now, typed("reason"));
            case PROPOSE -> new CaseStep.Propose(reply(), rules);
            case WITHDRAW -> new CaseStep.Withdraw(limited("reason"), now);
            case APPROVE -> new CaseStep.Approve(now);
            case SEND_BACK -> new CaseStep.SendBack(typed("reason"));
            case TRANSFER -> new CaseStep.Transfer(typed("to"), typed("told"), limited("remedies"), now);
            case DECLINE ->
                new CaseStep.Decline(ground(), typed("told"), request.account().name(), now);
            case REOPEN -> new CaseStep.Reopen(typed("reason"), false, now, secondReply);
            case FOLLOW -> new CaseStep.Follow(typed("promise"));
            case RELEASE -> new CaseStep.Release(typed("told"));
            case EXPIRE, MERGE, UNMERGE -> throw Problem.of(Problem.Kind.BAD_REQUEST, "request.bad");
        };
    }

    /**
     * What a note says.
     *
     * @param reason for staff
     * @param told for the petitioner
     */
    record Note(String reason, String told) {}

    /** @throws Problem INVALID {@code case.faults} when it is empty or too long */
    Note note() {
        Note note = new Note(limited("reason"), limited("told"));
        if (note.reason().isEmpty() && note.told().isEmpty()) {
            faults.add(Fault.of("reason", "case.note"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("case.faults", faults);
        }
        return note;
    }

    /**
     * 展期, approved by whoever acts.
     *
     * @throws Problem INVALID {@code extension.faults} with all that is missing
     */
    Extension extension() {
        String reason = limited("reason");
        String progress = limited("progress");
        LocalDateTime until = day("until", "extension.until").atTime(time());
        Optional<Extension.Approver> approver = Extension.Approver.of(typed("approver"));
        boolean ofAgency =
                request.tree().isWithin(file.agency(), request.account().agency());
        if (approver.isEmpty()) {
            faults.add(Fault.of("approver", "case.extension_approver"));
        } else if (approver.get() == Extension.Approver.AGENCY_HEAD && !ofAgency) {
            faults.add(Fault.of("approver", "case.not_agency_head"));
        }
        CitizenNotice notice = notice(typed("document"));
        blank("reason", reason, "extension.reason");
        blank("progress", progress, "extension.progress");
        if (!faults.isEmpty()) {
            throw Problem.invalid("extension.faults", faults);
        }
        return new Extension(now, until, reason, progress, approver.orElseThrow(), notice);
    }

    /**
     * 逾期通知, after the call.
     *
     * @throws Problem INVALID {@code overdue.faults} with all that is missing
     */
    OverdueNotice overdue() {
        String reason = limited("reason");
        String progress = limited("progress");
        LocalDate expected = day("expected", "overdue.expected");
        Optional<PhoneCall.Result> called = PhoneCall.Result.of(typed("called"));
        if (called.isEmpty()) {
            faults.add(Fault.of("called", "case.called"));
        }
        blank("reason", reason, "overdue.reason");
        blank("progress", progress, "overdue.progress");
        if (!faults.isEmpty()) {
            throw Problem.invalid("overdue.faults", faults);
        }
        PhoneCall call = new PhoneCall(now, request.account().name(), called.orElseThrow());
        return new OverdueNotice(reason, progress, expected, call);
    }

    private void blank(String name, String text, String code) {
        if (text.isBlank()) {
            faults.add(Fault.of(name, code));
        }
    }

    /** A day that was chosen; today, and a fault, when it is none. */
    private LocalDate day(String name, String code) {
        try {
            return TypedDay.parse(typed(name));
        } catch (DateTimeException e) {
            faults.add(Fault.of(name, code));
            return now.toLocalDate();
        }
    }

    /** The hour of a limit in hours; the start of the day for all others. */
    private LocalTime time() {
        if (file.time().limit().basis() != Basis.HOUR) {
            return LocalTime.MIDNIGHT;
        }
        try {
            return LocalTime.parse(typed("untilTime"));
        } catch (DateTimeException e) {
            faults.add(Fault.of("untilTime", "case.time"));
            return LocalTime.MIDNIGHT;
        }
    }

    private String typed(String name) {
        return request.field(name).strip();
    }

    /** Of a field whose length no rule of a step looks at. */
    private String limited(String name) {
        String text = typed(name);
        if (text.length() > MOST_LETTERS) {
            faults.add(new Fault(name, "case.text_long", Map.of("most", Integer.toString(MOST_LETTERS))));
        }
        return text;
    }

    /** Only the agency that owns the case and what stands under it. */
    private String unit() {
        String unit = typed("unit");
        return request.tree().subtree(file.agency()).contains(unit) ? unit : "";
    }

    private CitizenNotice notice() {
        return notice(file.number().text() + "/" + (file.revision() + 1));
    }

    /** @param document 文號 of a letter; what else is sent has the number of the event */
    private CitizenNotice notice(String document) {
        Optional<CitizenNotice.Channel> channel = switch (typed("channel")) {
            case "phone" -> Optional.of(CitizenNotice.Channel.PHONE);
            case "mail" -> Optional.of(CitizenNotice.Channel.EMAIL);
            case "letter" -> Optional.of(CitizenNotice.Channel.LETTER);
            default -> Optional.empty();
        };
        if (channel.isEmpty()) {
            faults.add(Fault.of("channel", "case.channel"));
        }
        boolean noAddress = file.petition().contact().email().isEmpty();
        if (noAddress && channel.filter(CitizenNotice.Channel.EMAIL::equals).isPresent()) {
            faults.add(Fault.of("channel", "case.no_email"));
        }
        boolean letter = channel.filter(CitizenNotice.Channel.LETTER::equals).isPresent();
        if (letter && document.isEmpty()) {
            faults.add(Fault.of("document", "notice.document"));
        }
        String event = file.number().text() + "/" + (file.revision() + 1);
        String reference = letter && !document.isEmpty() ? document : event;
        return new CitizenNotice(channel.orElse(CitizenNotice.Channel.LETTER), now, reference);
    }

    private DeclineGround ground() {
        Optional<DeclineGround> ground = DeclineGround.of(typed("ground"));
        if (ground.isEmpty()) {
            faults.add(Fault.of("ground", "case.ground"));
        }
        return ground.orElse(DeclineGround.NO_CONTENT);
    }

    private Reply reply() {
        return new Reply(
                Outcome.of(typed("outcome")).orElse(Outcome.NONE),
                typed("text"),
                typed("ground"),
                typed("nextStep"),
                typed("contactName"),
                typed("contactPhone"));
    }
}
