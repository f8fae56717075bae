package tw.minsheng.report.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.panel.coding.Code;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.petition.CaseNumber;

class CodingTablesTest {

    private static CodingRound round(int n, String... coders) {
        return new CodingRound(
                1,
                "kcg",
                "樣本",
                List.of("甲", "乙"),
                List.of(coders),
                42,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                n,
                "lin",
                Instant.EPOCH,
                IntStream.rangeClosed(1, n)
                        .mapToObj(i -> new CaseNumber(115, i))
                        .toList());
    }

    private static List<Code> codes(CodingRound round, String coder, int... themes) {
        List<Code> codes = new ArrayList<>();
        for (int i = 0; i < themes.length; i++) {
            codes.add(new Code(coder, round.cases().get(i), themes[i]));
        }
        return codes;
    }

    @Test
    void nothingCodedGivesNoNumber() {
        CodingTables tables = CodingTables.of(round(3, "a", "b"), List.of());
        assertTrue(tables.pairs().entry(0, "cohen_kappa").reason().isPresent());
        assertEquals("", tables.pairs().text(0, "reading"));
        assertEquals(0, tables.fleiss().rows().size(), "two coders have no Fleiss");
        assertEquals(0, tables.differing().rows().size());
    }

    /** Both used one theme only: κ does not exist. */
    @Test
    void oneThemeOnlyHasAgreementAndNoKappa() {
        CodingRound round = round(2, "a", "b");
        List<Code> codes = new ArrayList<>(codes(round, "a", 0, 0));
        codes.addAll(codes(round, "b", 0, 0));
        CodingTables tables = CodingTables.of(round, codes);
        assertEquals(1, tables.pairs().number(0, "percent_agreement"));
        assertEquals("no_variation", tables.pairs().text(0, "cohen_kappa"));
    }

    /** By hand: 20, 5, 10, 15 of 50; p_o = .7, p_e = .5·.6 + .5·.4 = .5, κ = .4 (the example of Wikipedia's page on Cohen's kappa). */
    @Test
    void kappaIsTheOneDoneByHand() {
        CodingRound round = round(50, "a", "b");
        int[] first = new int[50];
        int[] second = new int[50];
        for (int i = 0; i < 50; i++) {
            first[i] = i < 25 ? 0 : 1;
            second[i] = i < 20 || (i >= 25 && i < 35) ? 0 : 1;
        }
        List<Code> codes = new ArrayList<>(codes(round, "a", first));
        codes.addAll(codes(round, "b", second));
        CodingTables tables = CodingTables.of(round, codes);
        assertEquals(50, tables.pairs().count(0, "n"));
        assertEquals(.7, tables.pairs().number(0, "percent_agreement"), 1e-12);
        assertEquals(.4, tables.pairs().number(0, "cohen_kappa"), 1e-12);
        assertEquals("fair", tables.pairs().text(0, "reading"));
        assertEquals(15, tables.differing().rows().size());
        assertEquals("乙", tables.differing().text(0, "b"));
        assertEquals(25, tables.themes().count(0, "a"));
    }

    /** A case that one of three has not coded counts for the pairs that have, and not for all. */
    @Test
    void whatNotEverybodyHasCodedIsLeftOutOfFleiss() {
        CodingRound round = round(3, "a", "b", "c");
        List<Code> codes = new ArrayList<>(codes(round, "a", 0, 1, 0));
        codes.addAll(codes(round, "b", 0, 1, 1));
        codes.addAll(codes(round, "c", 0, 1));
        CodingTables tables = CodingTables.of(round, codes);
        assertEquals(3, tables.pairs().rows().size());
        assertEquals(3, tables.pairs().count(0, "n"));
        assertEquals(2, tables.pairs().count(1, "n"));
        assertEquals(2, tables.fleiss().count(0, "n"));
        assertEquals(1, tables.fleiss().number(0, "fleiss_kappa"), 1e-12);
        assertEquals("almost_perfect", tables.fleiss().text(0, "reading"));
        assertEquals("", tables.differing().text(0, "c"), "not coded yet");
    }
}
