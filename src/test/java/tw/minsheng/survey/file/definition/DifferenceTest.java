package tw.minsheng.survey.file.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.lint.Sample;

/** The table of change classes in the specification, row by row. */
class DifferenceTest {

    private static final Version OLD = new Version(1, 2, 3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: {zh-TW: 臨櫃調查}|title: {zh-TW: 臨櫃服務調查}|PATCH",
                "{id: comment, type: text,|{id: comment, type: text, hint: {zh-TW: 簡短},|PATCH",
                "refusal: {zh-TW: 不影響權益}|refusal: {zh-TW: 不影響您的權益}|PATCH",
                "purpose: {zh-TW: 瞭解感受}|purpose: {zh-TW: 瞭解民眾感受}|PATCH",
                "{zh-TW: 環境整潔}|{zh-TW: 環境整潔, en: Clean}|PATCH",
                "limit: 120|limit: 121|MINOR",
                "dueDays: 60|dueDays: 61|MINOR",
                "[0.3, 3.0]|[0.4, 3.0]|MINOR",
                "marginOfError: 0.03|marginOfError: 0.05|MINOR",
                "{value: none,|{value: more, label: {zh-TW: 其他}}, {value: none,|MINOR",
                "[{id: st_a,|[{id: st_new, text: {zh-TW: 新}}, {id: st_a,|MINOR",
                "modes: [web, paper]|modes: [web]|MINOR",
                "kind: general|kind: general%nretest: {code: comment}|MINOR",
                "{zh-TW: 環境整潔}|{zh-TW: 環境舒適}|MAJOR",
                "{value: road, label: {zh-TW: 道路}}, |''|MAJOR",
                "reverse: true, |''|MAJOR",
                "satisfiedFrom: 4|satisfiedFrom: 5|MAJOR",
                "type: scale, scale: sat5|type: scale, scale: agree5|MAJOR",
                "type: text,|type: number,|MAJOR",
                "[env_a, env_b, env_c]|[env_a, env_b]|MAJOR",
                "overall: sat_all|overall: env_a|MAJOR",
                "{id: env_b,|{id: env_renamed,|MAJOR"
            })
    void changeHasItsClass(String from, String to, ChangeClass expected) {
        Sample now = Sample.make().edit(from, to.equals("''") ? "" : to.replace("%n", "\n"));
        Difference difference = between(Sample.make(), now, Set.of());
        assertEquals(expected, difference.changeClass(), difference.changes().toString());
        assertEquals(expected.after(OLD), difference.required(OLD));
    }

    @Test
    void nothingChangedNeedsNoNewVersion() {
        Difference difference =
                between(Sample.make(), Sample.make().edit("status: draft", "status: published"), Set.of());
        assertEquals(List.of(), difference.changes());
        assertEquals(OLD, difference.required(OLD));
    }

    @Test
    void renamingIsRemovingAndAdding() {
        Difference difference = between(Sample.make(), Sample.make().edit("{id: env_b,", "{id: env_z,"), Set.of());
        assertEquals(
                List.of("removed env_b MAJOR", "added env_z MINOR"),
                difference.changes().stream()
                        .map(change -> change.key() + " " + change.id() + " " + change.changeClass())
                        .toList());
    }

    @Test
    void wordsThatMeanTheSameAreAPatch() {
        Sample now = Sample.make().edit("{zh-TW: 環境整潔}", "{zh-TW: 環境清潔}");
        assertEquals(
                ChangeClass.PATCH, between(Sample.make(), now, Set.of("env_a")).changeClass());
        assertEquals(
                ChangeClass.MAJOR, between(Sample.make(), now, Set.of("env_b")).changeClass());
    }

    @Test
    void itemThatChangesItsConstructIsMajor() {
        Sample now = Sample.make()
                .edit("[env_a, env_b, env_c]", "[env_a, env_b]")
                .edit("[st_a, st_b, st_c]", "[st_a, st_b, st_c, env_c]");
        Change change = between(Sample.make(), now, Set.of()).changes().get(0);
        assertEquals(ChangeClass.MAJOR, change.changeClass());
        assertEquals("題目「env_c」由構面「env」改屬「staff」", change.message(Language.ZH_TW));
        assertTrue(change.message(Language.EN).contains("env_c"));
    }

    @Test
    void populationFileThatChangesIsMinor() {
        Sample now = Sample.make().withFile("population/counter.csv", "code,n\nroad,90\nbuild,210\n");
        assertEquals(ChangeClass.MINOR, between(Sample.make(), now, Set.of()).changeClass());
    }

    /** surveys.md 2.7: one line per change, in Chinese; which part, from what to what. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marginOfError: 0.03|marginOfError: 0.05|抽樣設計（sampling.plan.marginOfError）由「0.03」改為「0.05」",
                "limit: 120|limit: 121|配額（quotas[qt_road].limit）由「120」改為「121」",
                "[0.3, 3.0]|[0.4, 3.0]|加權（weighting.trim）由「0.3, 3.0」改為「0.4, 3.0」",
                "modes: [web, paper]|modes: [web]|調查方式（modes）由「web, paper」改為「web」",
                "purpose: {zh-TW: 瞭解感受}|purpose: {zh-TW: 瞭解民眾感受}|調查背景（background.purpose）由「瞭解感受」改為「瞭解民眾感受」",
                "title: {zh-TW: 臨櫃調查}|title: {zh-TW: 臨櫃服務調查}|標題（title）由「臨櫃調查」改為「臨櫃服務調查」",
                "{id: comment, type: text,|{id: comment, type: text, hint: {zh-TW: 簡短},|「comment」新增提示（hint）「簡短」",
                "satisfiedFrom: 4|satisfiedFrom: 5|「sat5」的滿意起點（satisfiedFrom）由「4」改為「5」",
                "type: scale, scale: sat5|type: scale, scale: agree5|「sat_all」的量尺（scale）由「sat5」改為「agree5」"
            })
    void changeSaysWhatWasAndWhatIs(String from, String to, String line) {
        List<String> lines = between(Sample.make(), Sample.make().edit(from, to), Set.of()).changes().stream()
                .map(change -> change.message(Language.ZH_TW))
                .toList();
        assertEquals(List.of(line), lines);
    }

    @Test
    void populationFileThatChangesIsNamed() {
        Sample now = Sample.make().withFile("population/counter.csv", "code,n\nroad,90\nbuild,210\n");
        Change change = between(Sample.make(), now, Set.of()).changes().get(0);
        assertEquals("母體檔 population/counter.csv 的內容有變更", change.message(Language.ZH_TW));
        assertEquals("The content of the population file population/counter.csv changed", change.message(Language.EN));
    }

    private static Difference between(Sample old, Sample now, Set<String> sameMeaning) {
        return Difference.between(tree(old), tree(now), sameMeaning);
    }

    private static Node tree(Sample sample) {
        return Canonical.tree(sample.document().root(), Map.copyOf(sample.files()));
    }
}
