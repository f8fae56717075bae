package tw.minsheng.web.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.report.plan.SamplePlan;

/** What a draw of sessions would do, told before it is done: what there is to draw from, what falls out and why, what to expect. */
record OnsitePreview(Words words, OnsiteWave wave, OnsiteForm form, OnsiteDays days, Instant now) {

    private static final double PERCENT = 100;

    OnsitePlan.Wish wish() {
        return wave.wish(words, days.halfDays());
    }

    /** @param last whether only the last word is missing */
    OnsiteViews.Preview view(boolean last) {
        OnsitePlan.Wish wish = wish();
        return new OnsiteViews.Preview(
                words.say(
                        "onsite.preview.sentence",
                        Map.of(
                                "from", words.day(form.from()),
                                "to", words.day(form.to()),
                                "days", words.number(days.days()),
                                "halfdays", words.number(wish.halfDays().size()),
                                "counters", words.number(wish.counters().size()),
                                "all", words.number(all(wish)),
                                "drawn", words.number(wish.sessions()))),
                rows(wish),
                Stream.of(out(), in(), idle()).flatMap(List::stream).toList(),
                expected(wish),
                notes(wish),
                OnsitePlan.frameHash(wish),
                form.carried(),
                last);
    }

    private static long all(OnsitePlan.Wish wish) {
        return (long) wish.counters().size() * wish.halfDays().size();
    }

    private List<List<String>> rows(OnsitePlan.Wish wish) {
        Map<String, String> counters = wave.counters(words);
        List<Integer> shares = wish.shares();
        int halfDays = wish.halfDays().size();
        List<List<String>> rows = IntStream.range(0, shares.size())
                .mapToObj(place ->
                        row(counters.getOrDefault(wish.counters().get(place), ""), halfDays, shares.get(place)))
                .collect(Collectors.toCollection(ArrayList::new));
        rows.add(row(words.say("sample.sum"), all(wish), wish.sessions()));
        return rows;
    }

    private List<String> row(String name, long halfDays, int drawn) {
        return List.of(
                name,
                words.number(halfDays),
                words.number(drawn),
                String.format(Locale.ROOT, "%.1f%%", PERCENT * drawn / halfDays));
    }

    private List<String> out() {
        List<String> said = new ArrayList<>();
        if (days.weekends() > 0) {
            said.add(words.say("onsite.out.weekends", Map.of("n", words.number(days.weekends()))));
        }
        days.out().forEach(day -> said.add(told("onsite.out.", day)));
        return said;
    }

    private List<String> in() {
        return days.in().stream().map(day -> told("onsite.in.", day)).toList();
    }

    private List<String> idle() {
        return days.idle().isEmpty() ? List.of() : List.of(words.say("onsite.idle", Map.of("days", list(days.idle()))));
    }

    private String list(List<LocalDate> dates) {
        return dates.stream().map(words::day).collect(Collectors.joining(words.say("list.comma")));
    }

    private String told(String prefix, OnsiteDays.Day day) {
        String half = day.half().isEmpty() ? "" : words.say("onsite.half." + day.half());
        String name = day.name().isEmpty() ? "" : words.say("onsite.named", Map.of("name", day.name()));
        return words.say(
                prefix + day.why(),
                Map.of("day", words.day(day.date()) + (half.isEmpty() ? "" : " " + half), "name", name));
    }

    private List<String> notes(OnsitePlan.Wish wish) {
        List<String> notes = new ArrayList<>();
        notes.add(words.say("onsite.calendar", Map.of("version", days.calendar())));
        if (!days.covered()) {
            notes.add(words.say("onsite.calendar.beyond"));
        }
        LocalDateTime here = LocalDateTime.ofInstant(now, words.zone());
        long past = wish.halfDays().stream()
                .filter(half -> half.begins().isBefore(here))
                .count();
        if (past > 0) {
            notes.add(words.say("onsite.preview.past", Map.of("n", words.number(past))));
        }
        return notes;
    }

    private double rate() {
        return wave.survey().sampling().precision().expectedResponseRate();
    }

    private Optional<SamplePlan> planned() {
        return Optional.of(wave.survey().sampling())
                .filter(plan -> plan.precision().isGiven())
                .map(plan -> PlanForm.of(plan, UnaryOperator.identity()))
                .filter(PlanForm::isGood)
                .flatMap(plan -> SamplePlan.of(plan.wish()));
    }

    private List<String> expected(OnsitePlan.Wish wish) {
        List<String> said = new ArrayList<>();
        Optional<SamplePlan> planned = planned();
        planned.ifPresent(plan -> said.add(needed(wish, plan)));
        if (form.visitors().isEmpty()) {
            said.add(words.say("onsite.expect.none"));
            return said;
        }
        int visitors = form.visitors().getAsInt();
        double asked = (double) wish.sessions() * visitors / wish.interval();
        double answers = asked * rate();
        said.add(words.say(
                rate() > 0 ? "onsite.expect.answers" : "onsite.expect.asked",
                Map.of(
                        "visitors", words.number(visitors),
                        "asked", words.number(Math.round(asked)),
                        "rate", PlanForm.plain(rate() * PERCENT),
                        "answers", words.number(Math.round(answers)))));
        planned.filter(plan -> answers < plan.answers())
                .ifPresent(plan -> said.add(words.say(
                        "onsite.expect.short", Map.of("n", words.number(plan.answers() - Math.round(answers))))));
        return said;
    }

    private String needed(OnsitePlan.Wish wish, SamplePlan plan) {
        long slips = (plan.contacts() + wish.sessions() - 1) / wish.sessions();
        return words.say(
                "onsite.expect.needed",
                Map.of(
                        "n", words.number(plan.answers()),
                        "contacts", words.number(plan.contacts()),
                        "margin",
                                PlanForm.plain(
                                        wave.survey().sampling().precision().marginOfError() * PERCENT),
                        "confidence",
                                PlanForm.plain(
                                        wave.survey().sampling().precision().confidence() * PERCENT),
                        "rate", PlanForm.plain(rate() * PERCENT),
                        "slips", words.number(slips),
                        "visitors", words.number(slips * wish.interval())));
    }
}
