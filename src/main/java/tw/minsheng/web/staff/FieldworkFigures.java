package tw.minsheng.web.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.StratumMerge;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.Ends;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.report.Facts;
import tw.minsheng.report.draw.ContactRates;

/**
 * The figures of the fieldwork of a drawn sample.
 *
 * @param released answers of those drawn, as far as they are released
 * @param progress of their invitations
 */
record FieldworkFigures(
        Words words, DrawnWave wave, SampleDraw draw, Tally released, List<Invitations.Progress> progress) {

    private static final int MOST_NAMED = 3;
    private static final int MOST_STRATA = 100;
    private static final List<String> FIRST = List.of("RR1", "RR3", "COOP1", "REF2", "CON2");

    /** A stratum, or several that are counted together because they are small; {@code done} is −1 where it is not told. */
    private record Part(String name, long size, long drawn, long planned, long done) {

        long missing() {
            return done < 0 ? 0 : Math.max(0, planned - done);
        }

        double rate() {
            return drawn == 0 ? 0 : (double) Math.max(0, done) / drawn;
        }
    }

    FieldworkViews.Figures of(Ends ends, List<DrawnEnds.Written> written, Instant now) {
        List<Part> parts = parts();
        Part whole = whole(parts);
        Map<Ending, Long> all = ends.with(released.counts());
        ContactRates rates = ContactRates.of(Facts.Dispositions.of(code -> all.getOrDefault(Ending.valueOf(code), 0L)));
        List<FieldworkViews.Line> strata = new ArrayList<>();
        if (parts.size() > 1 && parts.size() <= MOST_STRATA) {
            parts.forEach(part -> strata.add(line(part)));
        }
        strata.add(line(whole));
        return new FieldworkViews.Figures(
                missing(parts, whole),
                strata,
                new FieldworkCurve(words, wave, released, whole.planned()).of(now),
                endsTable(all),
                rates(rates, true),
                rates(rates, false),
                words.say(key(rates), Map.of("e", percent(rates.e()))),
                Ending.written().stream()
                        .map(ending -> new CaseViews.Choice(ending.name(), told(ending), false))
                        .toList(),
                written.stream()
                        .map(each -> new FieldworkViews.Written(each.unit(), told(each.ending())))
                        .toList());
    }

    /** Each kind once, with e where it has one: these say how the fieldwork went, the others how they were counted. */
    private List<FieldworkViews.Line> rates(ContactRates rates, boolean first) {
        return rates.rates().entrySet().stream()
                .filter(rate -> FIRST.contains(rate.getKey()) == first)
                .map(rate -> new FieldworkViews.Line(
                        rate.getKey(), List.of(percent(rate.getValue()), words.say("fieldwork.rate." + rate.getKey()))))
                .toList();
    }

    private static String key(ContactRates rates) {
        if (rates.e().isEmpty()) {
            return "fieldwork.e.unknown";
        }
        return rates.noIneligible() ? "fieldwork.e.none" : "fieldwork.e";
    }

    private String told(Ending ending) {
        return words.say(
                "fieldwork.code.told",
                Map.of("code", ending.name(), "words", words.say("fieldwork.code." + ending.name())));
    }

    private double expected() {
        return wave.plan().precision().isGiven() ? wave.plan().precision().expectedResponseRate() : 0;
    }

    /** Strata of few people are counted with their neighbours: how many of two have answered would nearly name them. */
    private List<Part> parts() {
        Map<String, Long> answered = progress.stream()
                .collect(Collectors.groupingBy(
                        Invitations.Progress::stratum,
                        TreeMap::new,
                        Collectors.summingLong(Invitations.Progress::answered)));
        Map<String, Long> people = new TreeMap<>();
        draw.groups().forEach(group -> people.put(group.name(), group.drawn()));
        int least = wave.survey().privacy().minCellSize();
        Map<String, String> names = StratumMerge.names(people, least);
        Map<String, List<SampleDraw.Group>> joined = new LinkedHashMap<>();
        draw.groups()
                .forEach(group -> joined.computeIfAbsent(names.getOrDefault(group.name(), ""), key -> new ArrayList<>())
                        .add(group));
        List<Part> parts = new ArrayList<>();
        joined.forEach((name, groups) -> {
            long drawn = groups.stream().mapToLong(SampleDraw.Group::drawn).sum();
            long done = groups.stream()
                    .mapToLong(group -> answered.getOrDefault(group.name(), 0L))
                    .sum();
            parts.add(new Part(
                    name.isEmpty() ? words.say("sample.sum") : wave.stratum(words, name),
                    groups.stream().mapToLong(SampleDraw.Group::size).sum(),
                    drawn,
                    Math.round(drawn * expected()),
                    names.isEmpty() ? -1 : done));
        });
        return parts;
    }

    private Part whole(List<Part> parts) {
        boolean told = parts.stream().allMatch(part -> part.done() >= 0);
        return new Part(
                words.say("sample.sum"),
                draw.rule().design().equals("cluster")
                        ? parts.stream().mapToLong(Part::size).sum()
                        : draw.frame().rows(),
                draw.rows(),
                Math.round(draw.rows() * expected()),
                told ? parts.stream().mapToLong(Part::done).sum() : -1);
    }

    private FieldworkViews.Line line(Part part) {
        boolean told = part.done() >= 0;
        boolean planned = expected() > 0;
        return new FieldworkViews.Line(
                part.name(),
                List.of(
                        words.number(part.size()),
                        words.number(part.drawn()),
                        planned ? words.number(part.planned()) : "–",
                        told ? words.number(part.done()) : "—",
                        told ? percent(OptionalDouble.of(part.rate())) : "—",
                        told && planned ? words.number(part.missing()) : "–"));
    }

    private List<String> missing(List<Part> parts, Part whole) {
        if (whole.done() < 0) {
            return List.of(words.say(
                    "fieldwork.few", Map.of("n", wave.survey().privacy().minCellSize())));
        }
        List<String> said = new ArrayList<>();
        said.add(words.say(key("fieldwork.whole", whole), args(whole)));
        Comparator<Part> order = expected() > 0
                ? Comparator.comparingLong(Part::missing).reversed()
                : Comparator.comparingDouble(Part::rate);
        parts.stream()
                .filter(part -> parts.size() > 1 && (expected() > 0 ? part.missing() > 0 : part.rate() < whole.rate()))
                .sorted(order)
                .limit(MOST_NAMED)
                .forEach(part -> said.add(words.say(key("fieldwork.part", part), args(part))));
        return said;
    }

    private String key(String prefix, Part part) {
        return prefix + (expected() == 0 ? ".unplanned" : part.missing() > 0 ? ".missing" : ".reached");
    }

    private Map<String, String> args(Part part) {
        return Map.of(
                "name", part.name(),
                "drawn", words.number(part.drawn()),
                "done", words.number(part.done()),
                "planned", words.number(part.planned()),
                "missing", words.number(part.missing()),
                "rate", percent(OptionalDouble.of(part.rate())));
    }

    private List<FieldworkViews.Line> endsTable(Map<Ending, Long> all) {
        long sum = all.values().stream().mapToLong(Long::longValue).sum();
        List<FieldworkViews.Line> lines = new ArrayList<>();
        all.forEach((ending, n) -> lines.add(new FieldworkViews.Line(
                told(ending),
                List.of(
                        words.number(n),
                        percent(sum == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) n / sum))))));
        lines.add(new FieldworkViews.Line(words.say("sample.sum"), List.of(words.number(sum), "")));
        return lines;
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f%%", share.getAsDouble() * 100) : "–";
    }
}
