package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseAccess;
import tw.minsheng.petition.CaseIntake;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Confirmation;
import tw.minsheng.petition.Kind;
import tw.minsheng.petition.Receipt;
import tw.minsheng.petition.Sent;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.deadline.StepWords;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.QrCode;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;
import tw.minsheng.web.ShownFiles;
import tw.minsheng.web.Uploads;

/** A citizen writes a petition and is told its number, its query code and by when she gets an answer. */
public final class PetitionPages implements Routes {

    static final String PATH = "/petition";

    private static final String KEY_FIELD = "form_key";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int KEY_BYTES = 16;
    /** What a citizen chooses from; the others are for staff. */
    private static final List<Kind> KINDS =
            List.of(Kind.SUGGESTION, Kind.REPAIR, Kind.RIGHTS, Kind.MISCONDUCT, Kind.INQUIRY, Kind.THANKS);

    private final PetitionSetup setup;
    private final CitizenSetup citizen;
    private final Frames frames;
    private final SecureRandom random = new SecureRandom();

    public PetitionPages(PetitionSetup setup) {
        this.setup = setup;
        this.citizen = setup.citizen();
        this.frames = citizen.frames();
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> show(context, 200, newKey(), former(context), List.of(), List.of()));
        router.post(PATH).handler(this::send);
        router.get(PATH + "/:key").handler(this::receipt);
    }

    /** The case that was answered before, when the way here leads from it. Whether there is one, nobody learns here. */
    private static Map<String, String> former(RoutingContext context) {
        String asked = context.queryParams().get("former");
        return Optional.ofNullable(asked)
                .flatMap(CaseNumber::typed)
                .map(number -> Map.of("former", number.text()))
                .orElse(Map.of());
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private void send(RoutingContext context) {
        boolean files = Uploads.isMultipart(context);
        setup.uploads()
                .read(context, () -> admit(context), form -> {
                    if (!files) {
                        admit(context);
                    }
                    return take(context, form);
                })
                .onFailure(context::fail);
    }

    private void admit(RoutingContext context) {
        citizen.origin().check(context.request());
        citizen.limits().take(RateLimits.Kind.PETITIONS, citizen.address().of(context.request()));
    }

    private Future<Void> take(RoutingContext context, FormBody form) {
        String key = KEY.matcher(form.first(KEY_FIELD)).matches() ? form.first(KEY_FIELD) : newKey();
        Map<String, String> fields = fields(context, form);
        Sent sent = new Sent(fields, Channel.WEB, frames.words(context).say("petition.notice.version"));
        return before(key, form)
                .compose(before -> setup.files().take(FilesView.sending(CaseIntake.files(key), form, before)))
                .compose(faults -> faults.isEmpty()
                        ? setup.intake().take(sent, key)
                        : Future.failedFuture(Problem.invalid(
                                "petition.faults", both(setup.intake().faults(sent), faults))))
                .compose(taken -> taken.again() ? added(taken, key) : Future.succeededFuture())
                .map(taken -> {
                    Reply.seeOther(context, RequestLanguage.of(context).link(PATH + "/" + key));
                    return (Void) null;
                })
                .recover(failure -> again(context, key, fields, failure));
    }

    /** The files that its case has already, when it was sent before: also then no more than a case may have. */
    private Future<List<Attachment>> before(String key, FormBody form) {
        if (form.arrived(FilesView.FILES).isEmpty()
                && form.all(ShownFiles.FIELD).isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return setup.intake()
                .takenWith(CaseIntake.files(key))
                .compose(number ->
                        number.map(setup.files()::ofPetitioner).orElseGet(() -> Future.succeededFuture(List.of())));
    }

    /** Whoever goes back, chooses one more file and sends again wants it to be with her case. */
    private Future<Void> added(Receipt taken, String key) {
        String form = CaseIntake.files(key);
        return setup.files()
                .waiting(form)
                .compose(waiting -> waiting.isEmpty()
                        ? Future.succeededFuture()
                        : setup.desk().supply(taken.number(), form, waiting.size()));
    }

    private static List<Fault> both(List<Fault> some, List<Fault> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private Map<String, String> fields(RoutingContext context, FormBody form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Sent.NAMES.forEach(name -> fields.put(name, form.first(name)));
        fields.put("former", form.first("former"));
        fields.put(Sent.POINT, form.first(Sent.POINT));
        fields.put(FilesView.KEEP_PLACE, form.first(FilesView.KEEP_PLACE));
        fields.put("language", frames.words(context).language().tag());
        return fields;
    }

    /** The same page with what was typed, and what is wrong with it. */
    private Future<Void> again(RoutingContext context, String key, Map<String, String> typed, Throwable failure) {
        if (failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID) {
            return setup.files().waiting(CaseIntake.files(key)).map(waiting -> {
                show(context, FilesView.status(problem.faults()), key, typed, problem.faults(), waiting);
                return (Void) null;
            });
        }
        if (failure instanceof Problem problem && problem.code().equals("key.reused")) {
            show(context, 409, newKey(), typed, List.of(Fault.of("text", "petition.sent_before")), List.of());
            return Future.succeededFuture();
        }
        return Future.failedFuture(failure);
    }

    private void show(
            RoutingContext context,
            int status,
            String key,
            Map<String, String> typed,
            List<Fault> faults,
            List<Attachment> waiting) {
        Catalogue catalogue = setup.intake().catalogue();
        if (catalogue.isEmpty()) {
            context.fail(Problem.notFound("page", PATH));
            return;
        }
        Words words = frames.words(context);
        Map<String, String> wrong = FilesView.wrong(faults, setup.words(), words.language());
        PetitionViews.Form page = new PetitionViews.Form(
                RequestLanguage.of(context).link(PATH),
                key,
                KINDS.stream()
                        .map(kind -> choice(kind.key(), words.say("petition.kind." + kind.key()), typed, "kind"))
                        .toList(),
                catalogue.types().stream()
                        .map(type -> choice(type.id(), words.text(type.label()), typed, "type"))
                        .toList(),
                Stream.concat(
                                Stream.of(choice("", words.say("petition.district.none"), typed, "district")),
                                catalogue.districts().entrySet().stream()
                                        .map(each ->
                                                choice(each.getKey(), words.text(each.getValue()), typed, "district")))
                        .toList(),
                typed,
                wrong,
                wrong.entrySet().stream()
                        .map(each -> new PartPage.Link(each.getValue(), "#" + each.getKey()))
                        .toList(),
                CaseIntake.isDanger(new Sent(typed, Channel.WEB, "")),
                setup.confirm().offer().isOffered()
                        ? words.say(
                                "petition.confirm.hint",
                                "days",
                                setup.confirm().offer().days())
                        : "",
                FilesView.of(words, setup.files().limits(), waiting, typed, wrong),
                notice(words));
        String title = words.say(faults.isEmpty() ? "petition.title" : "petition.title.wrong");
        fill(context, status, "petition", words, title, page);
    }

    private static PetitionViews.Choice choice(String value, String label, Map<String, String> typed, String field) {
        return new PetitionViews.Choice(value, label, value.equals(typed.getOrDefault(field, "")));
    }

    private static List<Pages.Item> notice(Words words) {
        return Stream.of("agency", "purpose", "categories", "use", "rights", "refusal")
                .map(item -> new Pages.Item(words.say("notice." + item), words.say("petition.notice." + item)))
                .toList();
    }

    private void receipt(RoutingContext context) {
        String key = context.pathParam("key");
        if (!KEY.matcher(key).matches()) {
            context.fail(Problem.notFound("page", PATH));
            return;
        }
        setup.intake()
                .receipt(key)
                .compose(receipt -> setup.confirm()
                        .way(receipt.number())
                        .compose(way -> setup.files()
                                .ofPetitioner(receipt.number())
                                .map(files -> {
                                    show(context, receipt, way, files);
                                    return (Void) null;
                                })))
                .onFailure(context::fail);
    }

    private void show(RoutingContext context, Receipt receipt, Confirmation.Way way, List<Attachment> files) {
        Words words = frames.words(context);
        LocalizedText procedure = setup.intake()
                .catalogue()
                .type(receipt.type())
                .map(CaseType::procedure)
                .orElse(LocalizedText.NONE);
        PetitionViews.Receipt page = new PetitionViews.Receipt(
                receipt.number().text(),
                receipt.code().grouped(),
                words.due(receipt.deadline().due()),
                new StepWords(words.language()).of(receipt.deadline().steps()),
                Stream.of(confirm(words, way), words.text(procedure), words.say("petition.next.ask"))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                receipt.danger(),
                FilesView.lines(words, files),
                RequestLanguage.of(context).link(CasePages.PATH),
                way == Confirmation.Way.PHONE ? RequestLanguage.of(context).link(ConfirmPages.PATH) : "",
                QrCode.of(citizen.absolute(
                        context,
                        CasePages.SLIP + setup.intake().slip(new CaseAccess(receipt.number(), receipt.code())))));
        fill(context, 200, "petitionreceipt", words, words.say("petition.receipt.title"), page);
    }

    /** What she has to do so that the case begins. */
    private String confirm(Words words, Confirmation.Way way) {
        return words.say(
                "petition.next.confirm." + way.key(),
                "days",
                setup.confirm().offer().days());
    }

    private void fill(RoutingContext context, int status, String template, Words words, String title, Object page) {
        citizen.show(context, status, template, frames.around(context, words, title, ""), page);
    }
}
