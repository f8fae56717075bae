package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Surveys;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.ContactFile;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.StratumMerge;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.web.TypedDay;

/** Who is invited to a survey: contacts are added, mailed, reminded once, counted and erased; no page says who answered. */
public final class InvitationPages {

    private static final int USUAL_DAYS = 14;
    private static final int SHOWN = 50;

    private final StaffDoors doors;
    private final Pages pages;
    private final DrawnWaves waves;

    InvitationPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
        this.waves = new DrawnWaves(doors);
    }

    /** How far one stratum has come. */
    public record Row(String stratum, List<String> cells) {}

    /**
     * @param waves the same page for the other waves, empty where there is one
     * @param shown code of the wave that is shown, "" when there is none; {@code query} the same as it stands in an address
     * @param past words about a wave whose place a newer one has taken, "" for the newest
     * @param wave that is open, "" when none is: then nobody can be invited
     * @param onsite whether people are asked on site, so that nobody is invited
     * @param rows the last one is the sum; empty while nobody is invited
     * @param undelivered addresses that were not reached, with the reason
     * @param csv what was pasted
     * @param found what a dry run found, "" before
     * @param refused rows that are not taken, each with its reason
     * @param last last day for answers, as typed
     * @param erase whether to ask before contacts are erased, {@code erased} what that does
     * @param mail whether mails can be sent at all
     * @param least smallest group of answers
     */
    public record Invited(
            String base,
            List<ResultPages.Choice> waves,
            String shown,
            String query,
            String past,
            String wave,
            boolean onsite,
            List<Row> rows,
            List<String> undelivered,
            String csv,
            String found,
            List<String> refused,
            String last,
            boolean erase,
            List<String> erased,
            boolean mail,
            int least,
            String done,
            Map<String, String> errors) {}

    /** What a request has brought beside the figures. */
    private record Said(
            String csv, String found, List<String> refused, String last, String done, Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/surveys/:survey/invitations", Permission.CHANGE_WAVES, this::show),
                StaffRoute.post("/agency/surveys/:survey/invitations", Permission.CHANGE_WAVES, this::change));
    }

    private Invitations invitations() {
        return doors.invite().invitations();
    }

    private Future<Optional<Surveys.Offer>> open(StaffRequest request) {
        return doors.surveys()
                .find(request.surveyId(), DataSet.LIVE)
                .map(found -> found.filter(offer -> offer.wave().isOpen(request.now())));
    }

    /** Petitioners are asked by the plan alone: whoever keeps surveys adds none, and sees no address of theirs. */
    private boolean isOfCases(StaffRequest request) {
        return doors.invite().plan().isGiven() && doors.invite().plan().survey().equals(request.surveyId());
    }

    private Future<StaffReply> show(StaffRequest request) {
        if (isOfCases(request)) {
            return Future.succeededFuture(new StaffReply.SeeOther("/agency/cases/survey"));
        }
        String done = request.query("done");
        String n = request.query("n").matches("\\d{1,9}") ? request.query("n") : "0";
        String message = List.of("send", "remind", "erase", "refuse").contains(done)
                ? request.words().say("invite.done." + done, Map.of("n", n))
                : "";
        return page(request, 200, new Said("", "", List.of(), "", message, Map.of()));
    }

    private Future<StaffReply> page(StaffRequest request, int status, Said said) {
        return waves.asked(request)
                .compose(wave -> waves.choices(request, base(request), wave).compose(choices -> {
                    if (wave.isEmpty()) {
                        return pages.show(
                                request,
                                status,
                                "invitations",
                                view(request, wave, choices, List.of(), List.of(), said));
                    }
                    Invitations.Round round = round(request, wave.get().offer());
                    return invitations()
                            .progress(round)
                            .compose(progress -> invitations()
                                    .undelivered(round)
                                    .compose(undelivered -> pages.show(
                                            request,
                                            status,
                                            "invitations",
                                            view(request, wave, choices, progress, undelivered, said))));
                }));
    }

    private static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/invitations";
    }

    private static Invitations.Round round(StaffRequest request, Surveys.Offer offer) {
        return new Invitations.Round(request.surveyId(), offer.wave().code());
    }

    private Invited view(
            StaffRequest request,
            Optional<DrawnWave> wave,
            List<ResultPages.Choice> choices,
            List<Invitations.Progress> progress,
            List<Invitations.Undelivered> undelivered,
            Said said) {
        boolean isOpen = wave.filter(
                        found -> !found.past() && found.offer().wave().isOpen(request.now()))
                .isPresent();
        int least = request.survey().newest().survey().privacy().minCellSize();
        LocalDate usual =
                LocalDate.ofInstant(request.now(), request.words().zone()).plusDays(USUAL_DAYS);
        return new Invited(
                base(request),
                choices,
                wave.map(DrawnWave::code).orElse(""),
                wave.map(DrawnWave::query).orElse(""),
                wave.filter(DrawnWave::past)
                        .map(each -> request.words().say("invite.past", Map.of("wave", each.code())))
                        .orElse(""),
                isOpen ? wave.get().code() : "",
                wave.map(DrawnWave::offer).filter(InvitationPages::isOnsite).isPresent(),
                wave.map(each -> rows(request.words(), each, progress, least)).orElse(List.of()),
                undelivered.stream()
                        .limit(SHOWN)
                        .map(each -> each.address() + "：" + each.trouble())
                        .toList(),
                said.csv(),
                said.found(),
                said.refused(),
                said.last().isEmpty() ? usual.toString() : said.last(),
                !progress.isEmpty() && request.query("erase").equals("1"),
                progress.isEmpty() ? List.of() : erased(request.words(), sum(progress), least),
                doors.invite().channels().contains("mail"),
                least,
                said.done(),
                said.errors());
    }

    /** Strata of few people are counted with their neighbours: how many of two have answered would nearly name them. */
    private static List<Row> rows(Words words, DrawnWave wave, List<Invitations.Progress> progress, int least) {
        Map<String, Long> people = progress.stream()
                .collect(Collectors.groupingBy(
                        Invitations.Progress::stratum,
                        TreeMap::new,
                        Collectors.summingLong(Invitations.Progress::contacts)));
        Map<String, String> names = StratumMerge.names(people, least);
        Map<String, List<Invitations.Progress>> groups = progress.stream()
                .collect(Collectors.groupingBy(
                        each -> names.getOrDefault(each.stratum(), ""), TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        groups.forEach((name, each) -> rows.add(row(
                words,
                name.isEmpty() ? words.say("invite.whole") : wave.stratum(words, name),
                sum(each),
                names.isEmpty())));
        if (groups.size() > 1) {
            rows.add(row(words, words.say("figures.sum"), sum(progress), false));
        }
        return rows;
    }

    private static Row row(Words words, String name, Invitations.Progress each, boolean few) {
        Stream<String> open = Stream.of(each.contacts(), each.mailed(), each.waiting(), each.bounced(), each.silent())
                .map(words::number);
        Stream<String> telling = Stream.of(each.reminded(), each.started(), each.answered(), each.held())
                .map(n -> few ? "—" : words.number(n));
        return new Row(name, Stream.concat(open, telling).toList());
    }

    /** What becomes of those invited, of what is half done, and of answers; of how many nobody has answered says nothing here. */
    private static List<String> erased(Words words, Invitations.Progress all, int least) {
        Map<String, Object> args = Map.of(
                "contacts", words.number(all.contacts()),
                "mailed", words.number(all.mailed()),
                "waiting", words.number(all.waiting()),
                "least", words.number(least));
        return Stream.of("contacts", "invited", "waiting", "answers", "held", "figures")
                .map(key -> words.say("invite.erase.what." + key, args))
                .toList();
    }

    private static Invitations.Progress sum(List<Invitations.Progress> all) {
        return all.stream()
                .reduce((one, other) -> new Invitations.Progress(
                        "",
                        one.contacts() + other.contacts(),
                        one.mailed() + other.mailed(),
                        one.waiting() + other.waiting(),
                        one.bounced() + other.bounced(),
                        one.silent() + other.silent(),
                        one.reminded() + other.reminded(),
                        one.started() + other.started(),
                        one.answered() + other.answered(),
                        one.held() + other.held()))
                .orElseThrow();
    }

    private Future<StaffReply> change(StaffRequest request) {
        if (isOfCases(request)) {
            return Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        }
        if (request.field("act").equals("erase")) {
            return erase(request);
        }
        if (request.field("act").equals("refuse")) {
            return refuse(request);
        }
        return waves.worked(request).compose(present -> open(request)).compose(offer -> {
            if (offer.isEmpty()) {
                return page(request, 422, error("", request.words().say("invite.error.wave")));
            }
            if (isOnsite(offer.get())) {
                return page(request, 422, error("", request.words().say("invite.onsite")));
            }
            return switch (request.field("act")) {
                case "check", "add" ->
                    isDrawn(request, offer.get())
                            .compose(drawn -> drawn
                                    ? page(
                                            request,
                                            422,
                                            error("", request.words().say("invite.drawn")))
                                    : contacts(request, offer.get()));
                case "send" -> send(request, offer.get());
                case "remind" -> remind(request, offer.get());
                default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
            };
        });
    }

    private static Said error(String field, String words) {
        return new Said("", "", List.of(), "", "", Map.of(field, words));
    }

    /** Who answers there was given a slip of a session; an answer by mail would stand in none. */
    private static boolean isOnsite(Surveys.Offer offer) {
        return offer.current().survey().sampling().design() == SamplingPlan.Design.ONSITE;
    }

    /** Whom the draw picked is invited, and nobody beside. */
    private Future<Boolean> isDrawn(StaffRequest request, Surveys.Offer offer) {
        SampleDraws.Of wave =
                new SampleDraws.Of(request.surveyId(), offer.wave().code());
        return doors.invite()
                .draw()
                .draws()
                .all(wave)
                .map(all -> DrawSheet.standing(all).isPresent());
    }

    /** A dry run and the real thing read alike; what is refused is listed both times. */
    private Future<StaffReply> contacts(StaffRequest request, Surveys.Offer offer) {
        Words words = request.words();
        List<Contact> good = new ArrayList<>();
        ContactFile.Read read;
        try {
            read = ContactFile.read(
                    request.field("csv"), request.survey().newest().survey().languages(), good::add);
        } catch (Problem refused) {
            String why = doors.invite().words().of(words.language(), refused);
            return page(request, 422, new Said(request.field("csv"), "", List.of(), "", "", Map.of("csv", why)));
        }
        List<String> refused = read.refused().stream()
                .map(fault -> doors.invite().words().of(words.language(), fault))
                .toList();
        if (request.field("act").equals("check") || good.isEmpty()) {
            String found = words.say(
                    "invite.found",
                    Map.of(
                            "n", words.number(read.good()),
                            "refused", words.number(read.refused().size()),
                            "strata", words.number(read.strata().size())));
            return page(request, 200, new Said(request.field("csv"), found, refused, "", "", Map.of()));
        }
        return invitations()
                .add(round(request, offer), good, doors.invite().keys(), request.actOnSurvey())
                .compose(added -> {
                    String done = words.say(
                            "invite.done.add",
                            Map.of(
                                    "n", words.number(added.added()),
                                    "known", words.number(added.known()),
                                    "unwilling", words.number(added.unwilling())));
                    return page(request, 200, new Said("", "", refused, "", done, Map.of()));
                });
    }

    private Future<StaffReply> send(StaffRequest request, Surveys.Offer offer) {
        String last = request.field("last").strip();
        Optional<Instant> expires = expires(request, last);
        if (expires.isEmpty()) {
            return page(
                    request,
                    422,
                    new Said(
                            "",
                            "",
                            List.of(),
                            last,
                            "",
                            Map.of("last", request.words().say("waves.error.last"))));
        }
        return invitations()
                .send(
                        round(request, offer),
                        doors.invite().letters().of(offer, expires.get()),
                        doors.invite().channels(),
                        request.actOnSurvey())
                .map(n -> back(request, "send", n));
    }

    private static Optional<Instant> expires(StaffRequest request, String last) {
        try {
            Instant end = TypedDay.parse(last)
                    .plusDays(1)
                    .atStartOfDay(request.words().zone())
                    .toInstant();
            return Optional.of(end).filter(found -> found.isAfter(request.now()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private Future<StaffReply> remind(StaffRequest request, Surveys.Offer offer) {
        return invitations()
                .remind(round(request, offer), request.actOnSurvey())
                .map(n -> back(request, "remind", n));
    }

    /** She told it on another way than by her link. */
    private Future<StaffReply> refuse(StaffRequest request) {
        String typed = request.field("address").strip();
        boolean mail = ContactFile.isEmail(typed);
        if (!mail && !ContactFile.isPhone(typed)) {
            return page(request, 422, error("address", request.words().say("invite.refuse.error")));
        }
        return invitations()
                .refuse(mail ? typed : "", mail ? "" : typed, doors.invite().keys(), request.actOnSurvey())
                .map(done -> back(request, "refuse", 1));
    }

    private Future<StaffReply> erase(StaffRequest request) {
        return waves.asked(request)
                .compose(wave -> wave.map(
                                found -> invitations().erase(round(request, found.offer()), request.actOnSurvey()))
                        .orElseGet(() -> Future.succeededFuture(0)))
                .map(n -> back(request, "erase", n));
    }

    private static StaffReply back(StaffRequest request, String done, int n) {
        return new StaffReply.SeeOther(DrawnWaves.back(request, base(request), done) + "&n=" + n);
    }
}
