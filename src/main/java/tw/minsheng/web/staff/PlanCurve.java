package tw.minsheng.web.staff;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tw.minsheng.report.plan.SamplePlan;

/** Draws the sampling error by number of answers: answers on a scale of ratios, the error from zero up. */
final class PlanCurve {

    private static final int WIDE = 600;
    private static final int NARROW = 280;
    private static final double HEIGHT = 220;
    private static final int LINES = 4;
    private static final double CLOSEST = 60;

    private final Words words;
    private final SamplePlan plan;
    private final List<SamplePlan.Point> points;
    private final double most;
    private final double first;
    private final double last;

    PlanCurve(Words words, SamplePlan plan) {
        this.words = words;
        this.plan = plan;
        this.points = plan.curve().stream()
                .filter(point -> point.margin().isPresent())
                .toList();
        this.most = points.stream()
                .mapToDouble(point -> point.margin().orElse(0))
                .max()
                .orElse(1);
        this.first = points.isEmpty() ? 1 : points.get(0).answers();
        this.last = points.isEmpty()
                ? 2
                : Math.max(first + 1, (double) points.get(points.size() - 1).answers());
    }

    /** For a desk and for a phone. */
    List<PlanPages.Curve> inEachWidth() {
        return List.of(drawn(WIDE), drawn(NARROW));
    }

    List<PlanPages.Line> table() {
        return plan.curve().stream()
                .filter(point -> plan.curve().indexOf(point) % 5 == 0)
                .map(point -> new PlanPages.Line(
                        words.number(point.answers()), List.of(PlanPages.margin(words, point.margin())), ""))
                .toList();
    }

    private PlanPages.Curve drawn(int width) {
        String line = points.stream()
                .map(point ->
                        PlanPages.fixed(x((double) point.answers(), width), 1) + "," + PlanPages.fixed(y(point), 1))
                .collect(Collectors.joining(" "));
        List<PlanPages.Rule> across = IntStream.rangeClosed(0, LINES)
                .mapToObj(
                        i -> new PlanPages.Rule(HEIGHT * i / LINES, "±" + PlanPages.points(most * (LINES - i) / LINES)))
                .toList();
        boolean isShort = plan.reached() < plan.answers();
        double planned = isShort ? plan.reached() : plan.steps().withDeff();
        double y = points.stream()
                .filter(point -> point.answers() <= plan.reached())
                .reduce((one, next) -> next)
                .map(this::y)
                .orElse(0.0);
        return new PlanPages.Curve(
                width, line, across, upright(width), x(Math.max(first, Math.min(last, planned)), width), y);
    }

    /** Round numbers of answers, only those of tens where there is no room for each. */
    private List<PlanPages.Rule> upright(int width) {
        boolean roomy = x(Math.sqrt(10) * first, width) >= CLOSEST;
        return LongStream.of(30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000)
                .filter(n -> n >= first && n <= last)
                .filter(n -> roomy || Long.toString(n).startsWith("1"))
                .mapToObj(n -> new PlanPages.Rule(x((double) n, width), words.number(n)))
                .toList();
    }

    private double y(SamplePlan.Point point) {
        return HEIGHT * (1 - point.margin().orElse(0) / most);
    }

    private double x(double n, int width) {
        return width * Math.log(n / first) / Math.log(last / first);
    }
}
