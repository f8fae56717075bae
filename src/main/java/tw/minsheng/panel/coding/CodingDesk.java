package tw.minsheng.panel.coding;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.statistics.distribution.SplitMix64;

/** Draws samples of cases and takes the codes. Whoever asks has been allowed to by the one place that decides. */
public final class CodingDesk {

    private final Codings door;

    public CodingDesk(Codings door) {
        this.door = door;
    }

    /**
     * Draws {@code asked} cases, or all when there are fewer, and keeps the round.
     *
     * @param round as it was asked for, without its cases
     * @return its id; fails with {@code coding.faults}, also when there is no case at all
     */
    public Future<Long> draw(CodingRound round, Codings.Period period, int asked, Act act) {
        List<Fault> faults = round.faults(asked);
        if (!faults.isEmpty()) {
            return Future.failedFuture(Problem.invalid("coding.faults", faults));
        }
        return door.draw(period, population -> places(round.seed(), asked, population))
                .compose(drawn -> drawn.cases().isEmpty()
                        ? Future.failedFuture(
                                Problem.invalid("coding.faults", List.of(Fault.of("from", "coding.fault.none"))))
                        : door.keep(with(round, drawn), act));
    }

    private static CodingRound with(CodingRound round, Codings.Drawn drawn) {
        return new CodingRound(
                round.id(),
                round.agency(),
                round.name(),
                round.themes(),
                round.coders(),
                round.seed(),
                round.from(),
                round.until(),
                drawn.population(),
                round.actor(),
                round.at(),
                drawn.cases());
    }

    /**
     * Simple random sampling without putting back: the first steps of the shuffle of Fisher and Yates, each with one uniform number of
     * SplitMix64. The same seed and population give the same places.
     *
     * @return ascending, from 0
     */
    static List<Long> places(long seed, int asked, long population) {
        SplitMix64 generator = new SplitMix64(seed);
        Map<Long, Long> moved = new HashMap<>();
        List<Long> places = new ArrayList<>();
        for (long i = 0; i < Math.min(asked, population); i++) {
            long other = i + (long) (generator.nextUniform() * (population - i));
            places.add(moved.getOrDefault(other, other));
            moved.put(other, moved.getOrDefault(i, i));
        }
        return places.stream().sorted().toList();
    }

    /** Those of these agencies, and those of which this account is a coder, the newest in front. */
    public Future<List<CodingRound>> of(Set<String> agencies, String coder) {
        return door.of(agencies, coder);
    }

    /** One that these agencies own, or of which this account is a coder; fails with not found alike for what there is not. */
    public Future<CodingRound> find(String id, Set<String> agencies, String coder) {
        Problem unknown = Problem.notFound("coding", id);
        if (!id.matches("[0-9]{1,18}")) {
            return Future.failedFuture(unknown);
        }
        return door.find(Long.parseLong(id))
                .map(found -> found.filter(round -> agencies.contains(round.agency())
                                || round.coders().contains(coder))
                        .orElseThrow(() -> unknown));
    }

    /** What has been coded; for whoever may see the codes of others, see {@link Coded#isBlind}. */
    public Future<Coded> coded(CodingRound round) {
        return door.coded(round);
    }

    /**
     * Fails with not found when the case was not drawn or the actor is no coder, with {@code coding.faults} without a theme, with {@code
     * coding.closed} (conflict) when the actor has finished: whoever may see the choices of others changes none of her own.
     */
    public Future<Void> code(CodingRound round, CaseNumber number, Optional<Integer> theme, Act act) {
        if (!round.cases().contains(number) || !round.coders().contains(act.actor())) {
            return Future.failedFuture(Problem.notFound("case", number.text()));
        }
        return theme.filter(each -> each >= 0 && each < round.themes().size())
                .map(each -> door.code(round.id(), new Code(act.actor(), number, each), act)
                        .compose(kept -> kept
                                ? Future.<Void>succeededFuture()
                                : Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "coding.closed"))))
                .orElseGet(() -> Future.failedFuture(
                        Problem.invalid("coding.faults", List.of(Fault.of("theme", "coding.fault.theme")))));
    }

    /** The actor has coded what she could read; whoever asks has made sure of that. Fails with not found when she is no coder. */
    public Future<Void> finish(CodingRound round, Act act) {
        return round.coders().contains(act.actor())
                ? door.finish(round.id(), act)
                : Future.failedFuture(Problem.notFound("coding", Long.toString(round.id())));
    }
}
