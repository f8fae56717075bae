package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.Catalogue;
import tw.minsheng.petition.Residents;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.security.Permission;

/**
 * 陳情分析: the cases of whoever asks and of the agencies below, as charts with their data; every choice is a link, so that
 * a view can be handed on. No word of anybody.
 */
public final class CaseAnalysisPages {

    private static final String PATH = "/agency/cases/analysis";
    /** Words of a field that are offered; the others are in the tables. */
    private static final int MOST_OFFERED = 12;

    private final StaffDoors doors;
    private final Pages pages;

    CaseAnalysisPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** A word by which cases can be picked, or, when it is chosen, the way back to all. */
    public record Word(String word, String cases, String href) {}

    /**
     * A field by which cases can be picked.
     *
     * @param chosen the word that is picked, "" for none
     * @param all address without it
     */
    public record Field(String label, String chosen, String all, List<Word> words) {}

    /** A field that the form sends along. */
    public record Kept(String name, String value) {}

    /** A file of this view. */
    public record File(String label, String href) {}

    /**
     * @param at when it was counted
     * @param html what the report room made, "" when there are too few cases
     * @param style address of the style sheet of that
     */
    public record Analysis(
            String from,
            String until,
            List<CaseViews.Choice> keepers,
            List<Kept> kept,
            List<Field> fields,
            long count,
            String n,
            String at,
            String html,
            List<File> files,
            List<File> tables,
            String style) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_CASE_FIGURES, this::show),
                StaffRoute.get(PATH + "/report.pdf", Permission.SEE_CASE_FIGURES, this::pdf),
                StaffRoute.get(PATH + "/results.json", Permission.SEE_CASE_FIGURES, this::json),
                StaffRoute.get(PATH + "/tables/:table", Permission.SEE_CASE_FIGURES, this::table));
    }

    private Future<StaffReply> show(StaffRequest request) {
        AnalysisAsked asked = AnalysisAsked.of(request);
        return doors.caseReports()
                .live(selection(request, asked), names(request))
                .compose(live -> pages.show(request, "analysis", analysis(request, asked, live)));
    }

    private static Analysis analysis(StaffRequest request, AnalysisAsked asked, CaseReports.Live live) {
        Words words = request.words();
        return new Analysis(
                asked.from().toString(),
                asked.until().toString(),
                keepers(words, asked),
                asked.only().entrySet().stream()
                        .map(each -> new Kept(each.getKey().id(), each.getValue()))
                        .toList(),
                AnalysisAsked.FIELDS.stream()
                        .map(field -> field(words, asked, field, live))
                        .filter(field ->
                                !field.words().isEmpty() || !field.chosen().isEmpty())
                        .toList(),
                live.cases(),
                isFew(live.cases()) ? words.say("analysis.few.n") : words.number(live.cases()),
                words.moment(live.at()),
                live.html(),
                List.of(
                        new File(words.say("analysis.pdf"), PATH + "/report.pdf?" + asked.query()),
                        new File(words.say("analysis.json"), PATH + "/results.json?" + asked.query())),
                live.tables().stream()
                        .map(key -> new File(key, PATH + "/tables/" + key + "?" + asked.query()))
                        .toList(),
                ResultPages.STYLE);
    }

    /** How few they are is not told either: with a narrow choice it would tell whether somebody's case is among them. */
    private static boolean isFew(long cases) {
        return cases > 0 && cases < CaseReports.LEAST;
    }

    private static List<CaseViews.Choice> keepers(Words words, AnalysisAsked asked) {
        return Stream.concat(
                        Stream.of(new CaseViews.Choice(
                                "",
                                words.say("analysis.kept.all"),
                                asked.keeper().isEmpty())),
                        Arrays.stream(CaseLedger.Keeper.values())
                                .map(keeper -> new CaseViews.Choice(
                                        AnalysisAsked.key(keeper),
                                        words.say("analysis.kept." + AnalysisAsked.key(keeper)),
                                        asked.keeper().equals(Optional.of(keeper)))))
                .toList();
    }

    private static Field field(Words words, AnalysisAsked asked, CaseField field, CaseReports.Live live) {
        String chosen = asked.only().getOrDefault(field, "");
        List<Word> offered = chosen.isEmpty()
                ? live.words().getOrDefault(field, List.of()).stream()
                        .filter(each -> !each.word().isEmpty())
                        .limit(MOST_OFFERED)
                        .map(each -> new Word(
                                each.word(),
                                words.number(each.cases()),
                                PATH + "?" + asked.with(field, each.word()).query()))
                        .toList()
                : List.of();
        return new Field(
                words.say("analysis." + field.id()),
                chosen,
                PATH + "?" + asked.with(field, "").query(),
                offered.size() > 1 ? offered : List.of());
    }

    private Future<StaffReply> pdf(StaffRequest request) {
        return file(
                request,
                "application/pdf",
                "cases.pdf",
                (selection, names) -> doors.caseReports().pdf(selection, names));
    }

    private Future<StaffReply> json(StaffRequest request) {
        return file(
                request,
                "application/json; charset=utf-8",
                "",
                (selection, names) -> doors.caseReports().resultsJson(selection, names));
    }

    private Future<StaffReply> table(StaffRequest request) {
        String key = request.path("table");
        if (!key.matches("[0-9A-Za-z._-]{1,40}")) {
            throw Problem.notFound("table", "");
        }
        return file(
                request,
                "text/csv; charset=utf-8",
                key + ".csv",
                (selection, names) -> doors.caseReports().table(selection, names, key));
    }

    /** Makes a file of the chosen cases. */
    private interface Maker {
        Future<Buffer> make(CaseReports.Selection selection, CaseReports.Names names);
    }

    private Future<StaffReply> file(StaffRequest request, String type, String name, Maker maker) {
        return maker.make(selection(request, AnalysisAsked.of(request)), names(request))
                .map(made -> new StaffReply.File(type, name, made));
    }

    private CaseReports.Selection selection(StaffRequest request, AnalysisAsked asked) {
        Words words = request.words();
        String agency = request.account().agency();
        String kept = words.say(
                "analysis.kept." + asked.keeper().map(AnalysisAsked::key).orElse("all"));
        String source = Stream.concat(
                        Stream.of(Shells.agencyName(request.tree(), agency, words), kept),
                        asked.only().values().stream())
                .collect(Collectors.joining(words.say("analysis.source.join")));
        return new CaseReports.Selection(
                request.tree().subtree(agency),
                asked.from(),
                asked.until(),
                asked.keeper(),
                asked.only(),
                asked.only().containsKey(CaseField.DISTRICT) ? CaseReports.Residents.UNKNOWN : residents(words),
                source,
                words.language());
    }

    private CaseReports.Residents residents(Words words) {
        Catalogue catalogue = doors.cases().catalogue().get();
        Residents known = catalogue.residents();
        if (!known.isKnown()) {
            return CaseReports.Residents.UNKNOWN;
        }
        Map<String, Long> people = new LinkedHashMap<>();
        known.people()
                .forEach((key, number) ->
                        people.put(words.text(catalogue.districts().getOrDefault(key, LocalizedText.NONE)), number));
        return new CaseReports.Residents(
                people,
                words.say(
                        "analysis.residents",
                        Map.of("source", words.text(known.source()), "day", words.day(known.asOf()))));
    }

    private CaseReports.Names names(StaffRequest request) {
        Words words = request.words();
        return (keeper, agency, field, word) -> {
            boolean keyed = keeper == CaseLedger.Keeper.OWN || field == CaseField.DISTRICT;
            if (field != CaseField.UNIT || word.isEmpty()) {
                return keyed ? name(request, words, field, word) : word;
            }
            return unit(request, agency, keyed ? unitName(request, agency, word) : word, word);
        };
    }

    /** With its agency, unless that is the one that looks, or the unit is the agency itself. */
    private static String unit(StaffRequest request, String agency, String name, String word) {
        return agency.isEmpty()
                        || agency.equals(word)
                        || agency.equals(request.account().agency())
                ? name
                : request.words()
                        .say(
                                "analysis.of_agency",
                                Map.of(
                                        "agency",
                                        Shells.agencyName(request.tree(), agency, request.words()),
                                        "unit",
                                        name));
    }

    /** With its key, when another unit of the agency has the same name. */
    private static String unitName(StaffRequest request, String agency, String key) {
        Words words = request.words();
        String name = Shells.agencyName(request.tree(), key, words);
        boolean single = request.tree().subtree(agency).stream()
                .noneMatch(other -> !other.equals(key)
                        && Shells.agencyName(request.tree(), other, words).equals(name));
        return single ? name : words.say("analysis.keyed", Map.of("name", name, "key", key));
    }

    private String name(StaffRequest request, Words words, CaseField field, String key) {
        if (key.isEmpty()) {
            return "";
        }
        Catalogue catalogue = doors.cases().catalogue().get();
        return switch (field) {
            case TYPE ->
                catalogue.type(key).map(type -> words.text(type.label())).orElse(key);
            case DISTRICT ->
                catalogue
                        .district(key)
                        .map(known -> words.text(catalogue.districts().getOrDefault(known, LocalizedText.NONE)))
                        .orElse(key);
            case UNIT -> Shells.agencyName(request.tree(), key, words);
            case CHANNEL -> words.sayOr("cases.channel." + key, "cases.channel.import", Map.of());
            case STATUS -> words.sayOr("cases.state." + key, "cases.state.any", Map.of());
            default -> key;
        };
    }
}
