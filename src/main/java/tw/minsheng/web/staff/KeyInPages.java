package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Duplicates;
import tw.minsheng.petition.Receipt;
import tw.minsheng.petition.Sent;
import tw.minsheng.petition.Taker;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.web.ShownFiles;

/** Staff key in what came by telephone, over the counter, on paper, told orally or in a meeting; it waits for no confirmation. */
final class KeyInPages {

    private static final String PATH = "/agency/cases/new";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int KEY_BYTES = 16;
    private static final String FILES = "files";
    /** What the address may bring along: the next item of a meeting begins where the last one stood. */
    private static final List<String> CARRIED = List.of("channel", "meeting", "day", "received", "former");

    private final StaffDoors doors;
    private final SecureRandom random;
    private final Pages pages;

    KeyInPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.random = setup.random();
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.WORK_CASES, this::ask),
                StaffRoute.upload(PATH, Permission.WORK_CASES, this::take));
    }

    private Future<StaffReply> ask(StaffRequest request) {
        Map<String, String> typed = new LinkedHashMap<>();
        CARRIED.forEach(name -> typed.put(name, StaffRequest.checked(request.query(name), 200)));
        typed.put("language", "zh-TW");
        return page(request, 200, newKey(), typed, List.of());
    }

    /** Files first: they are kept whatever is wrong with the rest. */
    private Future<StaffReply> take(StaffRequest request) {
        String key = KEY.matcher(request.field("key")).matches() ? request.field("key") : newKey();
        return before(request, key)
                .compose(there ->
                        doors.cases().files().take(CaseFiles.sending(request, CaseIntake.filesOfStaff(key), there)))
                .compose(wrong -> take(request, key, wrong));
    }

    /** The files of its case, when the form was sent before. */
    private Future<List<Attachment>> before(StaffRequest request, String key) {
        if (request.arrived(FILES).isEmpty() && request.fields(ShownFiles.FIELD).isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return doors.cases()
                .intake()
                .takenWith(CaseIntake.filesOfStaff(key))
                .compose(number ->
                        number.map(doors.cases().files()::of).orElseGet(() -> Future.succeededFuture(List.of())));
    }

    /** A file that comes with a second sending belongs to the case as well. */
    private Future<Receipt> added(StaffRequest request, Receipt receipt, String key) {
        String form = CaseIntake.filesOfStaff(key);
        if (!receipt.again()) {
            return Future.succeededFuture(receipt);
        }
        return doors.cases()
                .files()
                .waiting(form)
                .compose(waiting -> waiting.isEmpty()
                        ? Future.succeededFuture(receipt)
                        : doors.cases()
                                .cases()
                                .find(receipt.number())
                                .compose(file -> doors.cases()
                                        .desk()
                                        .attach(file, form, waiting.size(), request.act(file.agency())))
                                .map(receipt));
    }

    /** @param wrong with files */
    private Future<StaffReply> take(StaffRequest request, String key, List<Fault> wrong) {
        Map<String, String> typed = KeyInForm.fields(request);
        Optional<Channel> channel =
                Channel.of(typed.getOrDefault("channel", "")).filter(KeyInForm.CHANNELS::contains);
        if (channel.isEmpty()) {
            return page(request, 422, key, typed, both(List.of(Fault.of("channel", "keyed.channel")), wrong));
        }
        Optional<CaseType> type = mine(request).stream()
                .filter(each -> each.id().equals(typed.get("type")))
                .findFirst();
        if (type.isEmpty()) {
            typed.put("type", "");
        }
        Sent sent = new Sent(typed, channel.get(), "");
        Taker taker = new Taker(
                request.account().name(),
                type.map(found -> unit(request, found)).orElse(""),
                request.from());
        if (!wrong.isEmpty()) {
            List<Fault> all = both(doors.cases().intake().faults(sent, taker), wrong);
            return page(request, CaseFiles.status(wrong), key, typed, all);
        }
        return Future.succeededFuture(sent)
                .compose(ready -> likely(request, key, ready))
                .compose(found -> found.isEmpty()
                        ? doors.cases()
                                .intake()
                                .take(sent, key, taker)
                                .compose(receipt -> added(request, receipt, key))
                                .map(receipt -> done(receipt, key))
                        : page(request, 200, key, typed, List.of(), found))
                .recover(failure -> {
                    if (failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID) {
                        return page(request, 422, key, typed, problem.faults());
                    }
                    return failure instanceof Problem problem && problem.code().equals("key.reused")
                            ? page(request, 409, newKey(), typed, List.of(Fault.of("text", "petition.sent_before")))
                            : Future.failedFuture(failure);
                });
    }

    private static List<Fault> both(List<Fault> some, List<Fault> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Nothing when they have been seen: then it is another case; and nothing when this very form was taken before. */
    private Future<List<Duplicates.Suggestion>> likely(StaffRequest request, String key, Sent sent) {
        Set<String> reach = Rights.reach(request.account(), Permission.SEE_CASES, request.tree());
        CaseIntake intake = doors.cases().intake();
        return request.field("seen").isEmpty()
                ? intake.isTakenByStaff(key)
                        .compose(taken -> taken ? Future.succeededFuture(List.of()) : intake.likely(sent, reach))
                : Future.succeededFuture(List.of());
    }

    private static StaffReply done(Receipt receipt, String key) {
        return new StaffReply.SeeOther("/agency/cases/" + receipt.number().text() + "/receipt?key=" + key);
    }

    /** Types of agencies within reach, and of those above: a unit takes what its bureau answers for. */
    private List<CaseType> mine(StaffRequest request) {
        AgencyTree tree = request.tree();
        String own = request.account().agency();
        return doors.cases().catalogue().get().types().stream()
                .filter(type -> tree.isWithin(type.agency(), own) || tree.isWithin(own, type.agency()))
                .toList();
    }

    /** A unit under the agency that owns the case keeps what it took, or it would lose sight of it. */
    private static String unit(StaffRequest request, CaseType type) {
        String own = request.account().agency();
        boolean under = !own.equals(type.agency()) && request.tree().isWithin(own, type.agency());
        return under ? own : "";
    }

    private Future<StaffReply> page(
            StaffRequest request, int status, String key, Map<String, String> typed, List<Fault> faults) {
        return page(request, status, key, typed, faults, List.of());
    }

    private Future<StaffReply> page(
            StaffRequest request,
            int status,
            String key,
            Map<String, String> typed,
            List<Fault> faults,
            List<Duplicates.Suggestion> likely) {
        Catalogue catalogue = doors.cases().catalogue().get();
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.merge(
                fault.place(),
                doors.cases().words().of(request.words().language(), fault),
                (one, other) -> fault.place().equals(FILES) ? one + " " + other : one));
        String said = errors.getOrDefault(FILES, "");
        KeyInForm form = new KeyInForm(request.words(), catalogue, mine(request), typed, errors);
        boolean danger = CaseIntake.isDanger(new Sent(typed, Channel.COUNTER, ""));
        return doors.cases()
                .files()
                .waiting(CaseIntake.filesOfStaff(key))
                .compose(waiting -> pages.show(
                        request,
                        status,
                        "casenew",
                        new CaseViews.KeyIn(
                                key,
                                form.groups(),
                                danger,
                                form.summary(),
                                new CaseLikes(request.words()).before(likely),
                                CaseFiles.attaching(
                                        request.words(),
                                        doors.cases().files(),
                                        waiting,
                                        !request.field("keep_place").isEmpty(),
                                        said))));
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
