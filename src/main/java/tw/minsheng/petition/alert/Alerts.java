package tw.minsheng.petition.alert;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.deadline.Due;

/** Door to what staff have been reminded of, and where their reminders go. */
public interface Alerts {

    /** Cases that one mail names; the rest are counted. */
    int MOST_NAMED = 50;

    /**
     * A reminder that is due.
     *
     * @param step of the due date, as the schedule names it
     * @param accounts who is told; none when it is only noted
     */
    record Raised(CaseNumber number, String step, Due due, Set<String> accounts) {

        public Raised {
            accounts = Set.copyOf(accounts);
        }
    }

    /**
     * One case in a mail.
     *
     * @param locked whether not even its type is told
     */
    record Item(CaseNumber number, String step, Due due, String type, boolean locked) {}

    /**
     * What somebody has not been mailed yet.
     *
     * @param items the first of them
     * @param count of all
     * @param lines ids of all; what comes later waits for the next mail
     */
    record Waiting(String account, String address, Language language, List<Item> items, int count, List<Long> lines) {

        public Waiting {
            items = List.copyOf(items);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Where the reminders of an account go.
     *
     * @param language of its mails
     */
    record Address(String email, Language language) {}

    /** Who may be reminded on this day. */
    Future<Staff> staff(LocalDate today);

    /** Open cases that are due before this moment, by number. */
    Future<List<CaseFile>> open(LocalDateTime dueBefore, CaseNumber after, int limit);

    /** Notes each reminder once for ever, and whom it is to be mailed to; how many were not known before. */
    Future<Integer> raise(List<Raised> raised, Instant at);

    /** What waits to be mailed, by account. */
    Future<List<Waiting>> waiting(int accounts);

    /** Puts one mail into the outbox, in place of what waited: both or neither. False when somebody else has done so. */
    Future<Boolean> digest(Waiting waiting, Map<String, String> facts);

    /** Empty when this account gets no mail. */
    Future<Optional<Address>> address(String account);

    /** In place of the one before; an empty address ends the mails. With its line of the audit trail, without the address. */
    Future<Void> address(String account, Address address, Act act);
}
