package tw.minsheng.invite.onsite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.minsheng.invite.Seed;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.draw.SessionDraw;

/**
 * The sessions of a wave, with all that proves the draw (DR4): the same period and seed give the same sessions.
 *
 * @param period from which days the half-days were taken
 * @param wish from what the sessions were drawn
 * @param seed stored before the draw
 * @param frameHash SHA-256 of the half-days that could be drawn, lower-case hex
 * @param drawnHash SHA-256 of the codes of the sessions, lower-case hex
 * @param actor who drew
 */
public record OnsitePlan(
        String survey,
        String wave,
        Period period,
        Wish wish,
        Seed seed,
        String frameHash,
        String drawnHash,
        String actor,
        Instant at,
        List<OnsiteSession> sessions) {

    public OnsitePlan {
        sessions = List.copyOf(sessions);
    }

    /**
     * The days of a plan, and what says which of them the counters are open.
     *
     * @param calendar version of the office calendar, "" where none was used
     * @param closed days that were taken out by hand, {@code opened} put in by hand
     */
    public record Period(
            LocalDate from, LocalDate to, String calendar, List<LocalDate> closed, List<LocalDate> opened) {

        public Period {
            closed = List.copyOf(closed);
            opened = List.copyOf(opened);
        }
    }

    /**
     * What is to be drawn.
     *
     * @param counters codes of the counters
     * @param halfDays in which every counter is open, in their order
     * @param sessions to be drawn in all; shared by the counters as evenly as can be, the first ones getting one more
     * @param interval k, 1 or more
     */
    public record Wish(List<String> counters, List<HalfDay> halfDays, int sessions, int interval) {

        public Wish {
            counters = List.copyOf(counters);
            halfDays = List.copyOf(halfDays);
        }

        /** Sessions of each counter. */
        public List<Integer> shares() {
            List<Integer> shares = new ArrayList<>();
            for (int place = 0; place < counters.size(); place++) {
                shares.add(sessions / counters.size() + (place < sessions % counters.size() ? 1 : 0));
            }
            return shares;
        }

        /**
         * Why so many sessions cannot be drawn: {@code lonely}, fewer than two at a counter, or {@code few}, more than there are
         * half-days; empty when they can.
         */
        public Optional<String> fault() {
            return checked().reason().map(reason -> reason == Reason.SAMPLE_EXCEEDS_POPULATION ? "few" : "lonely");
        }

        private Value checked() {
            if (counters.isEmpty()) {
                return Value.undefined(Reason.NO_DATA);
            }
            List<Integer> shares = shares();
            Value most = SessionDraw.checked(counters.get(0), halfDays.size(), shares.get(0));
            int last = counters.size() - 1;
            return most.isKnown() ? SessionDraw.checked(counters.get(last), halfDays.size(), shares.get(last)) : most;
        }
    }

    /** A half-day of the period. */
    public record HalfDay(LocalDate day, OnsiteSession.Half half) {

        /** Before this time of the place nobody can have been asked. */
        public LocalDateTime begins() {
            return day.atTime(half.begins());
        }

        /** For example {@code 2026-12-01 am}. */
        public String text() {
            return day + " " + half.key();
        }

        /** @throws RuntimeException when it is not of that form */
        public static HalfDay of(String text) {
            return new HalfDay(LocalDate.parse(text.substring(0, 10)), OnsiteSession.Half.of(text.substring(11)));
        }
    }

    /** In a session every k-th visitor is asked. */
    public int interval() {
        return wish.interval();
    }

    /** Whether the same seed draws the same sessions again. */
    public boolean isReproduced() {
        return wish.fault().isEmpty()
                && frameHash(wish).equals(frameHash)
                && draw(wish, seed.value()).equals(sessions);
    }

    /** The drawn sessions: by counter, then by time. @throws IllegalArgumentException when the wish is refused */
    public static List<OnsiteSession> draw(Wish wish, long seed) {
        SessionDraw draw = SessionDraw.of(
                Collections.nCopies(wish.counters().size(), wish.halfDays().size()),
                wish.shares(),
                wish.interval(),
                new SplitMix64(seed));
        List<OnsiteSession> sessions = new ArrayList<>();
        for (SessionDraw.Session session : draw.sessions()) {
            HalfDay time = wish.halfDays().get(session.halfDay());
            sessions.add(new OnsiteSession(
                    sessions.size() + 1,
                    wish.counters().get(session.counter()),
                    time.day(),
                    time.half(),
                    session.start(),
                    session.probability()));
        }
        return sessions;
    }

    /** SHA-256 of all half-days of all counters, one a line, in the order in which they get their numbers. */
    public static String frameHash(Wish wish) {
        return Sha256.hex(wish.counters().stream()
                .flatMap(counter -> wish.halfDays().stream()
                        .map(time ->
                                counter + "," + time.day() + "," + time.half().key()))
                .collect(Collectors.joining("\n")));
    }

    /** SHA-256 of the drawn sessions, one a line, with the start of each. */
    static String drawnHash(List<OnsiteSession> sessions) {
        return Sha256.hex(sessions.stream()
                .map(session -> session.code() + "," + session.start())
                .collect(Collectors.joining("\n")));
    }
}
