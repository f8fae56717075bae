package tw.minsheng.petition;

import java.time.LocalDateTime;
import tw.minsheng.petition.deadline.CaseTime;

/** A case while one step changes it; the next revision comes out. */
final class CaseEdit {

    private final CaseFile file;
    State state;
    Petition petition;
    String unit;
    String handler;
    CaseTime time;
    Reply reply;
    Outcome outcome;
    LocalDateTime ended;
    int reopened;
    String parent;
    State before;
    boolean locked;
    int merged;
    int reopenedByPetitioner;

    CaseEdit(CaseFile file) {
        this.file = file;
        state = file.state();
        petition = file.petition();
        unit = file.unit();
        handler = file.handler();
        time = file.time();
        reply = file.reply();
        outcome = file.outcome();
        ended = file.ended();
        reopened = file.reopened();
        parent = file.parent();
        before = file.before();
        locked = file.locked();
        merged = file.merged();
        reopenedByPetitioner = file.reopenedByPetitioner();
    }

    /** Where the case was before the step. */
    State from() {
        return file.state();
    }

    /** Nobody waits any longer, so that an open pause ends with the case. */
    void end(Outcome how, LocalDateTime at) {
        outcome = how;
        ended = at;
        time = time.answered(at.toLocalDate());
    }

    /** What somebody told later may tell of violence, too. */
    void hear(String words) {
        locked = locked || DangerWords.shipped().isIn(words);
    }

    void openAgain() {
        outcome = Outcome.NONE;
        ended = CaseFile.NOT_ENDED;
    }

    CaseFile done() {
        return new CaseFile(
                file.number(),
                file.revision() + 1,
                file.agency(),
                unit,
                handler,
                state,
                petition,
                time,
                reply,
                outcome,
                ended,
                reopened,
                parent,
                before,
                file.origin(),
                locked,
                merged,
                reopenedByPetitioner);
    }
}
