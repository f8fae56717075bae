package tw.minsheng.web.citizen;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.PublicBoard;
import tw.minsheng.petition.State;
import tw.minsheng.web.FormBody;
import tw.minsheng.web.RequestLanguage;
import tw.minsheng.web.Routes;

/** Cases that the agencies show to everybody (公開案件), without anybody in them. */
public final class BoardPages implements Routes {

    static final String PATH = "/board";

    private static final int ROWS = 20;
    private static final int MOST_PAGES = 500;

    private final PetitionSetup setup;
    private final PublicBoard board;
    private final Frames frames;

    public BoardPages(PetitionSetup setup, PublicBoard board) {
        this.setup = setup;
        this.board = board;
        this.frames = setup.citizen().frames();
    }

    /** One case. */
    public record Row(String summary, String type, String district, String month, String result) {}

    /**
     * @param newer address of the page before, "" on the first
     * @param older address of the next page, "" on the last
     */
    public record Board(
            String action,
            List<PetitionViews.Choice> types,
            List<PetitionViews.Choice> districts,
            List<Row> rows,
            String newer,
            String older) {
        public Board {
            types = List.copyOf(types);
            districts = List.copyOf(districts);
            rows = List.copyOf(rows);
        }
    }

    @Override
    public void mount(Router router) {
        router.get(PATH)
                .handler(context ->
                        Future.succeededFuture().compose(ready -> show(context)).onFailure(context::fail));
    }

    private Future<Void> show(RoutingContext context) {
        Catalogue catalogue = setup.intake().catalogue();
        if (catalogue.isEmpty()) {
            return Future.failedFuture(Problem.notFound("page", PATH));
        }
        String type = asked(context, "type");
        String district = asked(context, "district");
        int page = page(asked(context, "page"));
        return board.list(
                        new PublicBoard.Filter(
                                type, district, setup.citizen().settings().zone()),
                        page * ROWS,
                        ROWS + 1)
                .map(found -> {
                    Words words = frames.words(context);
                    Board shown = new Board(
                            RequestLanguage.of(context).link(PATH),
                            choices(
                                    words.say("board.any.type"),
                                    catalogue.types().stream()
                                            .map(each -> choice(each.id(), words.text(each.label()), type))),
                            choices(
                                    words.say("board.any.district"),
                                    catalogue.districts().entrySet().stream()
                                            .map(each -> choice(each.getKey(), words.text(each.getValue()), district))),
                            found.stream()
                                    .limit(ROWS)
                                    .map(each -> row(words, catalogue, each))
                                    .toList(),
                            page > 0 ? link(context, type, district, page - 1) : "",
                            found.size() > ROWS && page < MOST_PAGES ? link(context, type, district, page + 1) : "");
                    setup.citizen()
                            .show(
                                    context,
                                    200,
                                    "board",
                                    frames.around(context, words, words.say("board.title"), ""),
                                    shown);
                    return null;
                });
    }

    private static String asked(RoutingContext context, String name) {
        String value = context.queryParams().get(name);
        return value == null || value.length() > 60 ? "" : FormBody.withoutNul(value);
    }

    private static int page(String typed) {
        return typed.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(typed), MOST_PAGES) : 0;
    }

    private static String link(RoutingContext context, String type, String district, int page) {
        String query = "?type=" + URLEncoder.encode(type, StandardCharsets.UTF_8)
                + "&district=" + URLEncoder.encode(district, StandardCharsets.UTF_8)
                + "&page=" + page;
        return RequestLanguage.of(context).link(PATH + query);
    }

    private static List<PetitionViews.Choice> choices(String any, Stream<PetitionViews.Choice> others) {
        return Stream.concat(Stream.of(new PetitionViews.Choice("", any, false)), others)
                .toList();
    }

    private static PetitionViews.Choice choice(String value, String label, String chosen) {
        return new PetitionViews.Choice(value, label, value.equals(chosen));
    }

    private static Row row(Words words, Catalogue catalogue, PublicBoard.Shown shown) {
        LocalizedText district = Map.copyOf(catalogue.districts()).getOrDefault(shown.district(), LocalizedText.NONE);
        return new Row(
                shown.summary(),
                catalogue
                        .type(shown.type())
                        .map(CaseType::label)
                        .map(words::text)
                        .orElse(shown.type()),
                words.text(district),
                words.month(YearMonth.from(shown.month())),
                result(words, shown));
    }

    /** What the petitioner is asked, and that an answer waits for approval, is no matter of the public. */
    private static String result(Words words, PublicBoard.Shown shown) {
        if (shown.state().isOver() && shown.outcome().isOfAReply()) {
            return words.say("case.outcome." + shown.outcome().key());
        }
        State state = switch (shown.state()) {
            case WAITING_CITIZEN, PENDING_APPROVAL, REOPENED -> State.IN_PROGRESS;
            default -> shown.state();
        };
        return words.say("case.state." + state.key());
    }
}
