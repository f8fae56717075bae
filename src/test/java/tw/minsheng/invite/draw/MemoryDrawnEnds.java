package tw.minsheng.invite.draw;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Act;

/** How it ended with those drawn, in memory: staff's notes alone. */
public final class MemoryDrawnEnds implements DrawnEnds {

    private final SampleDraws draws;
    private final Map<SampleDraws.Of, Map<String, Ending>> notes = new LinkedHashMap<>();

    /** What was written down, in order. */
    public final List<String> audit = new ArrayList<>();

    public MemoryDrawnEnds(SampleDraws draws) {
        this.draws = draws;
    }

    private Map<String, Ending> of(SampleDraws.Of wave) {
        return notes.computeIfAbsent(wave, key -> new LinkedHashMap<>());
    }

    private Future<Boolean> isInvited(SampleDraws.Of wave) {
        return draws.all(wave).map(all -> !all.isEmpty() && all.get(0).state() == SampleDraw.State.INVITED);
    }

    @Override
    public Future<Ends> ends(SampleDraws.Of wave) {
        return isInvited(wave)
                .compose(invited -> invited
                        ? draws.all(wave).map(all -> {
                            Map<Ending, Long> known = new EnumMap<>(Ending.class);
                            of(wave).values().forEach(ending -> known.merge(ending, 1L, Long::sum));
                            return new Ends(all.get(0).rows(), known);
                        })
                        : Future.succeededFuture(Ends.NONE));
    }

    @Override
    public Future<List<Written>> written(SampleDraws.Of wave) {
        List<Written> all = new ArrayList<>();
        of(wave).forEach((unit, ending) -> all.add(0, new Written(unit, ending)));
        return Future.succeededFuture(all);
    }

    @Override
    public Future<List<String>> write(SampleDraws.Of wave, List<String> units, Ending ending, Act act) {
        return draws.people(wave, act).map(people -> {
            List<String> drawn = people.stream().map(DrawnPerson::unit).toList();
            List<String> strangers =
                    units.stream().filter(unit -> !drawn.contains(unit)).toList();
            if (strangers.isEmpty()) {
                units.forEach(unit -> of(wave).put(unit, ending));
                audit.add("sample.end " + wave.survey() + " " + wave.wave() + " " + ending + " " + units.size());
            }
            return strangers;
        });
    }

    @Override
    public Future<Integer> takeBack(SampleDraws.Of wave, List<String> units, Act act) {
        int before = of(wave).size();
        of(wave).keySet().removeAll(units);
        int gone = before - of(wave).size();
        audit.add("sample.end " + wave.survey() + " " + wave.wave() + " - " + gone);
        return Future.succeededFuture(gone);
    }
}
