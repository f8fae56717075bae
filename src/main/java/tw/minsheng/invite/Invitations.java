package tw.minsheng.invite;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;

/**
 * Door to contacts and their invitations. Only invitations that are not spent are ever mailed; each is mailed once and
 * reminded once at most.
 */
public interface Invitations {

    /** Whom a call is about. */
    record Round(String survey, String wave) {}

    /**
     * What an import did.
     *
     * @param known people who were invited to this wave before, and were left alone
     * @param unwilling people who want no invitations
     */
    record Added(int added, int known, int unwilling) {}

    /**
     * What mails say, apart from their link.
     *
     * @param facts by language tag, then by name
     * @param expires until when answers are taken
     */
    record Letter(Map<String, Map<String, String>> facts, Instant expires) {
        public Letter {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * How far one stratum has come. None of these figures tells of a day.
     *
     * @param contacts invitations that were made
     * @param mailed those whose invitation was taken over by the other side
     * @param waiting mails that are not sent yet
     * @param bounced those whose mail was given up
     * @param silent those that have no address to which the program can send
     * @param reminded those who got a reminder
     * @param started links that were followed, answered or not
     * @param answered invitations that are spent
     * @param held answers that wait for enough others of their stratum
     */
    record Progress(
            String stratum,
            long contacts,
            long mailed,
            long waiting,
            long bounced,
            long silent,
            long reminded,
            long started,
            long answered,
            long held) {}

    /** Somebody whom a mail did not reach, and why, in the words of the other side. */
    record Undelivered(String address, String trouble) {}

    /**
     * Adds contacts, each with an invitation of its own. Left alone is who was added to this wave before, known by the same
     * address, or by the same telephone number where one of the two has no address, and whoever wants no invitations, known by her
     * address if she has one, else by her number.
     */
    Future<Added> add(Round round, List<Contact> contacts, InviteKeys keys, Act act);

    /**
     * Whoever holds the token with this hash wants no more invitations, to any survey: her own are void, mails that wait are not
     * sent, nobody calls her, and neither a list nor a closed case leads to her again. Also after an answer. Whoever shares her
     * telephone is not called either, and keeps what comes by mail; an answer that was begun by another link can be finished.
     *
     * @return false when the token is unknown
     */
    Future<Boolean> refuse(String hash, InviteKeys keys);

    /**
     * The same, told on the telephone by whoever this contact is; with its line of the audit trail, which names nobody.
     *
     * @return false when there is no such contact
     */
    Future<Boolean> refuse(long contact, InviteKeys keys, Act act);

    /** The same of whoever has this address or number, told on another way; she need not have been invited. */
    Future<Void> refuse(String email, String phone, InviteKeys keys, Act act);

    /** The invitation of the token with this hash. */
    Future<Optional<Invitation>> find(String hash);

    /** The link was followed. */
    Future<Void> opened(String hash);

    /**
     * Orders the mails of all invitations that have an address and were not mailed.
     *
     * @param channels on which something is carried, by key
     * @return how many were ordered
     */
    Future<Integer> send(Round round, Letter letter, Set<String> channels, Act act);

    /** Orders one reminder for each that was mailed, is not spent and was not reminded; it names the same end. */
    Future<Integer> remind(Round round, Act act);

    /** By stratum, in the order of their names; empty when nobody is invited. */
    Future<List<Progress>> progress(Round round);

    /** Whom the invitation did not reach, at most 200; of reminders nothing, for they tell who has not answered. */
    Future<List<Undelivered>> undelivered(Round round);

    /**
     * Moves answers that wait: those of a stratum of which enough wait, and all of a wave that has ended. What is fewer
     * in all than the smallest group stays where it is.
     *
     * @return how many were moved
     */
    Future<Integer> release();

    /**
     * Erases contacts and invitations of a wave; the answers stay.
     *
     * @return how many contacts there were
     */
    Future<Integer> erase(Round round, Act act);

    /**
     * The same for all waves that ended before this moment, with the answers that were too few to be moved; and for petitioners
     * whose link had ended before it, also while the wave goes on.
     */
    Future<Integer> purge(Instant endedBefore);
}
