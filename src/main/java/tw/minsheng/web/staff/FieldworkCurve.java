package tw.minsheng.web.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** F1.1: complete answers by day against a straight line to what is planned; a day reaches from its start to its end. */
record FieldworkCurve(Words words, DrawnWave wave, Tally released, long planned) {

    private static final int WIDE = 600;
    private static final int NARROW = 280;
    private static final double HEIGHT = 220;
    private static final int LINES = 4;

    Optional<FieldworkViews.Curve> of(Instant now) {
        Map<LocalDate, Long> byDay = new TreeMap<>(released.byDay());
        if (byDay.isEmpty()) {
            return Optional.empty();
        }
        LocalDate opened = LocalDate.ofInstant(wave.offer().wave().opens(), words.zone());
        LocalDate first = byDay.keySet().iterator().next().isBefore(opened)
                ? byDay.keySet().iterator().next()
                : opened;
        LocalDate today = LocalDate.ofInstant(now, words.zone());
        LocalDate end = wave.offer().wave().hasPlannedEnd()
                ? LocalDate.ofInstant(wave.offer().wave().closes().minusSeconds(1), words.zone())
                : today;
        LocalDate last = end.isAfter(first) ? end : first;
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        long most = Math.max(
                1,
                Math.max(
                        planned,
                        byDay.values().stream().mapToLong(Long::longValue).sum()));
        LocalDate until = today.isBefore(last) ? today : last;
        return Optional.of(new FieldworkViews.Curve(
                wave.offer().wave().hasPlannedEnd(),
                IntStream.of(WIDE, NARROW)
                        .mapToObj(width -> new FieldworkViews.Drawing(
                                width,
                                done(byDay, first, days, most, until, width),
                                plan(most, width),
                                across(most),
                                upright(first, days, width)))
                        .toList(),
                table(byDay, first, days)));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static String done(
            Map<LocalDate, Long> byDay, LocalDate first, long days, long most, LocalDate until, double width) {
        StringBuilder line = new StringBuilder(point(0, HEIGHT));
        long sum = 0;
        for (Map.Entry<LocalDate, Long> day : byDay.entrySet()) {
            double x = width * (day.getKey().toEpochDay() - first.toEpochDay()) / days;
            line.append(' ').append(point(x, HEIGHT - HEIGHT * sum / most));
            sum += day.getValue();
            line.append(' ').append(point(x + width / days, HEIGHT - HEIGHT * sum / most));
        }
        double x = width * Math.max(1, until.toEpochDay() - first.toEpochDay() + 1) / days;
        return line.append(' ').append(point(x, HEIGHT - HEIGHT * sum / most)).toString();
    }

    private String plan(long most, double width) {
        if (planned == 0) {
            return "";
        }
        double y = HEIGHT - HEIGHT * planned / most;
        return wave.offer().wave().hasPlannedEnd()
                ? point(0, HEIGHT) + " " + point(width, y)
                : point(0, y) + " " + point(width, y);
    }

    private List<FieldworkViews.Rule> across(long most) {
        List<FieldworkViews.Rule> rules = new ArrayList<>();
        for (int i = 0; i <= LINES; i++) {
            long value = Math.round((double) most * i / LINES);
            rules.add(new FieldworkViews.Rule(HEIGHT - HEIGHT * value / most, words.number(value)));
        }
        return rules;
    }

    private static List<FieldworkViews.Rule> upright(LocalDate first, long days, double width) {
        return LongStream.of(0, (days - 1) / 2, days - 1)
                .distinct()
                .mapToObj(day -> new FieldworkViews.Rule(
                        width * (day + .5) / days,
                        first.plusDays(day).getMonthValue() + "/"
                                + first.plusDays(day).getDayOfMonth()))
                .toList();
    }

    private List<FieldworkViews.Line> table(Map<LocalDate, Long> byDay, LocalDate first, long days) {
        List<FieldworkViews.Line> lines = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<LocalDate, Long> day : byDay.entrySet()) {
            sum += day.getValue();
            long passed = day.getKey().toEpochDay() - first.toEpochDay() + 1;
            boolean sloped = planned > 0 && wave.offer().wave().hasPlannedEnd();
            lines.add(new FieldworkViews.Line(
                    words.day(day.getKey()),
                    List.of(
                            words.number(day.getValue()),
                            words.number(sum),
                            sloped ? words.number(Math.round((double) planned * passed / days)) : "–")));
        }
        return lines;
    }
}
