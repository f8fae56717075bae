package tw.minsheng.survey.file.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;

/** L15–L17, L43, L46: scales. */
final class ScaleLint implements Lint {

    private static final int LOWEST_MISSING = -9;
    private static final int HIGHEST_MISSING = -4;

    @Override
    public void check(Outline survey, Findings findings) {
        survey.questions().forEach(question -> exists(survey, question, findings));
        for (Node.Entry entry : survey.root().get("scales").entries()) {
            points(survey, entry, findings);
            missing(survey, entry, findings);
            labels(survey, entry, findings);
            if (entry.value().get("missing").elements().isEmpty()) {
                findings.add(Rule.L46, entry.mark(), Map.of("scale", Phrase.of(entry.key())));
            }
        }
        satisfied(survey, findings);
    }

    private static void exists(Outline survey, Node question, Findings findings) {
        Node scale = question.get("scale");
        if (!scale.text().isEmpty() && !survey.scale(scale.text()).isGiven()) {
            findings.add(
                    Rule.L15,
                    scale.mark(),
                    Map.of("id", Phrase.of(question.get("id").text()), "scale", Phrase.of(scale.text())));
        }
    }

    private static void points(Outline survey, Node.Entry entry, Findings findings) {
        List<Integer> points = survey.points(entry.value());
        boolean good = !points.isEmpty() && isOrdered(points);
        for (String key : List.of("neutral", "satisfiedFrom")) {
            Node bound = entry.value().get(key);
            boolean among = points.stream().anyMatch(point -> point.toString().equals(bound.text()));
            good = good && (!bound.isGiven() || among);
        }
        if (!good && !entry.value().get("points").elements().isEmpty()) {
            findings.add(Rule.L16, entry.mark(), Map.of("scale", Phrase.of(entry.key())));
        }
    }

    /** All up, or all down. */
    private static boolean isOrdered(List<Integer> points) {
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < points.size(); i++) {
            up &= points.get(i - 1) < points.get(i);
            down &= points.get(i - 1) > points.get(i);
        }
        return up || down;
    }

    private static void missing(Outline survey, Node.Entry entry, Findings findings) {
        List<Integer> points = survey.points(entry.value());
        for (Node code : entry.value().get("missing").elements()) {
            Node spss = code.get("spss");
            boolean inRange = spss instanceof Node.Num number
                    && number.isInt()
                    && number.value().intValue() >= LOWEST_MISSING
                    && number.value().intValue() <= HIGHEST_MISSING;
            boolean taken = points.stream()
                    .anyMatch(point -> point.toString().equals(code.get("code").text()));
            if (spss.isGiven() && (!inRange || taken)) {
                findings.add(
                        Rule.L17,
                        code.mark(),
                        Map.of(
                                "scale",
                                Phrase.of(entry.key()),
                                "code",
                                Phrase.of(code.get("code").text())));
            }
        }
    }

    private static void labels(Outline survey, Node.Entry entry, Findings findings) {
        Node scale = entry.value();
        List<Node> points = scale.get("points").elements();
        boolean allNamed = scale.get("kind").text().equals("likert");
        List<String> unnamed = IntStream.range(0, points.size())
                .filter(i -> allNamed || i == 0 || i == points.size() - 1)
                .mapToObj(points::get)
                .filter(point ->
                        point.get("label").get(Language.ZH_TW.tag()).text().isBlank())
                .map(point -> point.get("value").text())
                .toList();
        List<String> said = unnamed.isEmpty() ? unbalanced(survey, scale) : unnamed;
        if (!said.isEmpty()) {
            findings.add(Rule.L43, entry.mark(), Map.of("scale", Phrase.of(entry.key()), "values", Phrase.texts(said)));
        }
    }

    /** The points beside the neutral one when there are more of them on one side. */
    private static List<String> unbalanced(Outline survey, Node scale) {
        List<Integer> points = survey.points(scale);
        if (!(scale.get("neutral") instanceof Node.Num neutral) || !neutral.isInt()) {
            return List.of();
        }
        int middle = neutral.value().intValue();
        long above = points.stream().filter(point -> point > middle).count();
        long below = points.stream().filter(point -> point < middle).count();
        return above == below || !points.contains(middle)
                ? List.of()
                : points.stream()
                        .filter(point -> point != middle)
                        .map(String::valueOf)
                        .toList();
    }

    /** {@code satisfiedFrom} is needed by scales of construct items. */
    private static void satisfied(Outline survey, Findings findings) {
        HashSet<String> said = new HashSet<>();
        survey.constructs().values().stream()
                .flatMap(List::stream)
                .flatMap(id -> survey.asked(id).stream())
                .map(Asked::scale)
                .filter(said::add)
                .map(id -> Place.root(survey.root()).into("scales").into(id))
                .filter(place -> place.node() instanceof Node.Mapping)
                .filter(place -> !place.node().get("satisfiedFrom").isGiven())
                .forEach(place -> findings.add(
                        Rule.L05, place.mark(), Map.of("place", place.phrase(), "key", Phrase.of("satisfiedFrom"))));
    }
}
