package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.cases.HotSpots;
import tw.minsheng.report.cases.WordTables;
import tw.minsheng.security.Permission;

/** 用詞 and 熱區: words that more petitions have than before, and squares of the map with many of them; nobody's text, no point. */
public final class ThemePages {

    private static final String WORDS = "/agency/cases/words";
    private static final String MAP = "/agency/cases/map";
    private static final int USUAL_DAYS = 28;
    /** Every text is read. */
    private static final int MOST_DAYS = 92;

    private static final int MOST_MAP_DAYS = 731;
    private static final int LISTED = 20;

    private final StaffDoors doors;
    private final Pages pages;

    ThemePages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** One word with its figures in words. */
    public record Word(String word, List<String> cells) {}

    /**
     * @param counted how many texts, and when
     * @param csv addresses of the tables as files
     */
    public record Words(
            String from, String until, String counted, List<Word> rising, List<Word> frequent, List<String> csv) {}

    /** A square of the drawing. */
    public record Square(int x, int y, int shade, String title) {}

    /** A line of the legend. */
    public record Shade(int shade, String range) {}

    /** A line of the table. */
    public record Spot(String place, String cases, String drawn) {}

    /**
     * @param width of the drawing in squares, {@code height} too
     * @param bar squares of the scale bar
     * @param more how many squares the table leaves to the file, "" for none
     */
    public record Hot(
            String from,
            String until,
            List<CaseViews.Choice> types,
            String counted,
            int width,
            int height,
            int bar,
            String scale,
            List<Square> squares,
            List<Shade> legend,
            List<Spot> spots,
            String more,
            String csv) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(WORDS, Permission.SEE_CASE_FIGURES, this::words),
                StaffRoute.get(
                        WORDS + "/rising.csv",
                        Permission.SEE_CASE_FIGURES,
                        request -> wordFile(request, "words-rising.csv", WordTables::rising)),
                StaffRoute.get(
                        WORDS + "/frequent.csv",
                        Permission.SEE_CASE_FIGURES,
                        request -> wordFile(request, "words-frequent.csv", WordTables::frequent)),
                StaffRoute.get(MAP, Permission.SEE_CASE_FIGURES, this::map),
                StaffRoute.get(MAP + ".csv", Permission.SEE_CASE_FIGURES, this::mapFile));
    }

    private CaseThemes.Asked asked(StaffRequest request, int usual, int most, Set<String> types) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        LocalDate until = FigurePages.day(request.query("until"), today);
        LocalDate from = FigurePages.day(request.query("from"), until.minusDays(usual - 1L));
        LocalDate first = until.minusDays(most - 1L);
        return new CaseThemes.Asked(
                request.tree().subtree(request.account().agency()),
                from.isBefore(first) ? first : from.isAfter(until) ? until : from,
                until,
                types);
    }

    private Future<StaffReply> words(StaffRequest request) {
        CaseThemes.Asked asked = asked(request, USUAL_DAYS, MOST_DAYS, Set.of());
        return doors.caseReports()
                .themes()
                .words(asked)
                .compose(told -> pages.show(request, "words", words(request, asked, told)));
    }

    private static Words words(StaffRequest request, CaseThemes.Asked asked, CaseThemes.Words told) {
        tw.minsheng.web.staff.Words words = request.words();
        String period = "?from=" + asked.from() + "&until=" + asked.until();
        String counted = words.say(
                told.cut() ? "words.counted.cut" : "words.counted",
                Map.of(
                        "n", words.number(told.texts()),
                        "before", words.number(told.before()),
                        "tests", words.number(told.tables().tests()),
                        "at", words.moment(told.at())));
        return new Words(
                asked.from().toString(),
                asked.until().toString(),
                counted,
                rows(words, told.tables().rising(), List.of("n", "share", "n_before", "share_before", "p_adjusted")),
                rows(words, told.tables().frequent(), List.of("n", "share")),
                List.of(WORDS + "/rising.csv" + period, WORDS + "/frequent.csv" + period));
    }

    private static List<Word> rows(tw.minsheng.web.staff.Words words, ResultTable table, List<String> columns) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> new Word(
                        table.text(row, "word"),
                        columns.stream()
                                .map(column -> cell(words, table.entry(row, column), column))
                                .toList()))
                .toList();
    }

    private static String cell(tw.minsheng.web.staff.Words words, ResultTable.Entry entry, String column) {
        if (entry.reason().isPresent()) {
            return words.say("words.few");
        }
        double number = entry.asNumber().orElse(0);
        if (column.startsWith("share")) {
            return String.format(Locale.ROOT, "%.1f", number * 100);
        }
        if (column.startsWith("p_")) {
            return number < .001
                    ? "<.001"
                    : String.format(Locale.ROOT, "%.3f", number).substring(1);
        }
        return words.number(Math.round(number));
    }

    private Future<StaffReply> wordFile(StaffRequest request, String name, Function<WordTables, ResultTable> table) {
        return doors.caseReports()
                .themes()
                .words(asked(request, USUAL_DAYS, MOST_DAYS, Set.of()))
                .map(told -> file(name, table.apply(told.tables())));
    }

    private static StaffReply file(String name, ResultTable table) {
        return StaffReply.csv(
                name,
                table.columns(),
                csv -> table.rows().forEach(row -> {
                    row.forEach(entry -> entry.to(csv));
                    csv.endRow();
                }));
    }

    /** The type as own cases write it, and as files may. */
    private Set<String> written(String key) {
        return doors.cases().catalogue().get().type(key).stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(key),
                        Stream.of(Language.ZH_TW, Language.EN)
                                .map(language -> type.label().in(language))))
                .collect(Collectors.toSet());
    }

    private CaseThemes.Asked mapAsked(StaffRequest request) {
        return asked(request, MOST_DAYS, MOST_MAP_DAYS, written(request.query("type")));
    }

    private Future<StaffReply> mapFile(StaffRequest request) {
        return doors.caseReports()
                .themes()
                .spots(mapAsked(request))
                .map(told -> file("cases-map.csv", told.map().table()));
    }

    private Future<StaffReply> map(StaffRequest request) {
        CaseThemes.Asked asked = mapAsked(request);
        return doors.caseReports()
                .themes()
                .spots(asked)
                .compose(told -> pages.show(request, "map", map(request, asked, told)));
    }

    private Hot map(StaffRequest request, CaseThemes.Asked asked, CaseThemes.Spots told) {
        tw.minsheng.web.staff.Words words = request.words();
        HotSpots map = told.map();
        String type = request.query("type");
        ShadeScale scale = ShadeScale.of(
                map.spots().stream().mapToDouble(HotSpots.Spot::drawn).max().orElse(1));
        int bar = ShadeScale.squares(map.metres());
        return new Hot(
                asked.from().toString(),
                asked.until().toString(),
                types(words, type),
                words.say(
                        "map.counted",
                        Map.of(
                                "n", words.number(map.cases()),
                                "left", words.number(map.left()),
                                "metres", words.number(Math.round(map.metres())),
                                "at", words.moment(told.at()))),
                1 + map.spots().stream().mapToInt(HotSpots.Spot::column).max().orElse(0),
                1 + map.spots().stream().mapToInt(HotSpots.Spot::row).max().orElse(0),
                bar,
                words.say("map.scale", Map.of("km", ShadeScale.plain(bar * map.metres() / 1000))),
                map.spots().stream().map(spot -> square(words, spot, scale)).toList(),
                scale.shades().stream()
                        .map(shade -> new Shade(scale.tone(shade), scale.range(shade)))
                        .toList(),
                map.spots().stream()
                        .limit(LISTED)
                        .map(spot -> new Spot(place(spot), words.number(spot.cases()), drawn(spot)))
                        .toList(),
                map.spots().size() > LISTED
                        ? words.say(
                                "map.more",
                                Map.of("n", words.number(map.spots().size()), "listed", words.number(LISTED)))
                        : "",
                MAP + ".csv?from=" + asked.from() + "&until=" + asked.until() + "&type="
                        + URLEncoder.encode(type, StandardCharsets.UTF_8));
    }

    private List<CaseViews.Choice> types(tw.minsheng.web.staff.Words words, String chosen) {
        return Stream.concat(
                        Stream.of(new CaseViews.Choice("", words.say("map.all"), chosen.isEmpty())),
                        doors.cases().catalogue().get().types().stream()
                                .map(type -> new CaseViews.Choice(
                                        type.id(),
                                        words.text(type.label()),
                                        type.id().equals(chosen))))
                .toList();
    }

    private static Square square(tw.minsheng.web.staff.Words words, HotSpots.Spot spot, ShadeScale scale) {
        return new Square(
                spot.column(),
                spot.row(),
                scale.tone(scale.shade(spot.drawn())),
                words.say(
                        "map.square",
                        Map.of("place", place(spot), "n", words.number(spot.cases()), "drawn", drawn(spot))));
    }

    private static String place(HotSpots.Spot spot) {
        return String.format(Locale.ROOT, "%.4f, %.4f", spot.latitude(), spot.longitude());
    }

    private static String drawn(HotSpots.Spot spot) {
        return String.format(Locale.ROOT, "%.1f", spot.drawn());
    }
}
