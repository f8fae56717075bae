package tw.minsheng.report.chapter;

import java.util.Arrays;
import java.util.List;
import tw.minsheng.survey.Scale;

/**
 * Heads of the columns of a scale's points: their words, or, when they are too long for narrow columns, their values, with
 * the words in the note.
 *
 * @param note "" when the heads say it themselves
 */
record PointHeads(List<String> heads, String note) {

    private static final int LONGEST = 14;
    private static final int LONGEST_WORD = 8;

    static PointHeads of(Material material, List<Scale.Point> points) {
        boolean fit = points.stream()
                .map(point -> material.text(point.label()))
                .allMatch(label -> label.length() <= LONGEST
                        && Arrays.stream(label.split("[^A-Za-z]+", -1))
                                .allMatch(word -> word.length() <= LONGEST_WORD));
        if (fit) {
            return new PointHeads(
                    points.stream().map(point -> material.text(point.label())).toList(), "");
        }
        String legend = material.speech()
                .list(points.stream()
                        .map(point -> material.speech()
                                .say("points.one", "value", point.value(), "label", material.text(point.label())))
                        .toList());
        return new PointHeads(
                points.stream().map(point -> Integer.toString(point.value())).toList(),
                material.speech().say("points.legend", "points", legend));
    }
}
