package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.petition.notice.CaseNotices;
import tw.minsheng.petition.notice.ConfirmKeys;
import tw.minsheng.petition.notice.ConfirmOffer;
import tw.minsheng.petition.notice.TellingCases;

/** What a petitioner is told of each step of her case. */
class CaseNoticesTest {

    private final MemoryCases memory = new MemoryCases();
    private final Cases cases = new TellingCases(
            memory,
            new CaseNotices(
                    CaseSamples::catalogue,
                    key -> LocalizedText.of(Language.ZH_TW, "工務局"),
                    () -> "https://example.org",
                    new ConfirmOffer(
                            new ConfirmKeys(new byte[32], () -> "https://example.org"), Set.of(Channel.MAIL), 3)));

    /** Moves of which nobody is told: matters of the house, and what the petitioner did herself. */
    private static final Set<Move> SILENT = Set.of(
            Move.EXPIRE,
            Move.ASSIGN,
            Move.REASSIGN,
            Move.START,
            Move.RESUME,
            Move.PROPOSE,
            Move.SEND_BACK,
            Move.WITHDRAW,
            Move.FOLLOW,
            Move.RELEASE);

    private CaseFile opened(String email, tw.minsheng.petition.Channel channel) {
        return opened(email, "07-3368333", channel);
    }

    private CaseFile opened(String email, String phone, tw.minsheng.petition.Channel channel) {
        Petition sample = CaseSamples.petition(channel);
        Petition petition = new Petition(
                sample.kind(),
                sample.type(),
                sample.text(),
                sample.place(),
                new Contact("", email, phone, ""),
                false,
                Language.ZH_TW,
                channel,
                "1");
        CaseFile.Opening opening = CaseFile.Opening.plain("kcg-pwb", petition, CaseSamples.time(), CaseSamples.ACT);
        String key = "key-" + System.nanoTime();
        return cases.find(cases.open(new Cases.Entry(key, "mac", "code", 115, opening, CasesContract.DUE))
                        .result()
                        .number())
                .result();
    }

    private List<NoticeLog.Entry> told(CaseFile file) {
        return memory.notices().of(file.number().text()).result();
    }

    private CaseFile moved(CaseFile file, Move... moves) {
        CaseFile now = file;
        for (Move move : moves) {
            now = cases.write(now.after(CaseSamples.step(move), CaseSamples.ACT), CasesContract.DUE)
                    .result();
        }
        return now;
    }

    @ParameterizedTest
    @EnumSource(Move.class)
    void everyStepTellsWhatItHasTo(Move move) {
        CaseFile file = opened("p@example.org", tw.minsheng.petition.Channel.COUNTER);
        State from = Arrays.stream(State.values())
                .filter(move::isPossibleFrom)
                .findFirst()
                .orElseThrow();
        Move[] way = CaseSamples.way(from).toArray(Move[]::new);
        if (move == Move.CONFIRM || move == Move.EXPIRE) {
            file = opened("p@example.org", tw.minsheng.petition.Channel.WEB);
        }
        CaseFile before = moved(file, way);
        int already = told(before).size();
        CaseFile after = moved(before, move);
        // the sample asks by telephone: the call was the notice
        boolean silent = SILENT.contains(move) || move == Move.ASK;
        assertEquals(silent ? 0 : 1, told(after).size() - already);
        if (!silent) {
            NoticeLog.Entry notice = told(after).get(already);
            assertEquals(Channel.MAIL, notice.notice().channel());
            assertEquals(Integer.toString(after.revision()), notice.notice().cause());
            String text = NoticeTemplates.shipped()
                    .wording(notice.notice(), notice.number(), Map.of())
                    .text();
            assertTrue(text.contains(after.number().text()) && text.contains("工務局"), text);
            assertFalse(text.contains(after.petition().text()), text);
        }
    }

    @Test
    void whoHasNoMailIsToldByHandAndNotOfWhatSheKnows() {
        CaseFile file = opened("", tw.minsheng.petition.Channel.COUNTER);
        assertEquals(List.of(), told(file));
        CaseFile transferred = moved(file, Move.TRANSFER);
        assertEquals(Channel.BY_HAND, told(transferred).get(0).notice().channel());
    }

    /** Silence would look as if she had been told. */
    @Test
    void whoLeftNoAddressAtAllIsOwedHerNotices() {
        CaseFile file = opened("", "", tw.minsheng.petition.Channel.COUNTER);
        CaseFile closed = moved(file, Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE);
        assertEquals(NoticeKind.ANSWER, told(closed).get(0).notice().kind());
        assertEquals(NoticeLog.State.BY_HAND, told(closed).get(0).state());
    }

    /** Another may read her mail: what waits to be sent is held back when the lock comes, and what follows is told by hand. */
    @Test
    void wordsOfViolenceInAReopeningLockTheCaseAndHoldItsMail() {
        CaseFile closed = moved(
                opened("p@example.org", tw.minsheng.petition.Channel.COUNTER),
                Move.ASSIGN,
                Move.START,
                Move.PROPOSE,
                Move.APPROVE);
        assertEquals(Channel.MAIL, told(closed).get(1).notice().channel());
        CaseStep again = new CaseStep.Reopen("其實是先生家暴", true, CaseSamples.RECEIVED.plusDays(9), CaseType.SECOND_REPLY);
        CaseFile open = cases.write(closed.after(again, CaseSamples.ACT), CasesContract.DUE)
                .result();
        assertTrue(open.locked());
        assertEquals(2, told(open).size());
        told(open).forEach(each -> assertEquals(Channel.BY_HAND, each.notice().channel()));
        CaseFile answered = moved(open, Move.START, Move.PROPOSE, Move.APPROVE);
        assertEquals(Channel.BY_HAND, told(answered).get(2).notice().channel());
    }

    @Test
    void wordsOfViolenceInAnAnswerLockTheCase() {
        CaseFile asked = CaseSamples.in(State.WAITING_CITIZEN);
        CaseStep step = new CaseStep.Resume("他對我性侵", CaseSamples.RECEIVED.plusDays(4), "");
        CaseFile.Change change = asked.after(step, CaseSamples.ACT);
        assertTrue(change.file().locked() && CaseFile.isLocking(change.event()));
        assertFalse(asked.after(CaseSamples.step(Move.RESUME), CaseSamples.ACT)
                .file()
                .locked());
    }

    /** Her own right stays, and nobody guesses that an agency looks at it again. */
    @Test
    void aReopeningByStaffIsToldAndTakesNothingFromThePetitioner() {
        CaseFile closed = moved(
                opened("", tw.minsheng.petition.Channel.COUNTER), Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE);
        CaseStep check =
                new CaseStep.Reopen("抽查發現未答復第二點", false, CaseSamples.RECEIVED.plusDays(9), CaseType.SECOND_REPLY);
        CaseFile open = cases.write(closed.after(check, CaseSamples.ACT), CasesContract.DUE)
                .result();
        NoticeLog.Entry notice = told(open).get(1);
        assertEquals(NoticeKind.REOPEN, notice.notice().kind());
        assertEquals(NoticeLog.State.BY_HAND, notice.state());
        CaseFile second = moved(open, Move.START, Move.PROPOSE, Move.APPROVE);
        CaseFile hers = moved(second, Move.REOPEN);
        assertEquals(List.of(2, 1), List.of(hers.reopened(), hers.reopenedByPetitioner()));
        assertEquals(3, told(hers).size());
    }

    /** Over the counter and by telephone nobody gets a code by herself. */
    @Test
    void theReceiptNamesACodeOnlyToWhoeverGotOne() {
        NoticeLog.Entry keyed = told(opened("p@example.org", tw.minsheng.petition.Channel.PHONE))
                .get(0);
        CaseFile confirmed = moved(opened("p@example.org", tw.minsheng.petition.Channel.WEB), Move.CONFIRM);
        NoticeLog.Entry sent = told(confirmed).get(1);
        assertTrue(text(keyed).contains("沒有拿到查詢碼") && !text(keyed).contains("收件時給您的查詢碼"));
        assertTrue(text(sent).contains("收件時給您的查詢碼"), text(sent));
    }

    private static String text(NoticeLog.Entry entry) {
        return NoticeTemplates.shipped()
                .wording(entry.notice(), entry.number(), Map.of())
                .text();
    }

    /** Not even the number of the other case: together with a guess of its code it would lead to another person. */
    @Test
    void aMergeSaysNothingOfTheOtherCase() {
        CaseFile merged = moved(opened("p@example.org", tw.minsheng.petition.Channel.COUNTER), Move.MERGE);
        NoticeLog.Entry notice = told(merged).get(1);
        assertEquals(NoticeKind.MERGE, notice.notice().kind());
        assertEquals(Set.of("type", "agency", "ask"), notice.notice().facts().keySet());
    }

    /** Each of a group gets the answer, and no word of the others. */
    @Test
    void theAnswerOfAGroupGoesToThoseWhoWereMergedToo() {
        CaseFile merged = moved(opened("p@example.org", tw.minsheng.petition.Channel.COUNTER), Move.MERGE);
        CaseFile parent = CaseSamples.in(State.CLOSED);
        CaseFile after = cases.write(merged.answered(parent, CaseSamples.ACT), CasesContract.DUE)
                .result();
        NoticeLog.Entry notice = told(after).get(2);
        assertEquals(NoticeKind.ANSWER, notice.notice().kind());
        String text = NoticeTemplates.shipped()
                .wording(notice.notice(), notice.number(), Map.of())
                .text();
        assertTrue(text.contains(CaseSamples.REPLY.text()), text);
        assertFalse(notice.notice().facts().containsKey("parent"));
    }

    @Test
    void transferNamesTheAgencyTheReasonAndTheRemedies() {
        CaseFile file = opened("p@example.org", tw.minsheng.petition.Channel.COUNTER);
        CaseStep step = new CaseStep.Transfer("公路局", "本路段由該局養護", "訴願", CaseSamples.RECEIVED);
        CaseFile after = cases.write(file.after(step, CaseSamples.ACT), CasesContract.DUE)
                .result();
        String text = NoticeTemplates.shipped()
                .wording(told(after).get(1).notice(), after.number().text(), Map.of())
                .text();
        for (String part : List.of("172", "公路局", "本路段由該局養護", "訴願")) {
            assertTrue(text.contains(part), text);
        }
    }
}
