package tw.minsheng.web.staff;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.Move;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;

/** Which acts a permission opens. */
final class CaseMoves {

    /** Into the history, moving nothing. */
    static final String NOTE = "note";

    /** A new query code over the counter; answered by a page of its own. */
    static final String CODE = "code";

    /** The last step is taken back. */
    static final String UNDO = "undo";

    /** From public view. */
    static final String LOCK = "lock";

    static final String UNLOCK = "unlock";

    /** 展期. */
    static final String EXTEND = "extend";

    /** 逾期通知. */
    static final String OVERDUE = CaseFile.OVERDUE;

    private static final Set<Move> WORK =
            EnumSet.of(Move.CONFIRM, Move.ASSIGN, Move.START, Move.ASK, Move.RESUME, Move.PROPOSE, Move.WITHDRAW);
    private static final Set<Move> DECIDE = EnumSet.of(
            Move.APPROVE,
            Move.SEND_BACK,
            Move.REASSIGN,
            Move.TRANSFER,
            Move.DECLINE,
            Move.MERGE,
            Move.UNMERGE,
            Move.REOPEN,
            Move.FOLLOW,
            Move.RELEASE);

    private CaseMoves() {}

    static boolean isWork(String act) {
        return act.equals(NOTE)
                || act.equals(OVERDUE)
                || act.equals(UNDO)
                || Move.of(act).filter(WORK::contains).isPresent();
    }

    static boolean isDecision(String act) {
        return act.equals(EXTEND)
                || act.equals(LOCK)
                || act.equals(UNLOCK)
                || Move.of(act).filter(DECIDE::contains).isPresent();
    }

    /**
     * What this person can do with the case now.
     *
     * @param late whether it is overdue: then the petitioner is told, and nothing is extended any longer
     */
    static List<String> possible(StaffRequest request, CaseFile file, List<CaseEvent> history, boolean late) {
        List<String> all = new ArrayList<>(possible(request, file, history));
        if (late && may(request, Permission.WORK_CASES, file)) {
            all.add(0, OVERDUE);
        } else if (!late && file.mayBeExtended() && may(request, Permission.DECIDE_CASES, file)) {
            all.add(EXTEND);
        }
        return List.copyOf(all);
    }

    /** The same, without what follows from the due date. */
    private static List<String> possible(StaffRequest request, CaseFile file, List<CaseEvent> history) {
        boolean undo = may(request, Permission.WORK_CASES, file)
                && history.get(history.size() - 1).canBeUndone();
        return undo
                ? Stream.concat(possible(request, file).stream(), Stream.of(UNDO))
                        .toList()
                : possible(request, file);
    }

    /** The same, without taking the last step back. */
    static List<String> possible(StaffRequest request, CaseFile file) {
        Stream<String> moves = Stream.of(Move.values())
                .filter(move -> move.isPossibleFrom(file.state()))
                .filter(move -> (WORK.contains(move) && may(request, Permission.WORK_CASES, file))
                        || (DECIDE.contains(move) && may(request, Permission.DECIDE_CASES, file)))
                .map(Move::key);
        Stream<String> more = may(request, Permission.WORK_CASES, file) ? Stream.of(NOTE, CODE) : Stream.empty();
        Stream<String> lock =
                may(request, Permission.DECIDE_CASES, file) ? Stream.of(file.locked() ? UNLOCK : LOCK) : Stream.empty();
        return Stream.concat(moves, Stream.concat(more, lock)).toList();
    }

    static boolean may(StaffRequest request, Permission permission, CaseFile file) {
        return Rights.mayCase(request.account(), permission, file.agency(), file.unit(), request.tree());
    }
}
