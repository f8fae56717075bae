package tw.minsheng.notify;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Door to the notices that wait to be sent. Several senders may work on it at once, on several machines. */
public interface Outbox {

    /**
     * A notice that one sender may send until its lease ends.
     *
     * @param lease told with the result, so that a sender that came too late changes nothing
     * @param number of the case
     * @param tries how often it was claimed, this time included
     */
    record Claim(long id, String lease, String number, Notice notice, int tries) {}

    /**
     * Takes the notice that has waited longest, also one whose sender was lost; empty when nothing is to be sent now.
     *
     * @param lease until when nobody else takes it
     */
    Future<Optional<Claim>> claim(Set<Channel> channels, Duration lease);

    /**
     * It has been sent.
     *
     * @param wording what was said, without secrets
     * @param reference by which the other side knows it
     * @return whether the claim still held
     */
    Future<Boolean> sent(Claim claim, Wording wording, String reference);

    /** It is tried again after a pause. */
    Future<Boolean> later(Claim claim, String reason, Duration pause);

    /** It is given up, and shown to staff. */
    Future<Boolean> failed(Claim claim, String reason);
}
