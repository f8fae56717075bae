package tw.minsheng;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.Ends;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.report.Facts;

/** How people were drawn in one wave and how it ended with them, as a report takes it. */
record DrawnContacts(Responses responses, DrawnEnds ends, SampleDraws draws) {

    /**
     * What is known of a draw.
     *
     * @param strata how many were drawn in each
     * @param record its seed and rule as the command line takes them, and the hash of its frame; "" where nobody was drawn
     */
    record Told(Facts.Dispositions ends, String record, Facts.Drawn strata) {

        private static final Told NOTHING = new Told(Facts.Dispositions.NONE, "", Facts.Drawn.NONE);

        /** The facts, with what they do not say themselves. */
        Facts in(Facts facts) {
            Facts counted = facts.with(ends).with(strata);
            return record.isEmpty() ? counted : counted.withText("draw", record);
        }
    }

    /** Nothing for several waves together, and where nobody was drawn. */
    Future<Told> of(Responses.Selection selection) {
        if (selection.set() != DataSet.LIVE || selection.wave().isEmpty()) {
            return Future.succeededFuture(Told.NOTHING);
        }
        SampleDraws.Of wave = new SampleDraws.Of(selection.survey(), selection.wave());
        return draws.all(wave)
                .map(DrawnContacts::invited)
                .compose(draw -> ends.ends(wave)
                        .compose(found -> found.drawn() == 0
                                ? Future.succeededFuture(told(draw, Facts.Dispositions.NONE))
                                : responses
                                        .counts(selection.survey(), selection.set())
                                        .map(counts -> told(draw, dispositions(found, counts, selection.wave())))));
    }

    /** The draw whose people were invited. */
    private static Optional<SampleDraw> invited(List<SampleDraw> draws) {
        return draws.stream()
                .filter(draw -> draw.state() == SampleDraw.State.INVITED)
                .findFirst();
    }

    private static Told told(Optional<SampleDraw> draw, Facts.Dispositions ends) {
        return new Told(ends, record(draw), draw.map(DrawnContacts::strata).orElse(Facts.Drawn.NONE));
    }

    private static Facts.Drawn strata(SampleDraw draw) {
        return draw.rule().design().equals("stratified")
                ? new Facts.Drawn(
                        draw.rule().share(),
                        draw.groups().stream()
                                .collect(Collectors.toMap(SampleDraw.Group::name, SampleDraw.Group::drawn, Long::sum)))
                : Facts.Drawn.NONE;
    }

    /** Nobody's name is in it. */
    private static String record(Optional<SampleDraw> invited) {
        return invited.map(draw -> {
                    SampleDraw.Rule rule = draw.rule();
                    boolean stratified = rule.design().equals("stratified");
                    String group = stratified
                            ? " --strata " + rule.group() + " --allocation " + rule.share()
                            : rule.group().isEmpty() ? "" : " --cluster " + rule.group();
                    return "minsheng sample draw --design " + rule.design() + " --size " + rule.size() + " --seed "
                            + rule.seed().value() + group + "; SHA-256 "
                            + draw.frame().sha256() + "; " + draw.on();
                })
                .orElse("");
    }

    private static Facts.Dispositions dispositions(Ends ends, List<Responses.Count> counts, String wave) {
        Map<Ending, Long> all = ends.with(counts.stream()
                .filter(count -> count.wave().equals(wave) && count.source() == Source.DRAWN)
                .toList());
        return Facts.Dispositions.of(code -> all.getOrDefault(Ending.valueOf(code), 0L));
    }
}
