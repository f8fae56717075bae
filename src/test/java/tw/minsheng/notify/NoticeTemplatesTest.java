package tw.minsheng.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

/** The words of notices: shipped, and put in their place by an agency. */
class NoticeTemplatesTest {

    private static final String OURS = """
            received:
              subject: {zh-TW: "工務局收到 {number}", en: "Received {number}"}
              text:
                zh-TW: |
                  {due} 前答復。
                  {ask}
                en: |
                  By {due}. {ask}
            """;

    private static NoticeTemplates read(String text) {
        return NoticeFile.read("notices.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Notice notice(NoticeKind kind, Language language, Map<String, String> facts) {
        return new Notice("2", kind, Channel.MAIL, "p@example.org", language, facts);
    }

    private static Map<String, String> all(NoticeKind kind) {
        return kind.facts().stream().collect(Collectors.toMap(fact -> fact, fact -> "<" + fact + ">"));
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        Problem refused = assertThrows(Problem.class, () -> read("""
                        gone:
                          text: {zh-TW: a, en: b}
                        overdue:
                          subject: {zh-TW: a, en: b}
                          body: x
                          text:
                            zh-TW: "{reason} {progress} {birthday}"
                            en: "{reason} {progress} {expected}"
                        """));
        assertEquals("notices.faults", refused.code());
        assertEquals(
                List.of("notices.unknown 2", "notices.key 5", "notices.placeholder 7", "notices.fact 7"),
                refused.faults().stream()
                        .map(fault -> fault.code() + " " + line(fault))
                        .toList());
    }

    private static String line(Fault fault) {
        return fault.place().substring(fault.place().indexOf(':') + 1);
    }

    /** 逾期通知 without one of its three parts is none. */
    @ParameterizedTest
    @ValueSource(strings = {"reason", "progress", "expected"})
    void anOverdueNoticeCannotDoWithoutAPart(String part) {
        String text = "{reason} {progress} {expected}".replace("{" + part + "}", "");
        Problem refused = assertThrows(
                Problem.class,
                () -> read("overdue:\n  subject: {zh-TW: a, en: b}\n  text: {zh-TW: \"" + text + "\", en: \"" + text
                        + "\"}\n"));
        assertEquals(
                List.of(part, part),
                refused.faults().stream()
                        .map(fault -> fault.args().get("value"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void shippedWordsSayEveryFactInBothLanguages(NoticeKind kind) {
        NoticeTemplates shipped = NoticeTemplates.shipped();
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            Wording said = shipped.wording(notice(kind, language, all(kind)), "115-000001-2", Map.of());
            kind.required().forEach(fact -> assertTrue(said.text().contains("<" + fact + ">"), fact));
            boolean aboutCase = !Set.of(NoticeKind.INVITE, NoticeKind.REMIND, NoticeKind.ALERT, NoticeKind.EXPERT)
                    .contains(kind);
            assertEquals(aboutCase, (said.subject() + said.text()).contains("115-000001-2"));
            assertFalse(said.text().contains("{"), said.text());
        }
    }

    @Test
    void anAgencysWordsStandInThePlaceOfTheShippedOnes() {
        NoticeTemplates both = read(OURS).over(NoticeTemplates.shipped());
        Notice received = notice(NoticeKind.RECEIVED, Language.ZH_TW, all(NoticeKind.RECEIVED));
        assertEquals("工務局收到 1", both.wording(received, "1", Map.of()).subject());
        assertTrue(both.has(NoticeKind.OVERDUE));
        assertFalse(read(OURS).has(NoticeKind.OVERDUE));
    }

    @Test
    void aLineOfWhichAllFactsAreEmptyIsLeftOut() {
        Notice transfer =
                notice(NoticeKind.TRANSFER, Language.EN, Map.of("type", "x", "to", "Highway Bureau", "told", "yes"));
        String text = NoticeTemplates.shipped().wording(transfer, "1", Map.of()).text();
        assertTrue(text.contains("Highway Bureau"));
        assertFalse(text.contains("remedies"));
    }

    /** What a petitioner or a colleague wrote is never read as a template. */
    @Test
    void factsAreNotTemplates() {
        Notice ask = notice(NoticeKind.ASK, Language.EN, Map.of("question", "{number} {code}"));
        assertTrue(NoticeTemplates.shipped()
                .wording(ask, "115", Map.of("code", "secret"))
                .text()
                .contains("{number} {code}"));
    }

    /** 20 tries: 1, 2, 4 … 128 minutes, then eleven times four hours: 48 hours, a weekend. */
    @Test
    void pausesDoubleUpToTheLongest() {
        SendPolicy policy = SendPolicy.DEFAULT;
        assertEquals(Duration.ofMinutes(1), policy.pause(1));
        assertEquals(Duration.ofMinutes(128), policy.pause(8));
        assertEquals(Duration.ofHours(4), policy.pause(9));
        Duration all = Duration.ZERO;
        for (int tries = 1; tries < policy.mostTries(); tries++) {
            all = all.plus(policy.pause(tries));
        }
        assertEquals(48, all.toHours());
    }

    @Test
    void onlyWhatIsSaidOfOneRecipientIsFinal() {
        assertEquals(Carrier.Trouble.REFUSED, MailCarrier.trouble(550));
        assertEquals(Carrier.Trouble.NOT_NOW, MailCarrier.trouble(450));
        assertEquals(Carrier.Trouble.NOT_NOW, MailCarrier.trouble(554));
        assertEquals(Carrier.Trouble.AWAY, MailCarrier.trouble(535));
        assertEquals(Carrier.Trouble.AWAY, MailCarrier.trouble(421));
    }
}
