package tw.minsheng.collect;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Turns answers that are in order into finished ones: over forms and over the API by the same rules. */
public final class Finishing {

    private final Surveys surveys;
    private final Responses responses;
    private final FormKeys keys;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone decides which day it is */
    public Finishing(Surveys surveys, Responses responses, FormKeys keys, Clock clock, ZoneId zone) {
        this.surveys = surveys;
        this.responses = responses;
        this.keys = keys;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * An answer that comes at once.
     *
     * @param key idempotency key
     * @param answers in the form of {@link AnswerJson}
     * @param language tag, "" for the survey's first language
     * @param version x.y.z, "" for the current one
     */
    public record Whole(String survey, String key, Map<String, ?> answers, String language, String version) {}

    Future<Finished> finish(Visit visit, Language language) {
        Walk walk = visit.filled().walk();
        AnswerSheet sheet = sheet(
                        visit.version(),
                        visit.offer().wave(),
                        source(visit),
                        language,
                        visit.filled().secondsByPart(),
                        walk)
                .at(visit.place());
        return keep(visit, walk, sheet, quotas(visit));
    }

    Future<Finished> turnAway(Visit visit) {
        Walk walk = visit.filled().walk();
        AnswerSheet sheet = sheet(
                        visit.version(),
                        visit.offer().wave(),
                        source(visit),
                        visit.form().survey().languages().get(0),
                        Map.of(),
                        walk)
                .at(visit.place());
        return keep(visit, walk, sheet.turnedAway(), List.of());
    }

    private Future<Finished> keep(Visit visit, Walk walk, AnswerSheet sheet, List<Quota> quotas) {
        String formKey = keys.formKey(sheet.survey(), sheet.set(), visit.code());
        DraftKey key = keys.draftKey(sheet.survey(), sheet.set(), visit.code());
        Finish.DraftRef draft =
                visit.revision() == 0 ? Finish.DraftRef.NONE : new Finish.DraftRef(key.code(), visit.revision());
        String mac = FormKeys.bodyMac(formKey, CanonicalBody.of(AnswerJson.write(sheet.answers())));
        return responses.finish(new Finish(
                key.form(), mac, keys.newReceipt(), draft, sheet, codes(walk, sheet), quotas, visit.invitation()));
    }

    /** The quotas that count this answer; a screened-out one counts in none. */
    List<Quota> quotas(Visit visit) {
        return quotas(visit.form(), visit.filled().walk());
    }

    private static List<Quota> quotas(Questionnaire form, Walk walk) {
        return walk.screenedOut()
                ? List.of()
                : form.survey().quotas().stream()
                        .filter(quota -> quota.when().holds(walk.answers()))
                        .toList();
    }

    /**
     * Takes an answer that comes at once (API). The same key with the same body gives the same answer again.
     *
     * @return fails with {@code answers.invalid} and every fault, with {@code not_found}, with {@code survey.closed}, or
     *     with {@code key.reused} (conflict) when the key came with another body before
     */
    public Future<Finished> take(Whole whole) {
        String submission = FormKeys.apiSubmission(whole.survey(), whole.key());
        String mac = FormKeys.bodyMac(whole.key(), CanonicalBody.of(body(whole)));
        return surveys.find(whole.survey(), DataSet.LIVE)
                .map(found -> found.filter(offer -> !offer.isInvitedOnly())
                        .orElseThrow(() -> Problem.notFound("survey", whole.survey())))
                .compose(offer -> check(whole, offer))
                .compose(checked -> responses.finish(new Finish(
                        submission,
                        mac,
                        keys.newReceipt(),
                        Finish.DraftRef.NONE,
                        checked.sheet(),
                        codes(checked.walk(), checked.sheet()),
                        quotas(checked.walk().form(), checked.walk()))))
                .recover(failure -> before(submission, failure))
                .map(finished -> same(finished, mac));
    }

    private static Map<String, Object> body(Whole whole) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("answers", whole.answers());
        body.put("language", whole.language());
        body.put("version", whole.version());
        return body;
    }

    /** A key that was finished before is answered as before, also when the survey has closed since. */
    private Future<Finished> before(String submission, Throwable failure) {
        if (!(failure instanceof Problem problem) || problem.kind() == Problem.Kind.UNAVAILABLE) {
            return Future.failedFuture(failure);
        }
        return responses
                .submission(submission)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(failure)));
    }

    private static Finished same(Finished finished, String mac) {
        if (!finished.bodyMac().equals(mac)) {
            throw Problem.of(Problem.Kind.CONFLICT, "key.reused");
        }
        return finished;
    }

    private record Checked(Walk walk, AnswerSheet sheet) {}

    private Future<Checked> check(Whole whole, Surveys.Offer offer) {
        if (!offer.wave().isOpen(clock.instant())) {
            return Future.failedFuture(Intake.closed(offer.wave(), clock.instant()));
        }
        return version(whole, offer).map(version -> check(whole, offer, version));
    }

    private Future<Published> version(Whole whole, Surveys.Offer offer) {
        Survey current = offer.current().survey();
        if (whole.version().isEmpty()
                || whole.version().equals(current.version().toString())) {
            return Future.succeededFuture(offer.current());
        }
        Problem unknown = Problem.invalid("answers.invalid", List.of(Fault.of("version", "answer.version")));
        try {
            return surveys.version(whole.survey(), Version.parse(whole.version()), DataSet.LIVE)
                    .map(found -> found.orElseThrow(() -> unknown));
        } catch (IllegalArgumentException notAVersion) {
            return Future.failedFuture(unknown);
        }
    }

    private Checked check(Whole whole, Surveys.Offer offer, Published version) {
        Questionnaire form = version.form();
        Reading reading = AnswerJson.read(form, whole.answers());
        Walk walk = Walk.of(form, reading.answers());
        List<Fault> faults = new ArrayList<>(reading.faults());
        Set<String> unreadable = faults.stream().map(Fault::place).collect(Collectors.toSet());
        AnswerCheck.whole(walk, reading.answers()).stream()
                .filter(fault -> !unreadable.contains(fault.place()))
                .forEach(faults::add);
        Optional<Language> language = form.survey().languages().stream()
                .filter(each -> whole.language().isEmpty() || each.tag().equals(whole.language()))
                .findFirst();
        if (language.isEmpty()) {
            faults.add(Fault.of("language", "answer.language"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("answers.invalid", faults);
        }
        return new Checked(walk, sheet(version, offer.wave(), Source.OPEN, language.orElseThrow(), Map.of(), walk));
    }

    /** Whoever was invited, or handed a slip in a session, had been drawn; over an open link people choose themselves. */
    private static Source source(Visit visit) {
        return visit.invitation().isEmpty() && !visit.place().isGiven() ? Source.OPEN : Source.DRAWN;
    }

    private AnswerSheet sheet(
            Published version, Wave wave, Source source, Language language, Map<String, Integer> seconds, Walk walk) {
        Survey survey = version.survey();
        Map<String, Answer> answers = walk.answers();
        return new AnswerSheet(
                survey.id(),
                survey.version(),
                version.hash(),
                wave.code(),
                wave.set(),
                source,
                Survey.Mode.WEB,
                Display.ITEMS,
                language,
                survey.privacy().notice().version(),
                NoticeHash.of(survey.privacy().notice(), language),
                LocalDate.ofInstant(clock.instant(), zone),
                seconds,
                walk.screenedOut() ? Outcome.SCREENED_OUT : Outcome.COMPLETE,
                answers);
    }

    private static List<Short> codes(Walk walk, AnswerSheet sheet) {
        return sheet.outcome() == Outcome.QUOTA_FULL ? List.of() : Codes.of(walk);
    }
}
