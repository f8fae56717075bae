package tw.minsheng.petition;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.petition.deadline.Basis;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.CitizenNotice;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.MergeKind;
import tw.minsheng.petition.deadline.TimeLimit;

/** Cases for tests: made up, of nobody. */
public final class CaseSamples {

    /** Friday, 20 November 2026. */
    public static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 11, 20, 10, 0);

    public static final Act ACT = new Act("handler", "kcg-pwb", Instant.parse("2026-11-23T02:00:00Z"));
    public static final Reply REPLY = new Reply(Outcome.SOLVED, "已修復", "市區道路條例", "三日內複查", "養護工程處", "07-3368333");

    private static final TimeLimit LIMIT = new TimeLimit(6, Basis.WORKING_DAY);

    private CaseSamples() {}

    public static Catalogue catalogue() {
        Map<String, LocalizedText> districts = new LinkedHashMap<>();
        districts.put("lingya", new LocalizedText(Map.of(Language.ZH_TW, "苓雅區", Language.EN, "Lingya")));
        CaseType type = new CaseType(
                "road",
                LocalizedText.of(Language.ZH_TW, "道路"),
                "kcg-pwb",
                LIMIT,
                DeadlineRules.DEFAULT,
                LocalizedText.NONE);
        CaseType urgent = new CaseType(
                "pothole",
                LocalizedText.of(Language.ZH_TW, "坑洞"),
                "kcg-pwb",
                new TimeLimit(24, Basis.HOUR),
                DeadlineRules.DEFAULT,
                LocalizedText.NONE);
        return new Catalogue(
                List.of(type, urgent), districts, Residents.UNKNOWN, Retention.USUAL, Map.of("苓雅區", "lingya"));
    }

    public static Petition petition(Channel channel) {
        return new Petition(
                Kind.REPAIR,
                "road",
                "路口有坑洞",
                new Place("lingya", "四維三路口", Place.Point.at(22.62, 120.31)),
                new Contact("", "", "07-3368333", ""),
                false,
                Language.ZH_TW,
                channel,
                "1");
    }

    public static CaseTime time() {
        return CaseTime.of(LIMIT, RECEIVED);
    }

    /** How such a case begins. */
    public static CaseFile.Opening opening(Channel channel) {
        return CaseFile.Opening.plain("kcg-pwb", petition(channel), time(), ACT);
    }

    /** A case that staff keyed in and that is therefore received at once. */
    public static CaseFile received(int serial) {
        return CaseFile.opened(new CaseNumber(115, serial), opening(Channel.COUNTER))
                .file();
    }

    /** A case brought to this state by allowed steps. */
    public static CaseFile in(State state) {
        CaseFile file = state == State.UNCONFIRMED || state == State.EXPIRED
                ? CaseFile.opened(new CaseNumber(115, 1), opening(Channel.WEB)).file()
                : received(1);
        for (Move move : way(state)) {
            file = file.after(step(move), ACT).file();
        }
        return file;
    }

    /** The moves that lead there from the start. */
    public static List<Move> way(State state) {
        return switch (state) {
            case UNCONFIRMED, RECEIVED -> List.of();
            case EXPIRED -> List.of(Move.EXPIRE);
            case ASSIGNED -> List.of(Move.ASSIGN);
            case IN_PROGRESS -> List.of(Move.ASSIGN, Move.START);
            case WAITING_CITIZEN -> List.of(Move.ASSIGN, Move.START, Move.ASK);
            case PENDING_APPROVAL -> List.of(Move.ASSIGN, Move.START, Move.PROPOSE);
            case CLOSED -> List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE);
            case REOPENED -> List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE, Move.REOPEN);
            case FOLLOW_UP -> List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE, Move.FOLLOW);
            case RELEASED -> List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE, Move.FOLLOW, Move.RELEASE);
            case TRANSFERRED -> List.of(Move.TRANSFER);
            case MERGED -> List.of(Move.MERGE);
            case DECLINED -> List.of(Move.DECLINE);
            case WITHDRAWN -> List.of(Move.WITHDRAW);
        };
    }

    /** A step of this kind with all that the rules ask for. */
    public static CaseStep step(Move move) {
        LocalDateTime at = RECEIVED.plusDays(3);
        return switch (move) {
            case CONFIRM -> new CaseStep.Confirm("call_back");
            case EXPIRE -> new CaseStep.Expire(at);
            case ASSIGN -> new CaseStep.Assign("kcg-pwb", "handler");
            case REASSIGN -> new CaseStep.Reassign("kcg-pwb", "other", false, "屬養護單位");
            case START -> new CaseStep.Start("handler");
            case ASK -> new CaseStep.Ask("請補照片", at, notice(at), DeadlineRules.DEFAULT);
            case RESUME -> new CaseStep.Resume("照片如附", at.plusDays(1), "");
            case PROPOSE -> new CaseStep.Propose(REPLY, DeadlineRules.DEFAULT);
            case SEND_BACK -> new CaseStep.SendBack("請補依據");
            case APPROVE -> new CaseStep.Approve(at.plusDays(2));
            case TRANSFER -> new CaseStep.Transfer("公路局", "本路段由該局養護", "", at);
            case DECLINE -> new CaseStep.Decline(DeclineGround.NO_CONTENT, "沒有具體內容", "head", at);
            case MERGE -> new CaseStep.Merge(received(2), MergeKind.JOINED, at);
            case UNMERGE -> new CaseStep.Unmerge("不是同一件事");
            case WITHDRAW -> new CaseStep.Withdraw("", at);
            case REOPEN -> new CaseStep.Reopen("又破了", true, at.plusDays(9), CaseType.SECOND_REPLY);
            case FOLLOW -> new CaseStep.Follow("年底前重鋪");
            case RELEASE -> new CaseStep.Release("已重鋪");
        };
    }

    private static CitizenNotice notice(LocalDateTime at) {
        return new CitizenNotice(CitizenNotice.Channel.PHONE, at, "115-000001/4");
    }
}
