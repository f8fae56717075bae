package tw.minsheng.invite.draw;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.Seed;
import tw.minsheng.kernel.Act;

/** Door to frames and draws of waves; every change is audited in the same transaction. */
public interface SampleDraws {

    /** The wave that a draw is of. */
    record Of(String survey, String wave) {}

    /** The newest frame. */
    Future<Optional<DrawnFrame>> frame(Of wave);

    /**
     * Keeps what is told of a frame; its number is given here.
     *
     * @return fails with {@code sample.drawn} (conflict) while a draw stands, with {@code not_found} when there is no such wave
     */
    Future<Void> keepFrame(Of wave, DrawnFrame frame, Act act);

    /** Writes the seed, and where it came from, into the audit trail, before the frame is read with it. */
    Future<Void> announce(Of wave, Seed seed, Act act);

    /**
     * Keeps a draw with everybody who was drawn; its number is given here.
     *
     * @return fails with {@code sample.drawn} (conflict) when another one stands
     */
    Future<Void> keep(Of wave, SampleDraw draw, List<DrawnPerson> people, Act act);

    /** All draws, the newest first. */
    Future<List<SampleDraw>> all(Of wave);

    /** Who was drawn in the draw that stands, in its order; with a line of the audit trail. Empty when they were erased. */
    Future<List<DrawnPerson>> people(Of wave, Act act);

    /** Writes into the audit trail that the list is read; says how many were drawn, 0 when they were erased. */
    Future<Integer> reading(Of wave, Act act);

    /** Hands over who was drawn in the draw that stands, in its order, part by part; each waits until the one before was taken. */
    Future<Void> eachPart(Of wave, Function<List<DrawnPerson>, Future<Void>> taker);

    /**
     * Takes a draw back: who was drawn is erased, the record stays with the reason.
     *
     * @return fails with {@code sample.invited} (conflict) when nobody stands to be taken back
     */
    Future<Void> discard(Of wave, String reason, Act act);

    /**
     * Makes who was drawn the list of invitations, each with an invitation of her own in her stratum or cluster; the draw can then no
     * longer be taken back. Who cannot be reached stays in the list of those drawn.
     *
     * @param contacts of those drawn
     * @return fails with {@code sample.not_standing} (conflict) when no draw waits for it, with {@code sample.others} (conflict) when
     *     others are on the list of invitations
     */
    Future<Invitations.Added> invite(Of wave, List<Contact> contacts, InviteKeys keys, Act act);

    /**
     * What the answers of those invited stand for, where strata or clusters were drawn.
     *
     * @param survey id
     */
    Future<SampleWeights> weights(String survey);

    /** Erases who was drawn in waves that ended before this moment; the records stay. */
    Future<Integer> purge(Instant endedBefore);
}
