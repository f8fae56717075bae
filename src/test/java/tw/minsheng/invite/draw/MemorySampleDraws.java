package tw.minsheng.invite.draw;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.collect.SampleWeights;
import tw.minsheng.invite.Contact;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.InviteKeys;
import tw.minsheng.invite.Seed;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

/** Frames and draws in memory. */
public final class MemorySampleDraws implements SampleDraws {

    private final Map<Of, DrawnFrame> frames = new HashMap<>();
    private final Map<Of, List<SampleDraw>> draws = new HashMap<>();
    private final Map<Of, List<DrawnPerson>> people = new HashMap<>();

    private final Invitations invitations;

    /** @param invitations whose list those drawn become */
    public MemorySampleDraws(Invitations invitations) {
        this.invitations = invitations;
    }

    /** What was written down, in order. */
    public final List<String> audit = new ArrayList<>();

    private List<SampleDraw> of(Of wave) {
        return draws.computeIfAbsent(wave, key -> new ArrayList<>());
    }

    private boolean stands(Of wave) {
        return of(wave).stream().anyMatch(draw -> draw.state() != SampleDraw.State.DISCARDED);
    }

    private void wrote(String what, Of wave, Object more) {
        audit.add(what + " " + wave.survey() + " " + wave.wave() + " " + more);
    }

    @Override
    public Future<Optional<DrawnFrame>> frame(Of wave) {
        return Future.succeededFuture(Optional.ofNullable(frames.get(wave)));
    }

    @Override
    public Future<Void> keepFrame(Of wave, DrawnFrame frame, Act act) {
        if (stands(wave)) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.drawn"));
        }
        frames.put(wave, frame);
        wrote("sample.frame", wave, frame.sha256());
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> announce(Of wave, Seed seed, Act act) {
        wrote("sample.seed", wave, seed.told());
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> keep(Of wave, SampleDraw draw, List<DrawnPerson> drawn, Act act) {
        if (stands(wave)) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.drawn"));
        }
        of(wave).add(0, draw);
        people.put(wave, List.copyOf(drawn));
        wrote("sample.draw", wave, draw.sha256());
        return Future.succeededFuture();
    }

    @Override
    public Future<List<SampleDraw>> all(Of wave) {
        return Future.succeededFuture(List.copyOf(of(wave)));
    }

    @Override
    public Future<List<DrawnPerson>> people(Of wave, Act act) {
        wrote("sample.read", wave, people.getOrDefault(wave, List.of()).size());
        return Future.succeededFuture(people.getOrDefault(wave, List.of()));
    }

    @Override
    public Future<Integer> reading(Of wave, Act act) {
        return people(wave, act).map(List::size);
    }

    @Override
    public Future<Void> eachPart(Of wave, Function<List<DrawnPerson>, Future<Void>> taker) {
        Future<Void> taken = Future.succeededFuture();
        for (DrawnPerson person : people.getOrDefault(wave, List.of())) {
            taken = taken.compose(before -> taker.apply(List.of(person)));
        }
        return taken;
    }

    @Override
    public Future<Void> discard(Of wave, String reason, Act act) {
        if (of(wave).isEmpty() || of(wave).get(0).state() != SampleDraw.State.DRAWN) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.invited"));
        }
        of(wave).set(0, of(wave).get(0).as(SampleDraw.State.DISCARDED, reason));
        people.remove(wave);
        wrote("sample.discard", wave, reason);
        return Future.succeededFuture();
    }

    @Override
    public Future<Invitations.Added> invite(Of wave, List<Contact> contacts, InviteKeys keys, Act act) {
        if (!stands(wave) || of(wave).get(0).state() != SampleDraw.State.DRAWN) {
            return Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.not_standing"));
        }
        of(wave).set(0, of(wave).get(0).as(SampleDraw.State.INVITED, ""));
        return invitations.add(new Invitations.Round(wave.survey(), wave.wave()), contacts, keys, act);
    }

    @Override
    public Future<SampleWeights> weights(String survey) {
        return Future.succeededFuture(SampleWeights.NONE);
    }

    @Override
    public Future<Integer> purge(Instant endedBefore) {
        int all = people.values().stream().mapToInt(List::size).sum();
        people.clear();
        return Future.succeededFuture(all);
    }
}
