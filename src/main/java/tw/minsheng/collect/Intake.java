package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Version;

/** Takes answers page by page: stores what was typed, then checks it, then says what is next. */
public final class Intake {

    private final Surveys surveys;
    private final Drafts drafts;
    private final Responses responses;
    private final Finishing finishing;
    private final FormKeys keys;
    private final Clock clock;

    public Intake(
            Surveys surveys, Drafts drafts, Responses responses, Finishing finishing, FormKeys keys, Clock clock) {
        this.surveys = surveys;
        this.drafts = drafts;
        this.responses = responses;
        this.finishing = finishing;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Which answer is meant.
     *
     * @param version of the page that was shown, for an answer of which nothing is saved yet; empty for the current one
     * @param invitation hash of the token by which the respondent was invited, "" for everybody else
     * @param place in the sample of somebody who was handed a slip in a session
     */
    public record Address(
            String survey,
            DataSet set,
            ResumeCode code,
            Optional<Version> version,
            String invitation,
            SamplePlace place) {

        /** Of somebody who was not handed a slip. */
        public Address(String survey, DataSet set, ResumeCode code, Optional<Version> version, String invitation) {
            this(survey, set, code, version, invitation, SamplePlace.NONE);
        }

        /** Of somebody who was not invited. */
        public Address(String survey, DataSet set, ResumeCode code, Optional<Version> version) {
            this(survey, set, code, version, "");
        }
    }

    /**
     * One part as sent.
     *
     * @param fields by field name, without the fields of the form itself
     * @param seconds spent on the part in all
     * @param seen revision that the page carried
     * @param check false for 上一頁 and the language switch: what was typed is stored and not checked
     * @param change true for a respondent who came from the check page to change something: then only parts that are
     *     new to them lie between here and the check page
     */
    public record Sent(
            String part,
            Map<String, List<String>> fields,
            Language language,
            int seconds,
            int seen,
            boolean check,
            boolean change) {}

    /**
     * Where this answer stands: at its first part that is not in order, ready, or done. Fails with {@code not_found} for
     * an unknown survey, with {@code survey.closed} (gone) when its wave takes no answers.
     */
    public Future<Step> stand(Address address) {
        return offer(address)
                .compose(offer -> drafts.find(key(address)).compose(attempt -> stand(address, offer, attempt)));
    }

    private Future<Step> stand(Address address, Surveys.Offer offer, Attempt attempt) {
        if (attempt instanceof Attempt.Done done) {
            return Future.succeededFuture(new Step.Done(offer, address.code(), done.finished()));
        }
        return visit(address, offer, attempt).map(Intake::standing);
    }

    private static Step standing(Visit visit) {
        return visit.filled()
                .firstOpen()
                .<Step>map(open -> new Step.At(visit, open))
                .orElseGet(() -> new Step.Ready(visit));
    }

    /** What to show at the address of a part: that part when the respondent may be there, else where they stand. */
    public Future<Step> show(Address address, String part) {
        return stand(address).map(step -> {
            Optional<Visit> visit = step instanceof Step.At at
                    ? Optional.of(at.visit())
                    : step instanceof Step.Ready ready ? Optional.of(ready.visit()) : Optional.empty();
            return visit.flatMap(found -> found.form()
                            .part(part)
                            .filter(found.filled()::reaches)
                            .<Step>map(wanted -> new Step.At(found, wanted)))
                    .orElse(step);
        });
    }

    /** Stores one part, checks it, and says what is next. Nothing is written while nothing was typed. */
    public Future<Step> send(Address address, Sent sent) {
        return offer(address).compose(offer -> {
            boolean blank = sent.fields().values().stream()
                    .allMatch(values -> values.stream().allMatch(String::isBlank));
            if (!offer.wave().isOpen(clock.instant())) {
                return Future.failedFuture(closed(offer.wave()));
            }
            if (blank && sent.seen() == 0) {
                return drafts.find(key(address)).compose(attempt -> next(address, offer, attempt, sent, false));
            }
            return version(address, offer)
                    .compose(version ->
                            known(address, offer, version, sent.part()).map(version))
                    .compose(version -> drafts.save(new Drafts.Save(
                            key(address),
                            address.survey(),
                            version.survey().version(),
                            offer.wave().code(),
                            address.set(),
                            sent.language(),
                            sent.part(),
                            sent.fields(),
                            Math.min(sent.seconds(), Short.MAX_VALUE),
                            sent.seen())))
                    .compose(saved -> next(address, offer, saved.attempt(), sent, saved.changedElsewhere()));
        });
    }

    /** Nothing is stored under a name that the survey does not have, in the version of the page or of the draft. */
    private Future<Void> known(Address address, Surveys.Offer offer, Published version, String part) {
        if (version.form().part(part).isPresent()) {
            return Future.succeededFuture();
        }
        Problem unknown = Problem.notFound("part", part);
        return drafts.find(key(address))
                .compose(attempt -> attempt instanceof Attempt.Open open
                        ? version(address.survey(), open.draft().version(), offer)
                        : Future.failedFuture(unknown))
                .compose(own ->
                        own.form().part(part).isPresent() ? Future.succeededFuture() : Future.failedFuture(unknown));
    }

    private Future<Step> next(Address address, Surveys.Offer offer, Attempt attempt, Sent sent, boolean elsewhere) {
        if (attempt instanceof Attempt.Done done) {
            return Future.succeededFuture(new Step.Done(offer, address.code(), done.finished()));
        }
        return visit(address, offer, attempt).compose(visit -> {
            Part part = visit.form().part(sent.part()).orElseThrow(() -> Problem.notFound("part", sent.part()));
            if (!sent.check()) {
                return Future.succeededFuture(
                        elsewhere ? new Step.Again(visit, part, List.of(), true) : new Step.At(visit, part));
            }
            boolean saved = sent.fields().equals(visit.filled().fields(part));
            Visit now = saved ? visit : visit.with(visit.filled().with(part, sent.fields(), sent.seconds()));
            List<Fault> faults = AnswerCheck.sent(now.filled().walk(), part, sent.fields());
            if (!faults.isEmpty() || elsewhere) {
                return Future.succeededFuture(new Step.Again(now, part, faults, elsewhere));
            }
            return turnedAway(now, part)
                    .map(done -> done.<Step>map(finished -> new Step.Done(offer, address.code(), finished))
                            .orElseGet(() -> onward(now, part, sent.change())));
        });
    }

    private static Step onward(Visit visit, Part part, boolean change) {
        Filled filled = visit.filled();
        return filled.walk().parts().stream()
                .filter(each -> each.isAfter(part) && !(change && filled.isSaved(each)))
                .findFirst()
                .<Step>map(next -> new Step.At(visit, next))
                .orElseGet(() -> standing(visit));
    }

    /** Lets people go early: when a quota that this part decides is full, the attempt ends here. */
    private Future<Optional<Finished>> turnedAway(Visit visit, Part part) {
        int page = visit.form().survey().pages().indexOf(part.page());
        List<Quota> decided = finishing.quotas(visit).stream()
                .filter(quota -> quota.when().names().stream()
                        .anyMatch(name -> visit.form().pageOf(name) == page))
                .toList();
        if (decided.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return responses
                .quotas(
                        visit.form().survey().id(),
                        visit.offer().wave().code(),
                        visit.offer().wave().set())
                .compose(counted ->
                        decided.stream().anyMatch(quota -> counted.getOrDefault(quota.id(), 0L) >= quota.limit())
                                ? finishing.turnAway(visit).map(Optional::of).recover(Intake::lookAgain)
                                : Future.succeededFuture(Optional.empty()));
    }

    /** Somebody changes the same draft at this moment: nobody is sent away, and the finish decides again. */
    private static Future<Optional<Finished>> lookAgain(Throwable failure) {
        return isChanged(failure) ? Future.succeededFuture(Optional.empty()) : Future.failedFuture(failure);
    }

    /**
     * Sends the whole answer; all rules are decided again. The same form sent twice, or from two devices at once, gives
     * the same {@link Step.Done}.
     *
     * @param seen revision of what was looked over before sending: when something has changed since, it is looked over
     *     again; 0 for somebody who was shown nothing
     */
    public Future<Step> finish(Address address, Language language, int seen) {
        return finish(address, language, seen, 3);
    }

    private Future<Step> finish(Address address, Language language, int seen, int tries) {
        return stand(address).compose(step -> {
            if (!(step instanceof Step.Ready ready)) {
                return Future.succeededFuture(asFaults(step));
            }
            if (ready.visit().filled().walk().answers().isEmpty()) {
                return Future.succeededFuture(notYet(ready, "answer.empty"));
            }
            if (seen != 0 && seen != ready.visit().revision()) {
                return Future.succeededFuture(notYet(ready, "answer.changed"));
            }
            Surveys.Offer offer = ready.visit().offer();
            return finishing
                    .finish(ready.visit(), language)
                    .<Step>map(finished -> new Step.Done(offer, address.code(), finished))
                    .recover(failure -> tries > 1 && isChanged(failure)
                            ? finish(address, language, seen, tries - 1)
                            : Future.failedFuture(failure));
        });
    }

    private static Step notYet(Step.Ready ready, String why) {
        return new Step.NotYet(ready.visit(), List.of(Fault.of("", why)));
    }

    private static boolean isChanged(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals("draft.changed");
    }

    private static Step asFaults(Step step) {
        return step instanceof Step.At at
                ? new Step.Again(at.visit(), at.part(), at.visit().filled().faults(at.part()), false)
                : step;
    }

    private Future<Surveys.Offer> offer(Address address) {
        return surveys.find(address.survey(), address.set())
                .map(found -> found.filter(offer -> mayCome(address, offer))
                        .orElseThrow(() -> Problem.notFound("survey", address.survey())));
    }

    /** Where only invited people answer, everybody else may try it out at most. */
    private static boolean mayCome(Address address, Surveys.Offer offer) {
        boolean chosen = !address.invitation().isEmpty() || address.place().isGiven();
        return chosen || address.set() == DataSet.TEST || !offer.isInvitedOnly();
    }

    private Future<Published> version(Address address, Surveys.Offer offer) {
        Version wanted = address.version().orElse(offer.current().survey().version());
        return version(address.survey(), wanted, offer);
    }

    private Future<Published> version(String survey, Version wanted, Surveys.Offer offer) {
        if (offer.current().survey().version().equals(wanted)) {
            return Future.succeededFuture(offer.current());
        }
        return surveys.version(survey, wanted, offer.wave().set())
                .map(found -> found.orElseThrow(() -> Problem.notFound("version", wanted.toString())));
    }

    private Future<Visit> visit(Address address, Surveys.Offer offer, Attempt attempt) {
        if (!offer.wave().isOpen(clock.instant())) {
            return Future.failedFuture(closed(offer.wave()));
        }
        if (!(attempt instanceof Attempt.Open open)) {
            return version(address, offer)
                    .map(version -> new Visit(
                            offer,
                            version,
                            address.code(),
                            0,
                            Filled.of(version.form(), Map.of()),
                            address.invitation(),
                            address.place()));
        }
        Draft draft = open.draft();
        if (!draft.survey().equals(address.survey()) || draft.set() != address.set()) {
            return Future.failedFuture(Problem.notFound("survey", address.survey()));
        }
        if (!draft.wave().equals(offer.wave().code())) {
            // the end of its own wave is not known here, and that of the open one would mislead
            return Future.failedFuture(
                    Problem.of(Problem.Kind.GONE, "survey.closed", Map.of("survey", draft.survey(), "closes", "")));
        }
        return version(address.survey(), draft.version(), offer)
                .map(version -> new Visit(
                        offer,
                        version,
                        address.code(),
                        draft.revision(),
                        Filled.of(version.form(), draft.parts()),
                        address.invitation(),
                        address.place()));
    }

    /** The wave takes no answers: it has ended, or has not begun. */
    private Problem closed(Wave wave) {
        return closed(wave, clock.instant());
    }

    /** What to say at this moment to someone who comes to a wave that takes no answers. */
    public static Problem closed(Wave wave, Instant now) {
        return Problem.of(
                Problem.Kind.GONE,
                now.isBefore(wave.opens()) ? "survey.not_yet" : "survey.closed",
                Map.of("opens", wave.opens().toString(), "closes", wave.closes().toString()));
    }

    /** Whether something was saved under this code, for people who type it. */
    public Future<Boolean> isKnown(Address address) {
        return drafts.find(key(address)).map(attempt -> !(attempt instanceof Attempt.Fresh));
    }

    /** Forgets what was typed. */
    public Future<Void> forget(Address address) {
        return drafts.delete(key(address));
    }

    private DraftKey key(Address address) {
        return keys.draftKey(address.survey(), address.set(), address.code());
    }
}
