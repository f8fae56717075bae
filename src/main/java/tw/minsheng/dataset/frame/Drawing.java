package tw.minsheng.dataset.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.draw.RandomDraw;
import tw.minsheng.statistics.draw.SizeDraw;
import tw.minsheng.statistics.draw.SystematicDraw;

/** Draws a sample from a frame by its plan and its seed, and from nothing else (DR1–DR4). */
public final class Drawing {

    private final SamplingFrame frame;
    private final DrawPlan plan;
    private final SplitMix64 random;

    private Drawing(SamplingFrame frame, DrawPlan plan) {
        this.frame = frame;
        this.plan = plan;
        this.random = new SplitMix64(plan.seed());
    }

    /**
     * @throws Problem INVALID {@code draw.too_many} (args {@code size}, {@code most}), {@code draw.no_size} where a unit has the size 0,
     *     {@code draw.no_spread} where Neyman's shares are all 0, {@code draw.least} (args {@code size}, {@code least}, {@code sum}) where
     *     the minimums are more than the sample
     */
    public static DrawnSample of(SamplingFrame frame, DrawPlan plan) {
        Drawing drawing = new Drawing(frame, plan);
        DrawnSample drawn = drawing.units();
        return plan.interval() > 0 ? drawing.started(drawn) : drawn;
    }

    /** One number of the generator for each unit, in their order, after those of the draw (DR5). */
    private DrawnSample started(DrawnSample drawn) {
        List<DrawnSample.Unit> units = new ArrayList<>();
        for (DrawnSample.Unit unit : drawn.units()) {
            int start = 1 + (int) StrictMath.floor(random.nextUniform() * plan.interval());
            units.add(new DrawnSample.Unit(unit.id(), unit.group(), unit.weight(), start));
        }
        return new DrawnSample(units, drawn.strata(), drawn.start());
    }

    private DrawnSample units() {
        return switch (plan.method()) {
            case SRS -> simple();
            case SYSTEMATIC -> systematic();
            case STRATIFIED -> stratified();
            case PPS -> bySize();
            case CLUSTER -> clusters();
        };
    }

    private DrawnSample simple() {
        refuseMoreThan(frame.size());
        return alike(RandomDraw.of(frame.size(), plan.size(), random), OptionalDouble.empty());
    }

    private DrawnSample systematic() {
        refuseMoreThan(frame.size());
        double start = random.nextUniform();
        return alike(SystematicDraw.of(frame.size(), plan.size(), start), OptionalDouble.of(start));
    }

    private DrawnSample alike(int[] rows, OptionalDouble start) {
        double weight = (double) frame.size() / plan.size();
        return new DrawnSample(
                Arrays.stream(rows)
                        .mapToObj(row -> new DrawnSample.Unit(frame.ids().get(row), "", weight))
                        .toList(),
                List.of(),
                start);
    }

    private DrawnSample bySize() {
        refuseMoreThan(frame.size());
        if (frame.measures().stream().anyMatch(size -> !(size > 0))) {
            throw Problem.of(Problem.Kind.INVALID, "draw.no_size");
        }
        double[] sizes =
                frame.measures().stream().mapToDouble(Double::doubleValue).toArray();
        SizeDraw draw = SizeDraw.of(sizes, plan.size());
        double start = random.nextUniform();
        return new DrawnSample(
                Arrays.stream(draw.draw(start))
                        .mapToObj(row -> new DrawnSample.Unit(
                                frame.ids().get(row),
                                "",
                                1 / draw.probabilities().get(row)))
                        .toList(),
                List.of(),
                OptionalDouble.of(start));
    }

    private DrawnSample stratified() {
        refuseMoreThan(frame.size());
        Strata strata = Strata.of(frame);
        List<DrawnSample.Stratum> shared = strata.share(plan);
        int[] sizes = shared.stream().mapToInt(stratum -> (int) stratum.drawn()).toArray();
        int[] ofRows = strata.ofRows();
        List<DrawnSample.Unit> units = Arrays.stream(RandomDraw.of(ofRows, sizes, random))
                .mapToObj(row -> {
                    DrawnSample.Stratum stratum = shared.get(ofRows[row]);
                    double weight = (double) stratum.size() / stratum.drawn();
                    return new DrawnSample.Unit(frame.ids().get(row), stratum.name(), weight);
                })
                .toList();
        return new DrawnSample(units, shared, OptionalDouble.empty());
    }

    /** Clusters stand in the order of their names, by code point. */
    private DrawnSample clusters() {
        TreeSet<String> names = new TreeSet<>(CodePoints.ORDER);
        names.addAll(frame.groups());
        List<String> all = List.copyOf(names);
        refuseMoreThan(all.size());
        Set<String> drawn = Arrays.stream(RandomDraw.of(all.size(), plan.size(), random))
                .mapToObj(all::get)
                .collect(Collectors.toUnmodifiableSet());
        double weight = (double) all.size() / plan.size();
        List<DrawnSample.Unit> units = IntStream.range(0, frame.size())
                .filter(row -> drawn.contains(frame.groups().get(row)))
                .mapToObj(row -> new DrawnSample.Unit(
                        frame.ids().get(row), frame.groups().get(row), weight))
                .toList();
        return new DrawnSample(units, List.of(), OptionalDouble.empty());
    }

    private void refuseMoreThan(int most) {
        if (plan.size() > most) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "draw.too_many",
                    Map.of("size", Integer.toString(plan.size()), "most", Integer.toString(most)));
        }
    }
}
