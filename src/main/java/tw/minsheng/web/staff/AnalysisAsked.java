package tw.minsheng.web.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.web.TypedDay;

/**
 * Which cases the analysis was asked for, as its address says it.
 *
 * @param keeper empty for own and imported cases together
 * @param only field → the word as it is shown
 */
record AnalysisAsked(LocalDate from, LocalDate until, Optional<CaseLedger.Keeper> keeper, Map<CaseField, String> only) {

    /** By which cases can be picked. */
    static final List<CaseField> FIELDS =
            List.of(CaseField.TYPE, CaseField.DISTRICT, CaseField.UNIT, CaseField.CHANNEL, CaseField.STATUS);

    private static final int MOST_OF_A_WORD = 200;
    private static final int FIRST_YEAR = 1912;

    AnalysisAsked {
        EnumMap<CaseField, String> words = new EnumMap<>(CaseField.class);
        words.putAll(only);
        only = Collections.unmodifiableMap(words);
    }

    /** Without days in the address the twelve months up to today. */
    static AnalysisAsked of(StaffRequest request) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        LocalDate until = day(request.query("until"), today);
        LocalDate from = day(request.query("from"), until.minusYears(1).plusDays(1));
        Map<CaseField, String> only = new EnumMap<>(CaseField.class);
        for (CaseField field : FIELDS) {
            String word = StaffRequest.checked(request.query(field.id()), MOST_OF_A_WORD);
            if (!word.isEmpty()) {
                only.put(field, word);
            }
        }
        return new AnalysisAsked(from.isAfter(until) ? until : from, until, keeper(request.query("kept")), only);
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            LocalDate day = TypedDay.parse(typed);
            return day.getYear() < FIRST_YEAR ? otherwise : day;
        } catch (DateTimeException noDay) {
            return otherwise;
        }
    }

    private static Optional<CaseLedger.Keeper> keeper(String key) {
        return Arrays.stream(CaseLedger.Keeper.values())
                .filter(keeper -> key(keeper).equals(key))
                .findFirst();
    }

    static String key(CaseLedger.Keeper keeper) {
        return keeper.name().toLowerCase(Locale.ROOT);
    }

    /** The same with one word more, or another word of the field; "" takes the field out. */
    AnalysisAsked with(CaseField field, String word) {
        Map<CaseField, String> words = new EnumMap<>(CaseField.class);
        words.putAll(only);
        words.remove(field);
        if (!word.isEmpty()) {
            words.put(field, word);
        }
        return new AnalysisAsked(from, until, keeper, words);
    }

    /** What stands behind the question mark. */
    String query() {
        return Stream.concat(
                        Stream.of(
                                "from=" + from,
                                "until=" + until,
                                "kept=" + keeper.map(AnalysisAsked::key).orElse("")),
                        only.entrySet().stream()
                                .map(each -> each.getKey().id() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
