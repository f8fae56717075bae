package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;

/** Takes petitions: checks them, gives them a number, a code and a due date. The same key gives the same receipt. */
public final class CaseIntake {

    /** Who acts when a citizen does. */
    public static final String CITIZEN = "citizen";

    private final Supplier<Catalogue> catalogue;
    private final Cases cases;
    private final CaseKeys keys;
    private final Function<String, OfficeDays> days;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param days working days of a district, as the calendar stands
     * @param zone decides which day it is
     */
    public CaseIntake(
            Supplier<Catalogue> catalogue,
            Cases cases,
            CaseKeys keys,
            Function<String, OfficeDays> days,
            Clock clock,
            ZoneId zone) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.keys = keys;
        this.days = days;
        this.clock = clock;
        this.zone = zone;
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** Takes a petition that a citizen sends herself ({@link #take(Sent, String, Taker)}). */
    public Future<Receipt> take(Sent sent, String key) {
        return take(sent, key, Taker.CITIZEN);
    }

    /**
     * Takes a petition; completes after the commit.
     *
     * @param key 16 or more letters that only the sender knows, the same when the same is sent again
     * @return fails with {@code petition.faults} (invalid) and every fault, or with {@code key.reused} (conflict) when
     *     the key came with another petition before
     */
    public Future<Receipt> take(Sent sent, String key, Taker taker) {
        Catalogue now = catalogue.get();
        Instant at = clock.instant();
        ArrivalCheck.Arrival arrival = ArrivalCheck.of(taker.isStaff() ? sent : sent.ofCitizen(), receipt(at));
        Petition petition = PetitionCheck.of(now, sent, arrival.faults());
        CaseType type = now.type(petition.type()).orElseThrow();
        CaseTime time = CaseTime.of(type.limit(), arrival.received());
        CaseFile.Opening opening = new CaseFile.Opening(
                type.agency(),
                taker.unit(),
                petition,
                time,
                arrival.origin(),
                isDanger(sent),
                arrival.record(),
                new Act(taker.name(), type.agency(), taker.from(), at));
        String own = taker.isStaff() ? CaseKeys.ofStaff(key) : key;
        return open(opening, type, own, CaseKeys.bodyMac(own, sent.canonical()));
    }

    /**
     * Cases within reach that may be about the same thing as what somebody is about to key in.
     *
     * @return fails with {@code petition.faults} as {@link #take(Sent, String, Taker)} does
     */
    public Future<List<Duplicates.Suggestion>> likely(Sent sent, Set<String> agencies) {
        ArrivalCheck.Arrival arrival = ArrivalCheck.of(sent, receipt(clock.instant()));
        Petition petition = PetitionCheck.of(catalogue.get(), sent, arrival.faults());
        Instant at = arrival.received().atZone(zone).toInstant();
        return cases.near(
                near(petition, agencies, at), found -> Duplicates.before(petition, arrival.received(), found));
    }

    static Cases.Near near(Petition petition, Set<String> agencies, Instant at) {
        return new Cases.Near(
                petition.type(), petition.place(), agencies, at.minus(Duplicates.SPAN), at.plus(Duplicates.SPAN));
    }

    private Future<Receipt> open(CaseFile.Opening opening, CaseType type, String key, String mac) {
        OfficeDays office = days.apply(opening.petition().place().district());
        Deadline deadline = Deadline.of(opening.time(), type.rules(), office);
        QueryCode code = keys.code(key);
        int year = RepublicYear.of(opening.time().startedAt().getYear());
        Cases.Entry entry =
                new Cases.Entry(CaseKeys.submission(key), mac, CaseKeys.hash(code), year, opening, deadline.due());
        Instant stamp = opening.time().startedAt().atZone(zone).toInstant();
        return cases.open(entry.stamped(stamp)).compose(opened -> {
            if (!opened.bodyMac().equals(mac)) {
                return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "key.reused"));
            }
            return opened.again()
                    ? cases.find(opened.number()).map(file -> receipt(file, code))
                    : Future.succeededFuture(
                            new Receipt(opened.number(), code, type.id(), deadline, opening.locked(), false));
        });
    }

    /** Under which hash files wait beside a form with this key, until its petition takes them along. */
    public static String files(String key) {
        return CaseKeys.submission(key);
    }

    /** The same beside a form of staff. */
    public static String filesOfStaff(String key) {
        return CaseKeys.submission(CaseKeys.ofStaff(key));
    }

    /** What is wrong with a petition of a citizen, without taking it. */
    public List<Fault> faults(Sent sent) {
        return faults(sent, Taker.CITIZEN);
    }

    /** What is wrong with it, without taking it. */
    public List<Fault> faults(Sent sent, Taker taker) {
        try {
            ArrivalCheck.Arrival arrival =
                    ArrivalCheck.of(taker.isStaff() ? sent : sent.ofCitizen(), receipt(clock.instant()));
            Petition unused = PetitionCheck.of(catalogue.get(), sent, arrival.faults());
            return List.of();
        } catch (Problem wrong) {
            return wrong.faults();
        }
    }

    /** What the QR code of a paper receipt carries: opens the progress of this case as long as its code is this one. */
    public String slip(CaseAccess access) {
        return keys.slip(access);
    }

    /** The number and code behind it; empty for what was not made here. */
    public Optional<CaseAccess> ofSlip(String token) {
        return keys.ofSlip(token);
    }

    /** Whether what was written tells of violence at home or sexual assault; also before it is taken. */
    public static boolean isDanger(Sent sent) {
        return isDanger(sent.get("text") + "\n" + sent.get("correction"));
    }

    /** The same for any words of a petitioner. */
    public static boolean isDanger(String words) {
        return DangerWords.shipped().isIn(words);
    }

    /** As a receiving stamp says it: to the minute. */
    private LocalDateTime receipt(Instant at) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** Whether staff have sent this key before: then it is no new case, and its own is not one that is like it. */
    public Future<Boolean> isTakenByStaff(String key) {
        return takenWith(filesOfStaff(key)).map(Optional::isPresent);
    }

    /** The case that a form with this hash opened, empty when it was not taken yet. */
    public Future<Optional<CaseNumber>> takenWith(String form) {
        return cases.opened(form)
                .map(Optional::of)
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    /** The same for what staff took under their key, which opens nothing outside their pages. */
    public Future<Receipt> receiptOfStaff(String key) {
        return receipt(CaseKeys.ofStaff(key));
    }

    /**
     * The receipt of what was taken under this key; fails with {@code not_found} when nothing was, or when another query
     * code has been given out since, for which there may have been a reason.
     */
    public Future<Receipt> receipt(String key) {
        QueryCode code = keys.code(key);
        return cases.opened(CaseKeys.submission(key))
                .compose(number -> cases.isCode(number, CaseKeys.hash(code))
                        .compose(current -> current
                                ? cases.find(number).map(file -> receipt(file, code))
                                : Future.failedFuture(Problem.notFound("case", ""))));
    }

    /** Told again: the clock started when it came in first. */
    private Receipt receipt(CaseFile file, QueryCode code) {
        String type = file.petition().type();
        DeadlineRules rules = catalogue.get().type(type).map(CaseType::rules).orElse(DeadlineRules.DEFAULT);
        OfficeDays office = days.apply(file.petition().place().district());
        return new Receipt(file.number(), code, type, Deadline.of(file.time(), rules, office), file.locked(), true);
    }
}
