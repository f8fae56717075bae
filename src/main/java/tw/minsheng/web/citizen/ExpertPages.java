package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.collect.PlainText;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.panel.PanelDesk;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelKeys;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Rating;
import tw.minsheng.panel.Seat;
import tw.minsheng.panel.Sheet;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RateLimits;
import tw.minsheng.web.Reply;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/**
 * An expert rates the items of a survey (專家效度) by a link of her own, without an account and without a script: {@code
 * /panel/{token}}. Every page that is sent is kept at once, whether it is complete or not, and can be changed until the round is
 * closed.
 */
public final class ExpertPages implements Routes {

    private static final String ROUTE = PanelKeys.PATH + ":token";
    private static final String FORM = "ratings";

    private final CitizenSetup setup;
    private final PanelDesk desk;
    private final ProblemWords problems;
    private final Frames frames;

    public ExpertPages(CitizenSetup setup, PanelDesk desk, ProblemWords problems) {
        this.setup = setup;
        this.desk = desk;
        this.problems = problems;
        this.frames = setup.frames();
    }

    @Override
    public void mount(Router router) {
        router.get(ROUTE).handler(context -> seated(context, this::start));
        router.get(ROUTE + "/end").handler(context -> seated(context, this::end));
        router.get(ROUTE + "/done").handler(context -> seated(context, this::done));
        router.get(ROUTE + "/:part").handler(context -> seated(context, this::part));
        router.post(ROUTE + "/end").handler(context -> posted(context, this::finish));
        router.post(ROUTE + "/:part").handler(context -> posted(context, this::rate));
    }

    /** Answers an expert. */
    private interface Step {
        void answer(RoutingContext context, Seat seat);
    }

    private interface Shown {
        void answer(Seat seat);
    }

    /** Takes what an expert has sent. */
    private interface Taking {
        Future<Void> take(RoutingContext context, Seat seat, FormBody form);
    }

    private void seated(RoutingContext context, Step step) {
        seated(context, (Shown) seat -> step.answer(context, seat));
    }

    private void seated(RoutingContext context, Shown step) {
        context.response().putHeader("X-Robots-Tag", "noindex, nofollow");
        setup.limits().take(RateLimits.Kind.PAGES, setup.address().of(context.request()));
        desk.seat(token(context))
                .map(seat -> {
                    step.answer(seat);
                    return seat;
                })
                .onFailure(context::fail);
    }

    private void posted(RoutingContext context, Taking taking) {
        context.response().putHeader("X-Robots-Tag", "noindex, nofollow");
        FormBody.read(context)
                .compose(form -> {
                    setup.origin().check(context.request());
                    setup.limits().take(RateLimits.Kind.PAGES, setup.address().of(context.request()));
                    return desk.seat(token(context))
                            .compose(
                                    seat -> taking.take(context, seat, form),
                                    failure -> unknown(context, form, failure));
                })
                .onFailure(context::fail);
    }

    /** Her link was renewed or withdrawn while she wrote: what she wrote is not lost with it. */
    private Future<Void> unknown(RoutingContext context, FormBody form, Throwable failure) {
        String unsent = ExpertForm.written(form);
        if (unsent.isEmpty() || !(failure instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND)) {
            return Future.failedFuture(failure);
        }
        Words words = frames.words(context);
        String title = words.say("expert.unknown.title");
        ExpertViews.Late page = new ExpertViews.Late("", title, List.of(words.say("expert.unknown")), unsent);
        setup.show(
                context, Problem.Kind.NOT_FOUND.status(), "expertlate", frames.around(context, words, title, ""), page);
        return Future.succeededFuture();
    }

    private static String token(RoutingContext context) {
        return String.valueOf(context.pathParam("token"));
    }

    private static String link(RoutingContext context, String place) {
        return RequestLanguage.of(context).link(PanelKeys.PATH + token(context) + place);
    }

    private void show(RoutingContext context, int status, String template, Seat seat, String title, Object page) {
        Words words = frames.words(context);
        boolean form = page instanceof ExpertViews.Sheet || page instanceof ExpertViews.End;
        String agency = words.text(seat.round().asker().agency());
        Frame frame = frames.around(context, words, title, form ? FORM : "").of(agency);
        setup.show(context, status, template, frame, page);
    }

    private void start(RoutingContext context, Seat seat) {
        Words words = frames.words(context);
        PanelRound round = seat.round();
        ExpertLines lines = new ExpertLines(words, seat);
        boolean open = round.isOpen(setup.clock().instant());
        List<PanelRound.Part> parts = round.parts();
        List<ExpertViews.Part> shown = open
                ? IntStream.range(0, parts.size())
                        .mapToObj(i -> part(context, words, seat, parts, i))
                        .toList()
                : List.of();
        String go = shown.stream()
                .filter(part -> !part.done())
                .findFirst()
                .map(ExpertViews.Part::href)
                .orElse(link(context, "/end"));
        boolean begun = !seat.sheet().ratings().isEmpty();
        ExpertViews.Start page = new ExpertViews.Start(
                words.text(round.asker().title()),
                seat.expert().name(),
                lines.said(open),
                open ? lines.lead() : lines.contact(),
                shown,
                open ? go : "",
                words.say(begun ? "expert.go_on" : "expert.begin"));
        show(context, 200, "expert", seat, words.say("expert.title"), page);
    }

    private static String title(Words words, List<PanelRound.Part> parts, int i) {
        String name = parts.get(i).label().isEmpty()
                ? words.say("expert.no_construct")
                : words.text(parts.get(i).label());
        List<PanelRound.Part> same = parts.stream()
                .filter(each -> each.label().equals(parts.get(i).label()))
                .toList();
        return same.size() < 2
                ? name
                : words.say(
                        "expert.part_of", Map.of("name", name, "i", 1 + same.indexOf(parts.get(i)), "n", same.size()));
    }

    private ExpertViews.Part part(RoutingContext context, Words words, Seat seat, List<PanelRound.Part> parts, int i) {
        List<PanelItem> missing = seat.sheet().missing(seat.round());
        long left = parts.get(i).items().stream().filter(missing::contains).count();
        int n = parts.get(i).items().size();
        return new ExpertViews.Part(
                link(context, "/" + (i + 1)),
                title(words, parts, i),
                words.say("expert.progress", Map.of("done", n - left, "n", n)),
                left == 0);
    }

    /** Number of the part in the address, from 0; fails with not found when there is none. */
    private static int index(RoutingContext context, Seat seat) {
        String typed = String.valueOf(context.pathParam("part"));
        int index = typed.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(typed) - 1 : -1;
        if (index < 0 || index >= seat.round().parts().size()) {
            throw Problem.notFound("page", "");
        }
        return index;
    }

    private boolean isOpen(Seat seat) {
        return seat.round().isOpen(setup.clock().instant());
    }

    private void part(RoutingContext context, Seat seat) {
        int index = index(context, seat);
        if (isOpen(seat)) {
            part(context, 200, seat, index, seat.sheet().ratings(), Map.of());
        } else {
            start(context, seat);
        }
    }

    private void part(
            RoutingContext context,
            int status,
            Seat seat,
            int index,
            Map<String, Rating> said,
            Map<String, String> wrong) {
        Words words = frames.words(context);
        List<PanelRound.Part> parts = seat.round().parts();
        PanelRound.Part part = parts.get(index);
        boolean begun = part.items().stream()
                .anyMatch(item -> seat.sheet().of(item.id()).isRated());
        List<ExpertViews.Item> items = form(context, seat).items(part.items(), part.first(), said, wrong, begun);
        String title = title(words, parts, index);
        Stream<PartPage.Link> faults = wrong.entrySet().stream()
                .map(each -> new PartPage.Link(each.getValue(), "#" + ExpertForm.COMMENT + each.getKey()));
        ExpertViews.Sheet page = new ExpertViews.Sheet(
                title,
                words.say("expert.where", Map.of("i", index + 1, "n", parts.size() + 1)),
                words.say("expert.about"),
                part.label().isEmpty() ? words.say("expert.the_survey") : words.text(part.label()),
                link(context, "/" + (index + 1)),
                index == 0 ? link(context, "") : link(context, "/" + index),
                faults.toList(),
                items);
        String shown = page.problems().isEmpty() ? title : words.say("error.title", "title", title);
        show(context, status, "expertsheet", seat, shown, page);
    }

    private Future<Void> rate(RoutingContext context, Seat seat, FormBody form) {
        int index = index(context, seat);
        List<PanelItem> items = seat.round().parts().get(index).items();
        Map<String, Rating> said = ExpertForm.read(form, items, seat.sheet());
        return desk.rate(seat, token(context), said)
                .map(kept -> {
                    next(context, form, "/" + (index + 1), target(form, seat, index));
                    return (Void) null;
                })
                .recover(failure -> refused(failure).map(problem -> {
                    if (problem.kind() == Problem.Kind.GONE) {
                        PanelRound.Part part = seat.round().parts().get(index);
                        late(context, seat, form(context, seat).copy(items, part.first(), said, seat.sheet()));
                    } else {
                        part(context, problem.kind().status(), seat, index, said, wrong(context, problem));
                    }
                    return null;
                }));
    }

    private static String target(FormBody form, Seat seat, int index) {
        return switch (form.first("go")) {
            case "back" -> index == 0 ? "" : "/" + index;
            case "save" -> "";
            default -> index + 1 < seat.round().parts().size() ? "/" + (index + 2) : "/end";
        };
    }

    /** After a form was kept: to the same page in the language that was chosen with it, or to where it leads. */
    private static void next(RoutingContext context, FormBody form, String here, String target) {
        String language = form.first(SentForm.LANGUAGE);
        boolean switched = language.matches("[A-Za-z-]{2,12}");
        Reply.seeOther(
                context,
                switched ? PanelKeys.PATH + token(context) + here + "?lang=" + language : link(context, target));
    }

    /** A problem with what was sent; everything else goes its way. */
    private static Future<Problem> refused(Throwable failure) {
        return failure instanceof Problem problem
                        && (problem.kind() == Problem.Kind.INVALID || problem.kind() == Problem.Kind.GONE)
                ? Future.succeededFuture(problem)
                : Future.failedFuture(failure);
    }

    private ExpertForm form(RoutingContext context, Seat seat) {
        return new ExpertForm(frames.words(context), seat.round());
    }

    /** Too late: what was sent is not kept, and is shown once more, so that she can copy it. */
    private void late(RoutingContext context, Seat seat, String unsent) {
        Words words = frames.words(context);
        ExpertViews.Late page = new ExpertLines(words, seat).late(unsent);
        show(context, Problem.Kind.GONE.status(), "expertlate", seat, words.say("expert.late.title"), page);
    }

    private Map<String, String> wrong(RoutingContext context, Problem problem) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Fault fault : problem.faults()) {
            wrong.put(
                    fault.place().replaceAll("-comment$", ""),
                    problems.of(frames.words(context).language(), fault));
        }
        return wrong;
    }

    private void end(RoutingContext context, Seat seat) {
        if (isOpen(seat)) {
            end(context, 200, seat, List.of(), seat.sheet().comment());
        } else {
            start(context, seat);
        }
    }

    private void end(RoutingContext context, int status, Seat seat, List<PartPage.Link> faults, String comment) {
        Words words = frames.words(context);
        int parts = seat.round().parts().size();
        boolean tooLong = comment.length() > Sheet.MOST_LETTERS;
        ExpertViews.End page = new ExpertViews.End(
                words.say("expert.where", Map.of("i", parts + 1, "n", parts + 1)),
                link(context, "/end"),
                link(context, "/" + parts),
                faults,
                missing(context, words, seat),
                comment,
                tooLong && !faults.isEmpty() ? faults.get(0).text() : "");
        String title = words.say("expert.end");
        show(
                context,
                status,
                "expertend",
                seat,
                faults.isEmpty() ? title : words.say("error.title", "title", title),
                page);
    }

    private static List<PartPage.Link> missing(RoutingContext context, Words words, Seat seat) {
        List<PanelItem> missing = seat.sheet().missing(seat.round());
        List<PanelRound.Part> parts = seat.round().parts();
        return IntStream.range(0, parts.size())
                .boxed()
                .flatMap(i -> parts.get(i).items().stream()
                        .filter(missing::contains)
                        .map(item -> new PartPage.Link(
                                words.text(item.text()), link(context, "/" + (i + 1)) + "#item-" + item.id())))
                .toList();
    }

    private Future<Void> finish(RoutingContext context, Seat seat, FormBody form) {
        String comment = PlainText.clean(form.first("comment")).strip();
        boolean only = !form.first("go").equals("finish");
        return desk.finish(seat, token(context), comment, !only)
                .map(kept -> {
                    String back = form.first("go").equals("back")
                            ? "/" + seat.round().parts().size()
                            : "";
                    next(context, form, "/end", only ? back : "/done");
                    return (Void) null;
                })
                .recover(failure -> refused(failure).map(problem -> {
                    if (problem.kind() == Problem.Kind.GONE) {
                        late(context, seat, comment.equals(seat.sheet().comment()) ? "" : comment);
                    } else {
                        end(context, problem.kind().status(), seat, faults(context, seat, problem), comment);
                    }
                    return null;
                }));
    }

    private List<PartPage.Link> faults(RoutingContext context, Seat seat, Problem problem) {
        Words words = frames.words(context);
        boolean tooLong =
                problem.faults().stream().anyMatch(fault -> fault.place().equals("comment"));
        if (tooLong) {
            return List.of(new PartPage.Link(
                    problems.of(words.language(), problem.faults().get(0)), "#comment"));
        }
        return missing(context, words, seat).stream()
                .map(each -> new PartPage.Link(words.say("expert.missing", "item", each.text()), each.href()))
                .toList();
    }

    private void done(RoutingContext context, Seat seat) {
        if (!seat.expert().isFinished()) {
            start(context, seat);
            return;
        }
        Words words = frames.words(context);
        PanelRound round = seat.round();
        ExpertViews.Done page = new ExpertViews.Done(
                round.id() + "-" + seat.expert().id(),
                List.of(
                        words.say("expert.done.thanks", "name", seat.expert().name()),
                        isOpen(seat)
                                ? words.say("expert.done.change", "date", words.lastDay(round.closes()))
                                : words.say("expert.done.over")),
                isOpen(seat) ? link(context, "") : "");
        show(context, 200, "expertdone", seat, words.say("expert.done"), page);
    }
}
