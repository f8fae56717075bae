package tw.minsheng.web.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tw.minsheng.report.plan.SamplePlan;
import tw.minsheng.report.plan.Wish;

/** Says how many must be asked; where that is more than there are, what can be reached and what to change. */
final class PlanReach {

    private static final double TENTHS = 1000;
    private static final double SLACK = 1e-9;

    private final Words words;
    private final Wish wish;
    private final SamplePlan plan;
    private final String way;

    /** @param way what the keys of words about asking end with */
    PlanReach(Words words, Wish wish, SamplePlan plan, String way) {
        this.words = words;
        this.wish = wish;
        this.plan = plan;
        this.way = way;
    }

    /** What must be done for the wish, or that it cannot be reached. */
    String sentence() {
        Map<String, Object> args = new HashMap<>(Map.of(
                "n", words.number(plan.answers()),
                "contacts",
                        words.number(plan.everybody()
                                .map(SamplePlan.Everybody::people)
                                .orElse(plan.contacts())),
                "reached", words.number(plan.reached()),
                "confidence", PlanForm.plain(wish.confidence() * 100),
                "margin", PlanPages.points(wish.margin()),
                "rate", PlanForm.plain(wish.responseRate() * 100)));
        if (plan.everybody().isEmpty() && plan.reached() < plan.answers()) {
            return words.say("plan.answer.strata" + way, args);
        }
        if (plan.everybody().isEmpty()) {
            return words.say((plan.wholeFrame() ? "plan.answer.whole" : "plan.answer") + way, args);
        }
        OptionalDouble error = plan.everybody().get().margin();
        args.put("error", error.isPresent() ? margin(error) : "");
        boolean some = plan.everybody().get().answers() > 0;
        return words.say((some ? "plan.answer.short" : "plan.answer.nobody") + way, args);
    }

    /** What to change where the wish cannot be reached; "" where it can. */
    String change() {
        if (plan.everybody().isEmpty()) {
            return "";
        }
        SamplePlan.Everybody everybody = plan.everybody().get();
        String rate = PlanForm.plain(Math.min(100, upToTenth(everybody.rate())));
        OptionalDouble bearable = everybody.bearable();
        return bearable.isPresent() && upToTenth(bearable.getAsDouble()) < 100
                ? words.say(
                        "plan.short.change" + way,
                        Map.of("rate", rate, "margin", PlanForm.plain(upToTenth(bearable.getAsDouble()))))
                : words.say("plan.short.rate" + way, Map.of("rate", rate));
    }

    private static double upToTenth(double share) {
        return Math.ceil(share * TENTHS - SLACK) / (TENTHS / 100);
    }

    /** What other rates need; never more than there are. */
    List<PlanPages.Line> rates() {
        return plan.rates().stream()
                .map(rate -> new PlanPages.Line(
                        PlanForm.plain(Math.rint(rate.rate() * 1000) / 10) + "%",
                        List.of(
                                rate.most().isPresent()
                                        ? words.say(
                                                "plan.rates.short",
                                                Map.of(
                                                        "people", words.number(rate.contacts()),
                                                        "reached",
                                                                words.number(rate.most()
                                                                        .getAsLong())))
                                        : words.number(rate.contacts()),
                                words.number(rate.answers()),
                                rate.answers() == 0 ? "–" : margin(rate.margin())),
                        ""))
                .toList();
    }

    /** What falls to each stratum: its people, answers wished, whom to ask, answers to expect and their error. */
    List<PlanPages.Line> strata() {
        return plan.layers().stream()
                .map(share -> new PlanPages.Line(
                        share.layer().name(),
                        List.of(
                                words.number(share.layer().size()),
                                words.number(share.answers()),
                                words.number(share.contacts()),
                                words.number(share.reached()),
                                share.reached() == 0 ? "–" : margin(share.margin())),
                        ""))
                .toList();
    }

    /** Which strata are too small for what is wished of them; "" where none is, and where all are. */
    String smallStrata() {
        List<SamplePlan.Share> small =
                plan.layers().stream().filter(SamplePlan.Share::isShort).toList();
        if (small.isEmpty() || plan.everybody().isPresent()) {
            return "";
        }
        List<String> each = new ArrayList<>();
        small.forEach(share -> each.add(words.say(
                "plan.strata.short.one",
                Map.of(
                        "name", share.layer().name(),
                        "people", words.number(share.layer().size()),
                        "n", words.number(share.answers()),
                        "reached", words.number(share.reached())))));
        return words.say(
                "plan.strata.short",
                Map.of(
                        "rate", PlanForm.plain(wish.responseRate() * 100),
                        "strata", each.stream().collect(Collectors.joining(words.say("plan.strata.short.and"))),
                        "sum", words.number(plan.reached()),
                        "n", words.number(plan.answers())));
    }

    private String margin(OptionalDouble margin) {
        return PlanPages.margin(words, margin);
    }
}
