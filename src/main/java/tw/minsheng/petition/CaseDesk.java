package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.OfficeHours;
import tw.minsheng.calendar.OfficeTime;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.deadline.Alert;
import tw.minsheng.petition.deadline.AlertSchedule;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.petition.deadline.Extension;
import tw.minsheng.petition.deadline.MergeKind;
import tw.minsheng.petition.deadline.OverdueNotice;
import tw.minsheng.petition.deadline.TimeLimit;
import tw.minsheng.petition.deadline.UnitClock;

/** Moves cases and tells how they stand. Whoever asks has been allowed to by the one place that decides. */
public final class CaseDesk {

    /** Who acts when nobody does. */
    private static final String PROGRAM = "clock";

    /** Event of files that staff added. */
    private static final String ATTACH = "attach";

    private static final String DETACH = "detach";

    private final Supplier<Catalogue> catalogue;
    private final Cases cases;
    private final Function<String, OfficeDays> days;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param days working days of a district, as the calendar stands
     * @param zone decides which day it is
     */
    public CaseDesk(
            Supplier<Catalogue> catalogue, Cases cases, Function<String, OfficeDays> days, Clock clock, ZoneId zone) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.days = days;
        this.clock = clock;
        this.zone = zone;
    }

    /** The time of the place, to the minute. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** By when the case has to be answered, and why. */
    public Deadline deadline(CaseFile file) {
        return Deadline.of(file.time().lookedAt(now().toLocalDate()), rules(file), days(file));
    }

    /** Differs after each change of a rule by which due dates are counted. */
    public String rulesMark() {
        String rules = catalogue.get().types().stream()
                .map(type -> type.id() + " " + type.rules())
                .collect(Collectors.joining("\n"));
        return Sha256.hex(rules).substring(0, 16);
    }

    /** All reminders of the case up to now, in order; none once it has ended. */
    public List<Alert> alerts(CaseFile file) {
        DeadlineRules rules = rules(file);
        AlertSchedule schedule = AlertSchedule.of(new OfficeTime(days(file), rules.officeHours()));
        Deadline deadline = deadline(file);
        if (!file.state().isOpen() || (deadline.isWaiting() && !deadline.due().isPassedAt(now()))) {
            return List.of();
        }
        return schedule.all(deadline, file.time().limit().basis(), now().toLocalDate());
    }

    /** Whether half of the limit has passed, which only marks the case in lists. */
    public boolean isHalfway(CaseFile file) {
        LocalDateTime now = now();
        return alerts(file).stream()
                .anyMatch(each -> each.isSilent() && !each.sendAt().isAfter(now));
    }

    /** Whether the offices of the city are open: nobody is reminded at night. */
    public boolean isOfficeTime(LocalDateTime moment) {
        OfficeTime office = new OfficeTime(days.apply(""), OfficeHours.DEFAULT);
        return office.onOrAfter(moment).equals(moment);
    }

    /** Where the matter lies decides which offices were closed. */
    private OfficeDays days(CaseFile file) {
        return days.apply(file.petition().place().district());
    }

    private DeadlineRules rules(CaseFile file) {
        return catalogue.get().type(file.petition().type()).map(CaseType::rules).orElse(DeadlineRules.DEFAULT);
    }

    /**
     * One step of a case, written with its event.
     *
     * @param revision what the actor saw
     * @return fails with {@code case.changed} (conflict) when the case has changed since, and as
     *     {@link CaseFile#after} does
     */
    public Future<CaseFile> step(CaseFile file, int revision, CaseStep step, Act act) {
        if (file.revision() != revision) {
            return Future.failedFuture(Problem.of(
                    Problem.Kind.CONFLICT,
                    "case.changed",
                    Map.of("number", file.number().text())));
        }
        CaseFile.Change change = file.after(step, act);
        return switch (step.move()) {
            case APPROVE -> group(change, child -> child.answered(change.file(), act));
            case REOPEN -> group(change, child -> child.reopenedWith(change.event()));
            default -> write(change);
        };
    }

    /** A change with an event of its own in every case of the group, so that all who wait are told: all or none. */
    private Future<CaseFile> group(CaseFile.Change parent, Function<CaseFile, CaseFile.Change> child) {
        CaseFile file = parent.file();
        if (!file.hasMerged()) {
            return write(parent);
        }
        Due due = deadline(file).due();
        return cases.related(file, Set.of(file.agency())).compose(related -> {
            List<Cases.Kept> all = new ArrayList<>();
            all.add(kept(parent));
            related.stream()
                    .filter(each -> each.parent().equals(file.number().text()))
                    .forEach(each -> all.add(new Cases.Kept(child.apply(each), due, List.of())));
            return cases.write(all).map(files -> files.get(0));
        });
    }

    /**
     * 併辦／彙辦: the case goes into another, whose clock becomes that of the group. Both histories tell it, or neither.
     *
     * @return fails with {@code case.changed} (conflict) when one of both has changed since
     */
    public Future<CaseFile> merge(CaseFile file, CaseFile parent, MergeKind kind, Act act) {
        CaseFile.Change child = file.after(new CaseStep.Merge(parent, kind, now()), act);
        return both(child, parent.joined(file, kind, act));
    }

    /** The merge was a mistake: the case goes back to where it was, with its own clock. */
    public Future<CaseFile> unmerge(CaseFile file, CaseFile parent, String reason, Act act) {
        CaseFile.Change child = file.after(new CaseStep.Unmerge(reason), act);
        return both(child, parent.parted(file, act));
    }

    private Future<CaseFile> both(CaseFile.Change child, CaseFile.Change parent) {
        return cases.write(List.of(kept(child), kept(parent))).map(files -> files.get(0));
    }

    /** Cases within reach that may be about the same thing, the most alike first. */
    public Future<List<Duplicates.Suggestion>> likely(CaseFile file, Set<String> agencies) {
        Instant at = file.time().startedAt().atZone(zone).toInstant();
        return cases.near(CaseIntake.near(file.petition(), agencies, at), found -> Duplicates.among(file, found));
    }

    /** How long a second reply may take. */
    public TimeLimit secondReply(CaseFile file) {
        return catalogue
                .get()
                .type(file.petition().type())
                .map(CaseType::secondReply)
                .orElse(CaseType.SECOND_REPLY);
    }

    /**
     * 重啟 by the petitioner, with the code of her case.
     *
     * @return fails as {@link #progress} does, and with {@code case.faults} when it is too late or was done before
     */
    public Future<Progress> reopen(CaseNumber number, QueryCode code, String reason) {
        return progress(number, code).compose(before -> {
            CaseFile file = before.file();
            Act act = new Act(CaseIntake.CITIZEN, file.agency(), clock.instant());
            CaseStep step = new CaseStep.Reopen(reason, true, now(), secondReply(file));
            return step(file, file.revision(), step, act).compose(written -> progress(number, code));
        });
    }

    /**
     * 補正 by the petitioner, with the code of her case: the clock goes on.
     *
     * @param files hash of the form beside which her files wait
     * @return fails as {@link #progress} does, with {@code case.faults} without words, and with {@code case.move} (conflict)
     *     when nobody asks her any longer
     */
    public Future<Progress> answer(CaseNumber number, QueryCode code, String answer, String files) {
        return progress(number, code).compose(before -> {
            CaseFile file = before.file();
            List<Fault> faults = new ArrayList<>();
            Required.check(faults, "answer", answer, "case.answer", PetitionCheck.MOST_LETTERS);
            if (!faults.isEmpty()) {
                throw Problem.invalid("case.faults", faults);
            }
            Act act = new Act(CaseIntake.CITIZEN, file.agency(), clock.instant());
            CaseFile.Change change = file.after(new CaseStep.Resume(answer, now(), ""), act);
            return cases.write(List.of(kept(change).with(files))).compose(written -> progress(number, code));
        });
    }

    /**
     * Files that staff add to a case.
     *
     * @param files hash of the form beside which they wait
     * @param count of them
     */
    public Future<CaseFile> attach(CaseFile file, String files, int count, Act act) {
        CaseFile.Change change = file.noted(ATTACH, "", "", Map.of("files", Integer.toString(count)), act);
        return cases.write(List.of(kept(change).with(files))).map(written -> written.get(0));
    }

    /**
     * Files that the petitioner sends after her petition, under its key.
     *
     * @return fails with {@code case.move} (conflict) when the case is over
     */
    public Future<Void> supply(CaseNumber number, String files, int count) {
        return cases.find(number).compose(file -> {
            if (file.state().isOver()) {
                return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "case.move"));
            }
            return attach(file, files, count, new Act(CaseIntake.CITIZEN, file.agency(), clock.instant()))
                    .mapEmpty();
        });
    }

    /**
     * Takes a file out of its case for good; its name and the reason stay in the history.
     *
     * @param id of the file
     * @param hers whether it came from the petitioner, who is shown then that it was taken out
     * @return fails with {@code case.faults} without a reason
     */
    public Future<CaseFile> detach(CaseFile file, UUID id, String name, boolean hers, String reason, Act act) {
        List<Fault> faults = Required.reason(reason);
        if (!faults.isEmpty()) {
            return Future.failedFuture(Problem.invalid("case.faults", faults));
        }
        CaseFile.Change change = file.noted(DETACH, reason, hers ? name : "", Map.of("file", name), act);
        return cases.write(List.of(kept(change).without(id))).map(written -> written.get(0));
    }

    /** Takes the last step back; fails with {@code case.undo} (conflict) when it may not be. */
    public Future<CaseFile> undo(CaseFile file, Act act) {
        return cases.history(file.number()).compose(all -> write(file.undone(all.get(all.size() - 1), act)));
    }

    /**
     * Gives many cases to a unit, all or none.
     *
     * @param agency of each case, for which the actor acts
     */
    public Future<List<CaseFile>> assign(List<CaseFile> files, CaseStep.Assign step, Function<String, Act> agency) {
        return cases.write(files.stream()
                .map(file -> kept(file.after(step, agency.apply(file.agency()))))
                .toList());
    }

    /**
     * The last day on which a wrong assignment may be moved on.
     *
     * @param siteVisit 會勘: one working day more
     */
    public LocalDate moveBy(CaseFile file, Instant assigned, boolean siteVisit) {
        return UnitClock.moveBy(LocalDateTime.ofInstant(assigned, zone), siteVisit, days(file));
    }

    /** Which unit has held the case for how long since it came in, or was opened again; the clock of the case goes on. */
    public List<UnitClock.Held> held(CaseFile file, List<CaseEvent> history) {
        LocalDateTime end = file.state().isOver() ? file.ended() : now();
        return UnitClock.held(deadline(file), Holdings.of(file, history, zone), end, days(file));
    }

    /** 展期, with its notice; fails as {@link CaseFile#extended} does. */
    public Future<CaseFile> extend(CaseFile file, Extension extension, Act act) {
        CaseFile.Change change = file.extended(extension, rules(file), days(file), act);
        return group(change, child -> child.toldOf(change.event()));
    }

    /** 逾期通知; fails as {@link CaseFile#overdue} does. */
    public Future<CaseFile> overdue(CaseFile file, OverdueNotice notice, Act act) {
        CaseFile.Change change = file.overdue(notice, deadline(file), now(), act);
        return group(change, child -> child.toldOf(change.event()));
    }

    /**
     * Counts a due date again by the calendar of today; what moves is an event with the old date and the new one.
     *
     * @param before as it is kept
     * @return whether it moved; fails with a conflict when somebody else changed the case first, maybe by an older calendar
     */
    public Future<Boolean> recount(CaseFile file, Due before) {
        Due now = listed(file);
        if (now.equals(before)) {
            return Future.succeededFuture(false);
        }
        Act act = new Act(PROGRAM, file.agency(), clock.instant());
        return write(file.recounted(before, now, days(file).version(), act)).map(true);
    }

    /** A note into the history, for staff or, when {@code told} is given, for the petitioner. */
    public Future<CaseFile> note(CaseFile file, String reason, String told, Act act) {
        return write(file.noted("note", reason, told, Map.of(), act));
    }

    /** Shows the case to the public; fails as {@link CaseFile#published} does. */
    public Future<CaseFile> publish(CaseFile file, String summary, Act act) {
        return write(file.published(summary, act));
    }

    /** No longer shows it. */
    public Future<CaseFile> unpublish(CaseFile file, Act act) {
        return write(file.unpublished(act));
    }

    /** @throws Problem as {@link CaseFile#published} does; nothing is written */
    public void requirePublishable(CaseFile file, String summary) {
        CaseFile.Change unused = file.published(summary, new Act(PROGRAM, file.agency(), clock.instant()));
    }

    /** Locks the case from public view, or opens it again; fails with {@code case.faults} without a reason. */
    public Future<CaseFile> lock(CaseFile file, boolean locks, String reason, Act act) {
        return write(file.lock(locks, reason, act));
    }

    /**
     * Gives out a new query code at the counter; the old one opens nothing any longer.
     *
     * @param proof by what the petitioner showed who she is, key of it
     */
    public Future<CaseFile> giveCode(CaseFile file, QueryCode code, String proof, Act act) {
        return cases.writeWithCode(kept(file.coded(proof, act)), CaseKeys.hash(code));
    }

    private Future<CaseFile> write(CaseFile.Change change) {
        return cases.write(List.of(kept(change))).map(files -> files.get(0));
    }

    /** With the figures of its closing, worked out now and never again in silence. */
    private Cases.Kept kept(CaseFile.Change change) {
        CaseFile file = change.file();
        boolean closes = change.event().from().isOpen() && file.state().isClosing();
        List<ClosingFigures> figures =
                closes ? List.of(ClosingFigures.of(file.time(), rules(file), days(file), file.ended())) : List.of();
        return new Cases.Kept(change, listed(file), figures);
    }

    /** The due date as lists ask for it; while the petitioner is asked, that which holds when she never answers. */
    private Due listed(CaseFile file) {
        DeadlineRules rules = rules(file);
        LocalDate last = now().toLocalDate().plusDays(1L + rules.pauses().mostDays());
        return Deadline.of(file.time().lookedAt(last), rules, days(file)).due();
    }

    /**
     * What the petitioner sees; fails with {@code not_found} alike for a number that does not exist and for a wrong code.
     */
    public Future<Progress> progress(CaseNumber number, QueryCode code) {
        return cases.isCode(number, CaseKeys.hash(code)).compose(right -> {
            if (!right) {
                return Future.failedFuture(Problem.notFound("case", number.text()));
            }
            return cases.find(number)
                    .compose(file ->
                            lead(file).compose(lead -> cases.history(number).map(all -> progress(file, lead, all))));
        });
    }

    /** The case whose answer the petitioner waits for: that into which hers was merged, else hers. */
    private Future<CaseFile> lead(CaseFile file) {
        return file.state() == State.MERGED
                ? cases.find(CaseNumber.typed(file.parent()).orElseThrow())
                : Future.succeededFuture(file);
    }

    private Progress progress(CaseFile file, CaseFile lead, List<CaseEvent> all) {
        List<CaseEvent> shown = all.stream().filter(CaseEvent::visible).toList();
        boolean mayReopen = Move.REOPEN.isPossibleFrom(file.state()) && file.reopenedByPetitioner() == 0;
        boolean late = mayReopen && file.isLateToReopen(now());
        return new Progress(file, lead, shown, deadline(lead), mayReopen && !late);
    }
}
