package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

/** Residents in {@code petitions.yaml}: each fault with its line. */
class CatalogueFileTest {

    private static final String TYPES = """
            types:
              road: {label: {zh-TW: 道路, en: Roads}, agency: kcg-pwb, limit: 6, basis: working-day}
            districts:
              lingya: {zh-TW: 苓雅區, en: Lingya}
              cijin: {zh-TW: 旗津區, en: Cijin}
            """;

    private static Catalogue read(String residents) {
        return CatalogueFile.read(
                "petitions.yaml", (TYPES + residents).getBytes(StandardCharsets.UTF_8), Set.of("kcg-pwb"));
    }

    private static List<String> faults(String residents) {
        Problem refused = assertThrows(Problem.class, () -> read(residents));
        return refused.faults().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }

    @Test
    void aSpellingMeansOneDistrictOnly() {
        String twice = """
              more: {zh-TW: 旗山區, en: Cishan, also: [苓雅區]}
            """.indent(0);
        assertEquals(List.of("petitions.yaml:6 petitions.spelling"), faults(twice));
    }

    /** As other systems write them: without 區, in English, by the code of the land survey. */
    @Test
    void aDistrictIsKnownByEachOfItsSpellings() {
        Catalogue catalogue = read("  ciaotou: {zh-TW: 橋頭區, en: Ciaotou, also: [橋頭, \"64000200\"]}\n");
        for (String word : List.of("ciaotou", "橋頭區", "橋頭", " CIAOTOU ", "64000200")) {
            assertEquals(Optional.of("ciaotou"), catalogue.district(word), word);
        }
        assertEquals(Optional.empty(), catalogue.district("橋"));
    }

    @Test
    void withoutResidentsNothingIsKnown() {
        assertFalse(read("").residents().isKnown());
    }

    @Test
    void everyFaultHasItsLine() {
        assertEquals(
                List.of(
                        "petitions.yaml:10 petitions.people",
                        "petitions.yaml:11 petitions.district",
                        "petitions.yaml:7 petitions.text",
                        "petitions.yaml:8 petitions.day"),
                faults("""
                        residents:
                          source: {zh-TW: 戶政}
                          asOf: 2026-02-30
                          people:
                            lingya: -5
                            nowhere: 12
                        """));
        assertEquals(List.of("petitions.yaml:7 petitions.people"), faults("""
                residents:
                  source: {zh-TW: 戶政, en: Household registration}
                  asOf: 2026-01-31
                """));
        assertEquals(List.of("petitions.yaml:7 petitions.unknown"), faults("""
                residents:
                  from: x
                  source: {zh-TW: 戶政, en: Household registration}
                  asOf: 2026-01-31
                  people: {lingya: 5}
                """));
    }

    @Test
    void peopleOfTheDistrictsAreReadWithTheirSource() {
        Residents residents = read("""
                        residents:
                          source: {zh-TW: 戶政, en: Household registration}
                          asOf: 2026-01-31
                          people: {lingya: 40000, cijin: 9000}
                        """).residents();
        assertEquals(Map.of("lingya", 40_000L, "cijin", 9_000L), residents.people());
        assertEquals(LocalDate.of(2026, 1, 31), residents.asOf());
        assertEquals("Household registration", residents.source().in(Language.EN));
    }
}
