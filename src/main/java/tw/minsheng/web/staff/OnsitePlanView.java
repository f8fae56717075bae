package tw.minsheng.web.staff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.invite.onsite.SessionCounts;
import tw.minsheng.invite.onsite.SessionState;

/** The sessions of a wave, told with what came of them and what proves the draw. */
final class OnsitePlanView {

    private OnsitePlanView() {}

    static OnsiteViews.Plan of(
            Words words,
            OnsiteWave wave,
            OnsitePlan plan,
            List<SessionState> states,
            LocalDateTime now,
            String command) {
        Map<String, String> counters = wave.counters(words);
        return new OnsiteViews.Plan(
                words.say(
                        "onsite.plan.sentence",
                        Map.of(
                                "from", words.day(plan.period().from()),
                                "to", words.day(plan.period().to()),
                                "sessions", plan.sessions().size(),
                                "interval", plan.interval())),
                states.stream().map(state -> row(words, counters, state, now)).toList(),
                missed(words, states, now),
                proof(words, plan),
                command);
    }

    static String counter(Map<String, String> counters, OnsiteSession session) {
        return counters.getOrDefault(session.counter(), session.counter());
    }

    private static OnsiteViews.Row row(
            Words words, Map<String, String> counters, SessionState state, LocalDateTime now) {
        OnsiteSession session = state.session();
        List<String> counts = state.counts()
                .map(counted -> List.of(
                        words.number(counted.passed()),
                        words.number(counted.approached()),
                        words.number(counted.refused()),
                        words.number(counted.ineligible())))
                .orElse(List.of("–", "–", "–", "–"));
        return new OnsiteViews.Row(
                session.no(),
                words.day(session.day()),
                words.say("onsite.half." + session.half().key()),
                counter(counters, session),
                session.start(),
                counts,
                words.number(state.complete()),
                state.complete() == 0 ? "–" : String.format(java.util.Locale.ROOT, "%,.1f", state.weight()),
                words.say("onsite.state." + stateOf(state, now)) + offTheRule(words, state),
                isAhead(session, now));
    }

    /** No error: a paper may be kept badly, and the weights follow what was counted. */
    private static String offTheRule(Words words, SessionState state) {
        return state.isOffTheRule()
                ? words.say(
                        "onsite.state.off",
                        Map.of(
                                "expected", words.number(state.expected()),
                                "interval", words.number(state.interval()),
                                "asked",
                                        words.number(state.counts()
                                                .map(SessionCounts::approached)
                                                .orElse(0))))
                : "";
    }

    /** Whether nobody can have been asked in it yet. */
    static boolean isAhead(OnsiteSession session, LocalDateTime now) {
        return session.begins().isAfter(now);
    }

    private static String stateOf(SessionState state, LocalDateTime now) {
        if (state.counts().isEmpty() && state.complete() > 0) {
            return "uncounted";
        }
        if (state.counts().isEmpty()) {
            return isAhead(state.session(), now) ? "ahead" : "open";
        }
        if (!state.isCorrected()) {
            return "misfit";
        }
        return state.complete() == 0 ? "unanswered" : "good";
    }

    /** What keeps the sample from being what was drawn, each with what to do. */
    private static List<String> missed(Words words, List<SessionState> states, LocalDateTime now) {
        List<String> missed = new ArrayList<>();
        for (String state : List.of("open", "unanswered", "uncounted", "misfit")) {
            long n = states.stream()
                    .filter(each -> stateOf(each, now).equals(state))
                    .count();
            if (n > 0) {
                missed.add(words.say("onsite.missed." + state, Map.of("n", n)));
            }
        }
        return missed;
    }

    private static List<List<String>> proof(Words words, OnsitePlan plan) {
        List<List<String>> proof = new ArrayList<>(List.of(
                List.of(
                        words.say("onsite.proof.seed"),
                        Long.toString(plan.seed().value())),
                List.of(
                        words.say("seed.source"),
                        words.say("seed.source." + plan.seed().source().key())),
                List.of(words.say("onsite.proof.who"), plan.actor() + "　" + words.moment(plan.at())),
                List.of(words.say("onsite.proof.frame"), plan.frameHash()),
                List.of(words.say("onsite.proof.drawn"), plan.drawnHash()),
                List.of(
                        words.say("onsite.proof.again"),
                        words.say(plan.isReproduced() ? "onsite.proof.same" : "onsite.proof.other"))));
        OnsitePlan.Period period = plan.period();
        proof.add(List.of(
                words.say("onsite.proof.calendar"),
                period.calendar().isEmpty() ? words.say("onsite.proof.calendar.none") : period.calendar()));
        days(words, "onsite.proof.closed", period.closed()).ifPresent(proof::add);
        days(words, "onsite.proof.opened", period.opened()).ifPresent(proof::add);
        return proof;
    }

    private static Optional<List<String>> days(Words words, String key, List<LocalDate> days) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(
                        words.say(key),
                        days.stream().map(words::day).collect(Collectors.joining(words.say("list.comma")))));
    }
}
