package tw.minsheng.invite;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseNumber;

/** Door to the survey after closing: which cases were drawn, what came back by stratum, who wants the case looked at again. */
public interface CaseSurveys {

    /** Answer that asks for the case to be looked at again; its choices are those of {@link Wish#wish}. */
    String WISH = "wish_again";

    /**
     * Cases to look at.
     *
     * @param from first moment of closing, in the time of the place
     * @param until first moment after it: later closings have to wait
     */
    record Order(Invitations.Round round, AfterClosingPlan plan, LocalDateTime from, LocalDateTime until) {}

    /**
     * @param seen cases that were looked at, {@code drawn} of them are asked
     * @param spoken of the drawn, those who are asked in Chinese, because the survey does not speak their language
     */
    record Drawn(int seen, int drawn, int spoken) {}

    /**
     * What is known of one stratum.
     *
     * @param eligible without those that were left out
     * @param excluded left out by rule: opened by whoever handled them, locked, of somebody who was asked about another case, or
     *     who wants no invitations
     * @param aside of those left out, cases like the others: of somebody who was asked about another case, or wants no invitations
     * @param drawn of the eligible
     * @param invited of the drawn, those who can be asked at all
     * @param reached of the invited, those whose mail was taken over, or with whom somebody spoke
     * @param answered links and calls that gave an answer
     */
    record Count(
            String stratum,
            long eligible,
            long excluded,
            long aside,
            long drawn,
            long invited,
            long reached,
            long answered) {

        /** Closed cases for which the answers speak. */
        long closed() {
            return eligible + aside;
        }
    }

    /**
     * Released answers of one stratum to one item.
     *
     * @param stratum as the answers name it: several joined by {@code +} when they were too few
     * @param mode web or phone
     * @param n valid answers
     */
    record Item(String stratum, String mode, String item, long n, long satisfied, long dissatisfied) {}

    /** @param wish {@code reopen} or {@code check} */
    record Wish(CaseNumber number, String wish) {}

    /**
     * Looks at closed cases that were never looked at, draws, and invites whoever was drawn; with its line of the audit trail.
     * A case is looked at once for ever. Nobody is asked twice in a wave, and everybody again in the next: who has the same address
     * or telephone number is the same person.
     *
     * @param channels on which something is carried, by key
     */
    Future<Drawn> draw(Order order, Invitations.Letter letter, Set<String> channels, InviteKeys keys, Act act);

    /** Orders the reminder of invitations that end within this time, and were mailed and not reminded. */
    Future<Integer> remind(Invitations.Round round, Duration left);

    /** Design and progress by stratum, of cases of these agencies. */
    Future<List<Count>> counts(Invitations.Round round, Set<String> agencies);

    /** Released answers by stratum, of all agencies: who may see them is decided by the names of the strata. */
    Future<List<Item>> answers(Invitations.Round round, List<String> items, int satisfiedFrom, int dissatisfiedUpTo);

    /** Wishes that nobody has looked at, the first 100. */
    Future<List<Wish>> wishes();

    /** What came of a wish. */
    Future<Void> handled(CaseNumber number, String what);

    /** Wishes of cases of these agencies, by what came of them. */
    Future<Map<String, Long>> handledWishes(Set<String> agencies);
}
