package tw.minsheng.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.SmallSurvey;

/** What offices hand in: files with foreign columns, codes that do not exist, other encodings, nothing at all. */
class AnswerFileTest {

    private final Layout layout = Layout.of(SmallSurvey.with(SmallSurvey.CONVENIENCE));

    private List<Row> read(AnswerMapping mapping, String wave, byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        new AnswerFile("a.csv", layout, mapping, wave)
                .read(new ByteArrayInputStream(bytes), CsvLimits.DEFAULT, rows::add);
        return rows;
    }

    private List<Row> read(String csv) {
        return read(AnswerMapping.NONE, "", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> read(Layout layout, String csv) {
        List<Row> rows = new ArrayList<>();
        new AnswerFile("a.csv", layout, AnswerMapping.NONE, "")
                .read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), CsvLimits.DEFAULT, rows::add);
        return rows;
    }

    private Problem refused(String csv) {
        return assertThrows(Problem.class, () -> read(csv));
    }

    @Test
    void unknownColumnIsRefusedByName() {
        Fault fault = refused("e1,zzz\n5,1\n").faults().get(0);
        assertEquals("answers.unknown_column", fault.code());
        assertEquals("zzz", fault.args().get("column"));
    }

    @Test
    void valueOutsideTheScaleIsRefusedWithRowColumnAndValue() {
        Problem problem = refused("e1,e2\n5,4\n6,4\n5,x\n");
        assertEquals("answers.faults", problem.code());
        assertEquals(
                Map.of("file", "a.csv", "row", "3", "column", "e1", "value", "6"),
                problem.faults().get(0).args());
        assertEquals("4", problem.faults().get(1).args().get("row"));
        assertEquals("e2", problem.faults().get(1).args().get("column"));
    }

    @Test
    void brokenQuoteIsRefused() {
        assertTrue(refused("e1,note\n5,\"open\n").code().startsWith("csv."));
    }

    @Test
    void big5IsNamed() {
        byte[] big5 = "e1,note\n5,服務人員態度親切\n".getBytes(Charset.forName("Big5"));
        Problem problem = assertThrows(Problem.class, () -> read(AnswerMapping.NONE, "", big5));
        assertEquals("csv.big5", problem.code());
    }

    @Test
    void zeroRowsAreRefused() {
        assertEquals("answers.no_rows", refused("e1,e2\n").code());
        assertEquals("answers.no_rows", refused("").code());
    }

    @Test
    void fileWithoutAnyVariableIsRefused() {
        assertEquals(
                "answers.no_variable", refused("_mode\nweb\n").faults().get(0).code());
    }

    @Test
    void columnTwiceIsRefused() {
        assertEquals(
                "answers.column_twice", refused("e1,e1\n5,5\n").faults().get(0).code());
    }

    @Test
    void negativeAndMissingWeightsAreRefused() {
        assertEquals(
                "answers.negative_weight",
                refused("_weight,e1\n-1,5\n").faults().get(0).code());
        assertEquals(
                "answers.missing_weight",
                refused("_weight,e1\n,5\n").faults().get(0).code());
    }

    private String weightFault(String weight) {
        Fault fault = refused("_weight,e1\n1,5\n" + weight + ",5\n").faults().get(0);
        assertEquals("3", fault.args().get("row"));
        assertEquals(weight, fault.args().get("value"));
        return fault.code();
    }

    @Test
    void weightThatIsNoDecimalIsRefused() {
        for (String weight : List.of("0x1p3", "1d", " 2 ", "NaN", "Infinity", "abc", "１", "1;5")) {
            assertEquals("answers.weight_not_number", weightFault(weight), weight);
        }
    }

    @Test
    void weightOutsideTheRangeOfSumsIsRefused() {
        for (String weight : List.of("1e200", "1e-200", "1e300", "1e999", "1.1e18", "0.9e-18")) {
            assertEquals("answers.weight_range", weightFault(weight), weight);
        }
        assertEquals(5, read("_weight,e1\n0,5\n0.0,5\n+1.5,5\n2e15,4\n.5,5\n").size());
    }

    @Test
    void weightsThatAreAllZeroAreRefused() {
        assertEquals("answers.zero_weights", refused("_weight,e1\n0,5\n0.0,4\n").code());
        // the only weight belongs to an answer that is not used
        assertEquals("answers.zero_weights", refused("_weight,e1\n0,5\n1,dk\n").code());
        assertEquals(2, read("_weight,e1\n0,5\n1,4\n").size());
        assertEquals(2, read("_weight,e1\n0,dk\n0,\n").size());
    }

    @Test
    void weightsOfDrawnAnswersMayNotAllBeZeroBesideOpenOnes() {
        String csv = "_source,_weight,e1\ndrawn,0,5\nopen,1,4\n";
        Problem problem = assertThrows(Problem.class, () -> read(Layout.of(SmallSurvey.with(SmallSurvey.SRS)), csv));
        assertEquals("answers.zero_weights", problem.code());
        assertEquals(2, read(csv).size());
    }

    @Test
    void stratumOutsideTheDefinitionIsRefusedWithRowColumnAndValue() {
        Layout stratified = Layout.of(SmallSurvey.with(SmallSurvey.STRATIFIED));
        Problem problem = assertThrows(Problem.class, () -> read(stratified, "_stratum,e1,sex\nf,5,f\na,4,m\n,4,m\n"));
        assertEquals(1, problem.faults().size());
        assertEquals("answers.outside", problem.faults().get(0).code());
        assertEquals(
                Map.of("file", "a.csv", "row", "3", "column", "_stratum", "value", "a"),
                problem.faults().get(0).args());
        assertEquals(2, read(stratified, "_stratum,e1\nf,5\nm,4\n").size());
    }

    @Test
    void stratumOfASurveyWithoutStrataIsCarried() {
        assertEquals("a", read("_stratum,e1\na,5\n").get(0).origin().stratum());
    }

    @Test
    void severalWavesNeedAChoice() {
        String csv = "_wave,e1\n113,5\n114,4\n";
        assertEquals("answers.several_waves", refused(csv).code());
        assertEquals(
                1,
                read(AnswerMapping.NONE, "114", csv.getBytes(StandardCharsets.UTF_8))
                        .size());
        Problem none = assertThrows(
                Problem.class, () -> read(AnswerMapping.NONE, "112", csv.getBytes(StandardCharsets.UTF_8)));
        assertEquals("answers.no_rows_of_wave", none.code());
    }

    @Test
    void faultsAreListedUpToALimit() {
        StringBuilder csv = new StringBuilder("e1\n");
        for (int row = 0; row < 300; row++) {
            csv.append("9\n");
        }
        List<Fault> faults = refused(csv.toString()).faults();
        assertEquals(101, faults.size());
        assertEquals("answers.more", faults.get(100).code());
    }

    @Test
    void missingCodesAreReadByNameAndByNumber() {
        Column item = layout.column("e1").orElseThrow();
        List<Integer> codes = read("e1,e2\ndk,1\n-8,1\n,1\n-1,1\n-2,1\n-3,1\n").stream()
                .map(row -> row.code(item))
                .toList();
        assertEquals(List.of(-8, -8, -1, -1, -2, -3), codes);
    }

    @Test
    void validCodeIsThePlaceOfItsValue() {
        Column item = layout.column("e1").orElseThrow();
        assertEquals(
                List.of(0, 4),
                read("e1\n5\n1\n").stream().map(row -> row.code(item)).toList());
    }

    @Test
    void textThatLooksLikeAMissingCodeStaysAText() {
        Column note = layout.column("note").orElseThrow();
        List<Integer> codes = read("e1,note\n5,'-1\n5,-1\n5,=1+1\n5,dk\n").stream()
                .map(row -> row.code(note))
                .toList();
        assertEquals(List.of(0, -1, 0, 0), codes);
    }

    @Test
    void mappingTranslatesColumnsValuesAndMissing() {
        AnswerMapping mapping = new AnswerMapping(
                Map.of("e1", "Q1", "_mode", "how"),
                Set.of("id"),
                false,
                Map.of("_mode", Map.of("Mail", "paper")),
                Map.of("*", Map.of("9", "dk")),
                Map.of("_wave", "114", "sex", "f"));
        Row row = read(mapping, "", "id,Q1,how\n1,9,Mail\n".getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertEquals(-8, row.code(layout.column("e1").orElseThrow()));
        assertEquals(0, row.code(layout.column("sex").orElseThrow()));
        assertEquals("paper", row.origin().mode());
        assertEquals("114", row.origin().wave());
        assertEquals(-1, row.code(layout.column("e2").orElseThrow()));
    }

    @Test
    void mappedColumnThatIsAbsentIsAFault() {
        AnswerMapping mapping = new AnswerMapping(Map.of("e1", "Q1"), Set.of(), true, Map.of(), Map.of(), Map.of());
        Problem problem =
                assertThrows(Problem.class, () -> read(mapping, "", "Q2\n5\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("answers.mapped_column_absent", problem.faults().get(0).code());
    }

    @Test
    void mappingFileTellsItsFaultsWithLines() {
        Problem problem = assertThrows(
                Problem.class,
                () -> AnswerMappingFile.read(
                        "m.yaml", "colums: {e1: Q1}\nvalues: [1]\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("mapping.unknown_key", problem.faults().get(0).code());
        assertEquals("mapping.not_mapping", problem.faults().get(1).code());
        assertEquals("2", problem.faults().get(1).args().get("line"));
    }
}
