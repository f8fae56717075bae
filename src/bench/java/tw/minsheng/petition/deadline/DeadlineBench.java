package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;

/** Due dates with their explanations per second, on one thread. */
final class DeadlineBench {

    private static final int CASES = 100_000;
    private static final int ROUNDS = 7;
    private static final double SECOND = 1e9;
    private static final CitizenNotice NOTICE =
            new CitizenNotice(CitizenNotice.Channel.LETTER, LocalDateTime.of(2024, 1, 2, 9, 0), "1");

    private DeadlineBench() {}

    /** Prints one line for each mixture of cases. */
    public static void main(String[] arguments) {
        OfficeDays office = ProductCalendar.read().days();
        DeadlineRules rules = DeadlineRules.DEFAULT;
        say("6 working days", cases(Basis.WORKING_DAY, 6, 0), rules, office);
        say("30 working days", cases(Basis.WORKING_DAY, 30, 0), rules, office);
        say("30 calendar days, rolled", cases(Basis.CALENDAR_DAY, 30, 0), rules.rolling(), office);
        say("24 hours", cases(Basis.HOUR, 24, 0), rules, office);
        say("24 office hours", cases(Basis.HOUR, 24, 0), rules.inOfficeHours(), office);
        say("6 working days, one case in five paused", cases(Basis.WORKING_DAY, 6, 5), rules, office);
        say("6 working days, every case paused", cases(Basis.WORKING_DAY, 6, 1), rules, office);
    }

    /** @param pausedEach one case in so many has a pause, none when 0 */
    private static List<CaseTime> cases(Basis basis, int limit, int pausedEach) {
        Random random = new Random(1);
        List<CaseTime> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            LocalDate day = LocalDate.of(2017, 1, 2).plusDays(random.nextInt(3_800));
            CaseTime time = CaseTime.of(new TimeLimit(limit, basis), day.atTime(8 + random.nextInt(9), 0));
            boolean paused = pausedEach > 0 && i % pausedEach == 0;
            cases.add(
                    paused
                            ? time.paused(
                                    Pause.answered(day.plusDays(1), day.plusDays(6), "缺照片", NOTICE),
                                    DeadlineRules.DEFAULT)
                            : time);
        }
        return cases;
    }

    private static void say(String what, List<CaseTime> cases, DeadlineRules rules, OfficeDays office) {
        double best = 0;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (CaseTime time : cases) {
                Deadline deadline = Deadline.of(time, rules, office);
                sum += deadline.due().day().getDayOfMonth() + deadline.steps().size();
            }
            best = Math.max(best, CASES * SECOND / (System.nanoTime() - start));
        }
        System.out.printf("%-45s %,12.0f a second (sum %d)%n", what, best, sum);
    }
}
