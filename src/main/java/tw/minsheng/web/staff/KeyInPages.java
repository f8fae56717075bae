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
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** Staff key in what came by telephone, over the counter, on paper, told orally or in a meeting; it waits for no confirmation. */
final class KeyInPages {

    private static final String PATH = "/agency/cases/new";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int KEY_BYTES = 16;
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
                StaffRoute.post(PATH, Permission.WORK_CASES, this::take));
    }

    private Future<StaffReply> ask(StaffRequest request) {
        Map<String, String> typed = new LinkedHashMap<>();
        CARRIED.forEach(name -> typed.put(name, StaffRequest.checked(request.query(name), 200)));
        typed.put("language", "zh-TW");
        return page(request, 200, newKey(), typed, List.of());
    }

    private Future<StaffReply> take(StaffRequest request) {
        String key = KEY.matcher(request.field("key")).matches() ? request.field("key") : newKey();
        Map<String, String> typed = KeyInForm.fields(request);
        Optional<Channel> channel =
                Channel.of(typed.getOrDefault("channel", "")).filter(KeyInForm.CHANNELS::contains);
        if (channel.isEmpty()) {
            return page(request, 422, key, typed, List.of(Fault.of("channel", "keyed.channel")));
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
        return Future.succeededFuture(sent)
                .compose(ready -> likely(request, key, ready))
                .compose(found -> found.isEmpty()
                        ? doors.cases().intake().take(sent, key, taker).map(receipt -> done(receipt, key))
                        : page(request, 200, key, typed, List.of(), found))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? page(request, 422, key, typed, problem.faults())
                        : Future.failedFuture(failure));
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
        faults.forEach(fault -> errors.putIfAbsent(
                fault.place(), doors.cases().words().of(request.words().language(), fault)));
        KeyInForm form = new KeyInForm(request.words(), catalogue, mine(request), typed, errors);
        boolean danger = CaseIntake.isDanger(new Sent(typed, Channel.COUNTER, ""));
        return pages.show(
                request,
                status,
                "casenew",
                new CaseViews.KeyIn(
                        key, form.groups(), danger, form.summary(), new CaseLikes(request.words()).before(likely)));
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
