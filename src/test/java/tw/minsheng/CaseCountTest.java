package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Language;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger.Keeper;
import tw.minsheng.petition.imports.LedgerCase;
import tw.minsheng.web.staff.CaseReports;

/** What a view counts of the cases that it reads. */
class CaseCountTest {

    private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 1, 5, 9, 0);
    private static final List<String> WORDS = List.of("", "kcg-pwb", "kcg-epb", "第一科", "路燈");
    private static final CaseReports.Names NAMES =
            (keeper, agency, field, word) -> agency.isEmpty() || word.isEmpty() ? word : agency + "／" + word;

    private static Map<String, Long> units(String only) {
        CaseCount count = new CaseCount(
                new CaseReports.Selection(
                        Set.of("kcg"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 31),
                        Optional.empty(),
                        only.isEmpty() ? Map.of() : Map.of(CaseField.UNIT, only),
                        CaseReports.Residents.UNKNOWN,
                        "高雄市",
                        Language.ZH_TW),
                NAMES,
                ProductCalendar.read().days(),
                LocalDateTime.of(2026, 1, 31, 23, 59, 59));
        for (Keeper keeper : Keeper.values()) {
            count.read(one(keeper, "kcg-pwb", "第一科"), WORDS::get);
            count.read(one(keeper, "kcg-epb", "第一科"), WORDS::get);
            count.read(one(keeper, "kcg-epb", ""), WORDS::get);
        }
        Map<String, Long> units = new TreeMap<>();
        count.tally().by(CaseField.UNIT).forEach((unit, group) -> units.put(unit, group.cases()));
        return units;
    }

    private static LedgerCase one(Keeper keeper, String agency, String unit) {
        return new LedgerCase(
                keeper,
                RECEIVED.toEpochSecond(ZoneOffset.UTC),
                LedgerCase.NONE,
                LedgerCase.NONE,
                false,
                false,
                -1,
                WORDS.indexOf(agency),
                WORDS.indexOf("路燈"),
                0,
                WORDS.indexOf(unit),
                0,
                0,
                0);
    }

    @Test
    void unitsOfOneNameAreToldApartByTheirAgency() {
        assertEquals(Map.of("kcg-pwb／第一科", 2L, "kcg-epb／第一科", 2L, "", 2L), units(""));
    }

    @Test
    void oneOfThemIsPickedByBoth() {
        assertEquals(Map.of("kcg-epb／第一科", 2L), units("kcg-epb／第一科"));
    }
}
