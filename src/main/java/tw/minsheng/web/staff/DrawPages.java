package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.ContactFile;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.invite.draw.DrawnPerson;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.attach.Arrived;
import tw.minsheng.report.draw.DrawOrder;
import tw.minsheng.report.draw.FrameDesk;
import tw.minsheng.security.Permission;

/** 抽樣: a frame is looked at, a sample drawn from it once, and the draw proved. The frame itself is never kept. */
final class DrawPages {

    static final String PATH = "/agency/surveys/:survey/sample";

    private static final int LONGEST = 500;

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final DrawSheet sheet;

    DrawPages(StaffDoors doors, StaffSetup setup, Pages pages) {
        this.doors = doors;
        this.setup = setup;
        this.sheet = new DrawSheet(doors, pages);
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.CHANGE_WAVES, this::show),
                StaffRoute.frame(PATH + "/frame", Permission.CHANGE_WAVES, this::frame),
                StaffRoute.frame(PATH + "/draw", Permission.CHANGE_WAVES, this::draw),
                StaffRoute.frame(PATH + "/repeat", Permission.CHANGE_WAVES, this::repeat),
                StaffRoute.post(PATH + "/invite", Permission.CHANGE_WAVES, this::invite),
                StaffRoute.post(PATH + "/discard", Permission.CHANGE_WAVES, this::discard),
                StaffRoute.get(PATH + "/selected.csv", Permission.CHANGE_WAVES, this::selected),
                StaffRoute.get(PATH + "/audit.json", Permission.CHANGE_WAVES, this::audit));
    }

    private DrawDoors door() {
        return doors.invite().draw();
    }

    private SampleDraws draws() {
        return door().draws();
    }

    private Future<StaffReply> show(StaffRequest request) {
        return sheet.show(request);
    }

    private static String base(StaffRequest request) {
        return DrawSheet.base(request);
    }

    private static Future<StaffReply> back(StaffRequest request, String done) {
        return Future.succeededFuture(new StaffReply.SeeOther(DrawnWaves.back(request, base(request), done)));
    }

    /** What a form did wrong, on the page with all that was typed. */
    private Future<StaffReply> again(StaffRequest request, DrawSheet.Said said) {
        return sheet.page(request, 422, said);
    }

    /** The one file of a form; in words what is wrong with it. */
    private static Optional<String> wrong(StaffRequest request) {
        List<Arrived> files = request.arrived("files");
        if (files.isEmpty()) {
            return Optional.of("sample.error.file");
        }
        return files.get(0).tooLarge() ? Optional.of("sample.error.large") : Optional.empty();
    }

    /** A name without a path, as some browsers send one, and short enough to be told. */
    private static String name(Arrived file) {
        String name = file.name().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > 120 ? name.substring(name.length() - 120) : name;
    }

    /** What is wrong in a form that goes with a file, in words, by field. */
    private Map<String, String> errors(StaffRequest request, Map<String, String> keys) {
        Map<String, String> errors = new LinkedHashMap<>();
        keys.forEach((field, key) -> errors.put(field, request.words().say(key)));
        wrong(request).ifPresent(key -> errors.put("files", sheet.size(request.words(), key)));
        return errors;
    }

    private Future<StaffReply> frame(StaffRequest request) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        FrameForm form = FrameForm.of(request::field, today);
        Map<String, String> errors = errors(request, form.errors());
        DrawSheet.Said said = DrawSheet.Said.of(form);
        if (!errors.isEmpty()) {
            return again(request, said.with(errors));
        }
        Arrived file = request.arrived("files").get(0);
        return sheet.waves()
                .worked(request)
                .compose(wave -> wave.isEmpty()
                        ? again(request, said)
                        : door().aside()
                                .run(() ->
                                        FrameDesk.look(name(file), () -> new ArrivedStream(file.content()), form.id()))
                                .compose(looked -> draws().keepFrame(
                                                wave.get().of(),
                                                frame(request, form, file, looked),
                                                request.actOnSurvey()))
                                .compose(kept -> back(request, "frame"))
                                .recover(failure -> sheet.refused(request, said, "files", failure)));
    }

    private static DrawnFrame frame(StaffRequest request, FrameForm form, Arrived file, FrameDesk.Looked looked) {
        return new DrawnFrame(
                0,
                form.name(),
                name(file),
                form.asOf(),
                file.content().size(),
                looked.rows(),
                looked.columns(),
                looked.id(),
                looked.sha256(),
                request.account().name(),
                request.now());
    }

    private Future<StaffReply> draw(StaffRequest request) {
        return sheet.waves().worked(request).compose(wave -> {
            if (wave.isEmpty() || !wave.get().isDrawn()) {
                return again(request, DrawSheet.Said.NOTHING);
            }
            return draws().frame(wave.get().of())
                    .compose(frame -> frame.map(found -> draw(request, wave.get(), found))
                            .orElseGet(() -> again(
                                    request,
                                    DrawSheet.Said.NOTHING.with(
                                            Map.of("", request.words().say("sample.error.no_frame"))))));
        });
    }

    private Future<StaffReply> draw(StaffRequest request, DrawnWave wave, DrawnFrame frame) {
        DrawForm form = DrawForm.of(request::field, wave.plan(), frame);
        Map<String, String> errors = errors(request, form.errors());
        DrawSheet.Said said = DrawSheet.Said.of(form);
        if (!errors.isEmpty()) {
            return again(request, said.with(errors));
        }
        Seed seed = form.seed(setup.random());
        DrawOrder order = form.order(frame, form.size(), seed.value());
        Arrived file = request.arrived("files").get(0);
        LocalDate on = LocalDate.ofInstant(request.now(), request.words().zone());
        return draws().announce(wave.of(), seed, request.actOnSurvey())
                .compose(announced -> door().aside()
                        .run(() -> drawn(file, frame, order, request.account().name(), on, form.contacts())))
                .compose(drawn -> {
                    Optional<String> strangers = strangers(wave, order, drawn);
                    Optional<String> unfit = unfit(order, drawn);
                    if (unfit.isPresent()) {
                        return again(
                                request,
                                said.with(Map.of(
                                        "group",
                                        request.words()
                                                .say("sample.error.name_of_group", Map.of("name", unfit.get())))));
                    }
                    return strangers.isPresent()
                            ? again(
                                    request,
                                    said.with(Map.of("group", sheet.strangers(request, wave, strangers.get()))))
                            : keep(request, wave, frame, new Ordered(order, seed), on, form, drawn);
                })
                .recover(failure -> sheet.refused(request, said, "files", failure));
    }

    private static FrameDesk.Drawn drawn(
            Arrived file, DrawnFrame frame, DrawOrder order, String by, LocalDate on, List<String> contacts)
            throws IOException {
        return FrameDesk.draw(
                name(file),
                () -> new ArrivedStream(file.content()),
                frame.sha256(),
                order,
                by,
                on.toString(),
                contacts);
    }

    /** A name that invitations cannot carry: released together, strata are told by their names with a + between. */
    private static Optional<String> unfit(DrawOrder order, FrameDesk.Drawn drawn) {
        return drawn.groups().stream()
                .map(FrameDesk.Group::name)
                .filter(name -> order.needsGroup() && !name.matches("[^+\\p{Cntrl}]{1,64}"))
                .findFirst();
    }

    /** Strata that no answer of the question could name: the report would not find what they stand for. */
    private static Optional<String> strangers(DrawnWave wave, DrawOrder order, FrameDesk.Drawn drawn) {
        Set<String> known = wave.strata();
        return Optional.of(drawn.groups().stream()
                        .map(FrameDesk.Group::name)
                        .filter(name -> order.isStratified() && !known.isEmpty() && !known.contains(name))
                        .limit(5)
                        .collect(Collectors.joining("、")))
                .filter(names -> !names.isEmpty());
    }

    /** What is drawn, with the seed and where it came from. */
    private record Ordered(DrawOrder order, Seed seed) {}

    private Future<StaffReply> keep(
            StaffRequest request,
            DrawnWave wave,
            DrawnFrame frame,
            Ordered ordered,
            LocalDate on,
            DrawForm form,
            FrameDesk.Drawn drawn) {
        DrawOrder order = ordered.order();
        SampleDraw draw = new SampleDraw(
                0,
                frame,
                new SampleDraw.Rule(
                        order.design(),
                        order.share(),
                        order.size(),
                        order.isStratified() ? order.least() : 0,
                        ordered.seed(),
                        order.needsGroup() ? order.group() : "",
                        order.needsMeasure() ? order.measure() : ""),
                drawn.rows().size(),
                drawn.sha256(),
                drawn.audit(),
                on,
                request.account().name(),
                request.now(),
                SampleDraw.State.DRAWN,
                "",
                drawn.groups().stream()
                        .map(group -> new SampleDraw.Group(
                                group.name(), group.size(), group.drawn(), group.weight(), group.whole()))
                        .toList());
        List<DrawnPerson> people = drawn.rows().stream()
                .map(row -> new DrawnPerson(
                        row.id(),
                        row.group(),
                        row.weight(),
                        reach(form, drawn.picked().getOrDefault(row.id(), List.of()))))
                .toList();
        return draws().keep(wave.of(), draw, people, request.actOnSurvey()).compose(kept -> back(request, "draw"));
    }

    private static DrawnPerson.Reach reach(DrawForm form, List<String> picked) {
        return new DrawnPerson.Reach(
                form.contact("person", picked),
                form.contact("email", picked),
                form.contact("phone", picked),
                form.contact("language", picked));
    }

    /** The same file is drawn from again, before the eyes of whoever doubts. */
    private Future<StaffReply> repeat(StaffRequest request) {
        Optional<String> wrong = wrong(request);
        if (wrong.isPresent()) {
            String words = sheet.size(request.words(), wrong.get());
            return again(request, DrawSheet.Said.NOTHING.with(Map.of("files", words)));
        }
        Arrived file = request.arrived("files").get(0);
        return sheet.standing(request).compose(found -> {
            if (found.isEmpty()) {
                return show(request);
            }
            SampleDraw draw = found.get();
            return door().aside()
                    .run(() -> drawn(file, draw.frame(), DrawSheet.order(draw), draw.actor(), draw.on(), List.of()))
                    .compose(drawn -> back(
                            request,
                            drawn.sha256().equals(draw.sha256())
                                            && drawn.audit().equals(draw.audit())
                                    ? "same"
                                    : "other"))
                    .recover(failure -> sheet.refused(request, DrawSheet.Said.NOTHING, "files", failure));
        });
    }

    private Future<StaffReply> discard(StaffRequest request) {
        String reason = request.field("reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            return again(
                    request,
                    DrawSheet.Said.NOTHING.with(Map.of("reason", request.words().say("sample.error.reason"))));
        }
        return sheet.waves()
                .worked(request)
                .compose(wave -> wave.isEmpty()
                        ? show(request)
                        : draws().discard(wave.get().of(), reason, request.actOnSurvey())
                                .compose(gone -> back(request, "discard")));
    }

    /** Those drawn become the list of invitations; who cannot be reached stays drawn. */
    private Future<StaffReply> invite(StaffRequest request) {
        return sheet.waves().worked(request).compose(wave -> {
            if (wave.isEmpty() || !wave.get().offer().wave().isOpen(request.now())) {
                return again(
                        request,
                        DrawSheet.Said.NOTHING.with(Map.of("", request.words().say("invite.error.wave"))));
            }
            return draws().people(wave.get().of(), request.actOnSurvey())
                    .compose(people -> invite(request, wave.get(), people))
                    .recover(failure -> sheet.refused(request, DrawSheet.Said.NOTHING, "", failure));
        });
    }

    private Future<StaffReply> invite(StaffRequest request, DrawnWave wave, List<DrawnPerson> people) {
        List<Contact> contacts = new ArrayList<>();
        ContactFile.Read read = ContactFile.check(
                people.stream()
                        .filter(person -> person.contact().isGiven())
                        .map(DrawPages::told)
                        .toList(),
                wave.survey().languages(),
                contacts::add);
        if (contacts.isEmpty()) {
            return again(
                    request,
                    DrawSheet.Said.NOTHING.with(Map.of("", request.words().say("sample.error.unreachable"))));
        }
        return draws().invite(wave.of(), contacts, doors.invite().keys(), request.actOnSurvey())
                .map(added -> new StaffReply.SeeOther(DrawnWaves.back(request, base(request), "invited") + "&n="
                        + added.added() + "&of=" + people.size() + "&unwilling=" + added.unwilling() + "&refused="
                        + read.refused().size()));
    }

    private static ContactFile.Told told(DrawnPerson person) {
        DrawnPerson.Reach reach = person.contact();
        return new ContactFile.Told(
                person.unit(), reach.name(), reach.email(), reach.phone(), reach.language(), person.group());
    }

    private Future<StaffReply> selected(StaffRequest request) {
        return sheet.standing(request).compose(found -> {
            if (found.isEmpty()) {
                return show(request);
            }
            SampleDraw draw = found.get();
            return sheet.wave(request).compose(wave -> {
                SampleDraws.Of of = wave.orElseThrow().of();
                return draws().reading(of, request.actOnSurvey())
                        .compose(people -> people == 0
                                ? Future.failedFuture(Problem.of(Problem.Kind.GONE, "sample.erased"))
                                : Future.succeededFuture(new StaffReply.Streamed(
                                        "text/csv; charset=utf-8",
                                        "selected.csv",
                                        out -> SelectedList.of(draw).send(draws(), of, out))));
            });
        });
    }

    /** The record of a draw; that of one taken back can be asked for by its number. */
    private Future<StaffReply> audit(StaffRequest request) {
        return sheet.all(request)
                .compose(all -> all.stream()
                        .filter(draw -> request.query("no").isEmpty()
                                ? draw.state() != SampleDraw.State.DISCARDED
                                : request.query("no").equals(Integer.toString(draw.no())))
                        .findFirst()
                        .<Future<StaffReply>>map(draw -> Future.succeededFuture(new StaffReply.File(
                                "application/json; charset=utf-8", "audit.json", Buffer.buffer(draw.audit()))))
                        .orElseGet(() -> show(request)));
    }
}
