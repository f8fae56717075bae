package tw.minsheng.dataset;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.Outcome;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.rating.Retest;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/**
 * Pairs the answers of two waves by a code of people's own making (再測信度), in memory and by its hash. A code that stands twice in a
 * wave belongs to nobody: its answers are left out and counted. Not safe for several threads; one pass, and it is thrown away with
 * everything it knows but the {@link RetestFigures}.
 */
public final class RetestPairing {

    private final Survey survey;
    private final Gathered first;
    private final Gathered second;
    private final List<Measured> measures = new ArrayList<>();

    /** A construct or the overall item: its items, and the scale that all of them are on. */
    private record Measured(String id, List<Variable> items, Scale scale) {

        /** The mean of the scored items; missing when any of them is. */
        double score(AnswerSheet sheet) {
            double sum = 0;
            for (Variable item : items) {
                if (!(sheet.answers().get(item.id()) instanceof Answer.Point point) || !scale.has(point.value())) {
                    return Missing.ANSWER;
                }
                sum += scale.score(point.value(), item.reverse());
            }
            return sum / items.size();
        }
    }

    /** What is gathered of one wave: its scores by the hash of the code. */
    private static final class Gathered {
        private final String wave;
        private final Map<String, double[]> scores = new HashMap<>();
        private final Set<String> repeated = new HashSet<>();
        private long answers;
        private long without;
        private long leftOut;

        Gathered(String wave) {
            this.wave = wave;
        }

        void add(String key, double[] scored) {
            answers++;
            if (key.isEmpty()) {
                without++;
            } else if (repeated.contains(key)) {
                leftOut++;
            } else if (scores.containsKey(key)) {
                scores.remove(key);
                repeated.add(key);
                leftOut += 2;
            } else {
                scores.put(key, scored);
            }
        }

        RetestFigures.Wave figures() {
            return new RetestFigures.Wave(wave, answers, without, leftOut);
        }
    }

    /**
     * @param survey as it is analysed, with its {@link Survey#retestCode}
     * @param first code of the earlier wave, {@code second} of the later one
     * @throws IllegalArgumentException when the survey has no such code
     */
    public RetestPairing(Survey survey, String first, String second) {
        if (survey.retestCode().isEmpty()) {
            throw new IllegalArgumentException(survey.id() + " has no code for retests");
        }
        this.survey = survey;
        this.first = new Gathered(first);
        this.second = new Gathered(second);
        survey.constructs().forEach(this::measure);
        survey.overallItem()
                .filter(item -> item.kind() == Variable.Kind.SCALE)
                .ifPresent(item -> measures.add(new Measured(item.id(), List.of(item), survey.scale(item.scale()))));
    }

    private void measure(Construct construct) {
        List<Variable> items = construct.items().stream()
                .flatMap(id -> survey.variable(id).stream())
                .toList();
        List<String> scales = items.stream().map(Variable::scale).distinct().toList();
        if (scales.size() == 1) {
            measures.add(new Measured(construct.id(), items, survey.scale(scales.get(0))));
        }
    }

    /** Takes one answer; those of other waves and unfinished ones are left alone. */
    public void add(AnswerSheet sheet) {
        if (sheet.outcome() != Outcome.COMPLETE) {
            return;
        }
        for (Gathered wave : List.of(first, second)) {
            if (wave.wave.equals(sheet.wave())) {
                wave.add(
                        key(sheet),
                        measures.stream().mapToDouble(each -> each.score(sheet)).toArray());
            }
        }
    }

    private String key(AnswerSheet sheet) {
        if (!(sheet.answers().get(survey.retestCode()) instanceof Answer.Text text)) {
            return "";
        }
        String code = Normalizer.normalize(text.text(), Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}_]", "")
                .toUpperCase(Locale.ROOT);
        return code.isEmpty() ? "" : Sha256.base64("retest " + code);
    }

    /** The statistics of everybody who was found in both waves. */
    public RetestFigures figures() {
        List<String> both = first.scores.keySet().stream()
                .filter(second.scores::containsKey)
                .sorted()
                .toList();
        List<RetestFigures.Measure> figures = new ArrayList<>();
        for (int place = 0; place < measures.size(); place++) {
            figures.add(figures(measures.get(place).id(), place, both));
        }
        return new RetestFigures(first.figures(), second.figures(), both.size(), figures);
    }

    private RetestFigures.Measure figures(String id, int place, List<String> both) {
        List<double[]> pairs = new ArrayList<>();
        for (String key : both) {
            double earlier = first.scores.getOrDefault(key, new double[0])[place];
            double later = second.scores.getOrDefault(key, new double[0])[place];
            if (!Missing.is(earlier) && !Missing.is(later)) {
                pairs.add(new double[] {earlier, later});
            }
        }
        boolean few = pairs.size() < survey.privacy().minCellSize();
        List<double[]> told = few ? List.of() : pairs;
        return new RetestFigures.Measure(
                id,
                pairs.size(),
                few,
                Retest.of(
                        told.stream().mapToDouble(pair -> pair[0]).toArray(),
                        told.stream().mapToDouble(pair -> pair[1]).toArray()));
    }
}
