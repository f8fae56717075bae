package tw.minsheng.web.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.report.draw.DrawOrder;

/** A draw that stands, told in words: who was drawn, and what proves it. */
record DrawnView(Words words, DrawnWave wave, SampleDraw draw) {

    /** So many rows of a table are read; a draw of more clusters is told by its sum. */
    private static final int MOST_ROWS = 100;

    DrawViews.Drawn view() {
        DrawOrder order = DrawSheet.order(draw);
        return new DrawViews.Drawn(
                sentence(order),
                rows(order),
                notes(order),
                proof(),
                order.command(draw.frame().file(), draw.actor(), draw.on().toString()),
                wave.past() ? "" : words.say("sample.next." + next()),
                isWaiting(),
                isWaiting() && !draw.rule().design().equals("pps"));
    }

    private boolean isWaiting() {
        return draw.state() == SampleDraw.State.DRAWN && !wave.past();
    }

    private String next() {
        if (draw.state() == SampleDraw.State.INVITED) {
            return "invited";
        }
        return draw.rule().design().equals("pps") ? "pps" : "drawn";
    }

    private String sentence(DrawOrder order) {
        return words.say(
                "sample.sentence." + draw.rule().design(),
                Map.of(
                        "rows", words.number(draw.frame().rows()),
                        "frame", draw.frame().name(),
                        "n", words.number(draw.rows()),
                        "groups", words.number(draw.groups().size()),
                        "column", order.group(),
                        "measure", order.measure(),
                        "share", words.say("sample.share." + draw.rule().share())));
    }

    private double expected() {
        double rate = wave.plan().precision().expectedResponseRate();
        return wave.plan().precision().isGiven() && rate > 0 ? rate : 0;
    }

    private List<DrawViews.Row> rows(DrawOrder order) {
        List<DrawViews.Row> rows = new ArrayList<>();
        if (draw.groups().size() <= MOST_ROWS && order.needsGroup()) {
            draw.groups()
                    .forEach(group -> rows.add(row(
                            order.isStratified() ? wave.stratum(words, group.name()) : group.name(),
                            group.size(),
                            group.drawn(),
                            group.weight(),
                            group.whole() && order.isStratified())));
        }
        boolean alike = draw.groups().size() == 1 || draw.rule().design().equals("cluster");
        rows.add(row(
                whole(order),
                draw.frame().rows(),
                draw.rows(),
                alike ? draw.groups().get(0).weight() : 0,
                false));
        return rows;
    }

    /** Clusters that were not drawn have no line of their own: the lines above do not add up to the list. */
    private String whole(DrawOrder order) {
        if (order.isStratified() || !order.needsGroup()) {
            return words.say("sample.sum");
        }
        long taken = draw.groups().stream().mapToLong(SampleDraw.Group::size).sum();
        return words.say(
                "sample.sum.cluster",
                Map.of(
                        "groups", words.number(draw.groups().size()),
                        "size", words.number(taken)));
    }

    private DrawViews.Row row(String name, long size, long drawn, double weight, boolean whole) {
        return new DrawViews.Row(
                name,
                List.of(
                        words.number(size),
                        expected() > 0 ? words.number(Math.round(drawn * expected())) : "–",
                        words.number(drawn) + (whole ? words.say("sample.whole") : ""),
                        weight > 0 ? String.format(java.util.Locale.ROOT, "%,.2f", weight) : "–"));
    }

    private List<String> notes(DrawOrder order) {
        List<String> notes = new ArrayList<>();
        notes.add(
                expected() > 0
                        ? words.say(
                                "sample.planned",
                                Map.of(
                                        "rate",
                                        PlanForm.plain(wave.plan().precision().expectedResponseRate() * 100)))
                        : words.say("sample.planned.none"));
        draw.groups().stream()
                .filter(group -> order.isStratified() && group.drawn() < 2 && !group.whole())
                .forEach(group -> notes.add(words.say(
                        group.drawn() == 0 ? "sample.nobody" : "sample.lonely",
                        Map.of(
                                "stratum",
                                wave.stratum(words, group.name()),
                                "n",
                                words.number(group.drawn()),
                                "size",
                                words.number(group.size())))));
        return notes;
    }

    private List<List<String>> proof() {
        return List.of(
                List.of(
                        words.say("sample.proof.seed"),
                        Long.toString(draw.rule().seed().value())),
                List.of(
                        words.say("seed.source"),
                        words.say("seed.source." + draw.rule().seed().source().key())),
                List.of(words.say("sample.proof.who"), draw.actor() + "　" + words.moment(draw.at())),
                List.of(words.say("sample.proof.frame"), draw.frame().sha256()),
                List.of(words.say("sample.proof.list"), draw.sha256()));
    }
}
