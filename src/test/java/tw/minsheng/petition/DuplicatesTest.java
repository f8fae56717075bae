package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.kernel.Language;
import tw.minsheng.petition.deadline.CaseTime;

/** Petitions.md 5, duplicates: type, place, time, words; suggestions only. */
class DuplicatesTest {

    private static final LocalDateTime AT = CaseSamples.RECEIVED;

    private static CaseFile file(int serial, String type, String text, Place place, LocalDateTime at) {
        Petition petition =
                new Petition(Kind.REPAIR, type, text, place, Contact.NONE, false, Language.ZH_TW, Channel.PHONE, "1");
        CaseTime time = CaseTime.of(CaseSamples.time().limit(), at);
        return CaseFile.opened(
                        new CaseNumber(115, serial), CaseFile.Opening.plain("kcg-pwb", petition, time, CaseSamples.ACT))
                .file();
    }

    private static Place at(double latitude, double longitude) {
        return new Place("lingya", "", Place.Point.at(latitude, longitude));
    }

    private static Place in(String district, String address) {
        return new Place(district, address, Place.Point.NONE);
    }

    private static List<Integer> found(CaseFile self, CaseFile... others) {
        return Duplicates.among(self, List.of(others)).stream()
                .map(each -> each.file().number().serial())
                .toList();
    }

    /**
     * By hand: "ab" has the piece ab, "abc" has ab, bc and abc, so that one of three is common; 路燈不亮 has 路燈, 燈不, 不亮,
     * 路燈不, 燈不亮, and 路燈亮 has 路燈, 燈亮, 路燈亮: one of seven.
     */
    @ParameterizedTest
    @CsvSource({
        "ab,abc,0.3333333333333333",
        "路燈不亮,路燈亮,0.14285714285714285",
        "路燈不亮,路燈不亮,1",
        "路燈 不亮！,路燈，不亮,1",
        "ＡＢＣ,abc,1",
        "路燈不亮,公園積水,0",
        "a,a,0",
        "'','',0"
    })
    void likenessIsThatOfJaccard(String one, String other, double expected) {
        assertEquals(expected, Likeness.of(one, other), 1e-15);
        assertEquals(expected, Likeness.of(other, one), 1e-15);
    }

    /** 路燈, 燈不, 不亮, 路燈不, 燈不亮: five pieces; of those of 路燈亮了 only 路燈 stands in the other. */
    @ParameterizedTest
    @CsvSource({"路燈不亮,路燈不亮,1", "路燈亮了,路燈不亮,0.2", "公園積水,路燈不亮,0", "a,a,0", "'','',0"})
    void shareIsThatOfTheFirstText(String text, String other, double expected) {
        assertEquals(expected, Likeness.share(text, other), 1e-15);
        assertEquals(expected, Likeness.share(text, other + "。" + "長篇".repeat(500)), 1e-15);
    }

    @Test
    void fiftyMetresAreNearAndSixtyAreNot() {
        CaseFile self = file(1, "road", "路口有坑洞", at(22.62, 120.31), AT);
        // a degree of latitude is 111,195 m on a sphere of 6,371,008.8 m: 49 m and 60 m to the north
        CaseFile near = file(2, "road", "路面破了", at(22.62 + 49 / 111_195.0, 120.31), AT);
        CaseFile far = file(3, "road", "路口有坑洞", at(22.62 + 60 / 111_195.0, 120.31), AT);
        assertEquals(List.of(2), found(self, near, far));
        assertEquals(49, Duplicates.among(self, List.of(near)).get(0).metres());
        double east = Duplicates.metres(Place.Point.at(22.62, 120.31), Place.Point.at(22.62, 120.311));
        // 111.195 m times the cosine of 22.62 degrees
        assertEquals(102.64, east, 0.01);
    }

    @Test
    void otherTypesOtherTimesAndItselfAreNone() {
        Place place = at(22.62, 120.31);
        CaseFile self = file(1, "road", "路口有坑洞", place, AT);
        assertEquals(List.of(), found(self, self, file(2, "pothole", "路口有坑洞", place, AT)));
        CaseFile month = file(3, "road", "路口有坑洞", place, AT.minusDays(30));
        CaseFile before = file(4, "road", "路口有坑洞", place, AT.minusDays(31));
        assertEquals(List.of(3), found(self, month, before));
        CaseFile merged = month.after(
                        new CaseStep.Merge(self, tw.minsheng.petition.deadline.MergeKind.JOINED, AT), CaseSamples.ACT)
                .file();
        assertEquals(List.of(), found(self, merged));
    }

    @Test
    void withoutPointsTheDistrictTheAddressAndTheWordsDecide() {
        CaseFile self = file(1, "road", "四維三路口有一個坑洞", in("lingya", "四維三路 2 號"), AT);
        CaseFile alike = file(2, "road", "四維三路口有坑洞", in("lingya", ""), AT);
        CaseFile other = file(3, "road", "人行道的磚鬆了", in("lingya", ""), AT);
        CaseFile elsewhere = file(4, "road", "四維三路口有坑洞", in("zuoying", ""), AT);
        CaseFile address = file(5, "road", "樹倒了", in("lingya", "四維三路2號"), AT);
        CaseFile nowhere = file(6, "road", "四維三路口有一個坑洞！", in("", ""), AT);
        assertEquals(List.of(6, 2, 5), found(self, alike, other, elsewhere, address, nowhere));
    }

    @Test
    void fiveAreEnoughAndTheMostAlikeStandFirst() {
        Place place = at(22.62, 120.31);
        CaseFile self = file(1, "road", "路口有坑洞", place, AT);
        CaseFile[] many = new CaseFile[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = file(i + 2, "road", i == 7 ? "路口有坑洞" : "路面破了", place, AT);
        }
        List<Integer> found = found(self, many);
        assertEquals(5, found.size());
        assertEquals(9, found.get(0));
        assertTrue(found.subList(1, 5).equals(List.of(2, 3, 4, 5)), found.toString());
    }
}
