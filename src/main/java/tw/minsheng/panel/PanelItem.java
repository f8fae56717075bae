package tw.minsheng.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/**
 * One scale item as the experts of a round see it; kept with the round, because a draft may change afterwards.
 *
 * @param id of the item in the survey
 * @param construct id of its construct (構面), "" when it belongs to none
 * @param label of the construct, empty when it belongs to none
 * @param asked how respondents are asked
 */
public record PanelItem(
        String id, String construct, LocalizedText label, LocalizedText text, boolean reverse, Asked asked) {

    /**
     * What stands around the words of the item for a respondent, without which nobody can judge them.
     *
     * @param stem of the question that holds several items, empty when the item is a question of its own
     * @param opposite words at the other end of the scale (語意差異), empty for every other kind
     * @param points of the scale in the order in which they are shown
     */
    public record Asked(LocalizedText stem, LocalizedText opposite, List<Scale.Point> points) {

        public static final Asked NONE = new Asked(LocalizedText.NONE, LocalizedText.NONE, List.of());

        public Asked {
            points = List.copyOf(points);
        }
    }

    /** Of which only its own words are known. */
    public PanelItem(String id, String construct, LocalizedText label, LocalizedText text, boolean reverse) {
        this(id, construct, label, text, reverse, Asked.NONE);
    }

    /** Every scale item: construct by construct in their order, then those of none. */
    public static List<PanelItem> of(Survey survey) {
        List<PanelItem> items = new ArrayList<>();
        List<String> order = survey.constructs().stream().map(Construct::id).toList();
        for (Variable variable : survey.variables()) {
            if (variable.kind() == Variable.Kind.SCALE) {
                items.add(survey.constructs().stream()
                        .filter(construct -> construct.items().contains(variable.id()))
                        .findFirst()
                        .map(construct -> item(survey, variable, construct.id(), construct.label()))
                        .orElseGet(() -> item(survey, variable, "", LocalizedText.NONE)));
            }
        }
        items.sort(Comparator.comparingInt(
                item -> item.construct().isEmpty() ? Integer.MAX_VALUE : order.indexOf(item.construct())));
        return List.copyOf(items);
    }

    private static PanelItem item(Survey survey, Variable variable, String construct, LocalizedText label) {
        return new PanelItem(
                variable.id(), construct, label, variable.label(), variable.reverse(), asked(survey, variable));
    }

    private static Asked asked(Survey survey, Variable variable) {
        List<Scale.Point> points = survey.scale(variable.scale()).points();
        return survey.question(variable.question())
                .filter(Question.Matrix.class::isInstance)
                .map(Question.Matrix.class::cast)
                .map(matrix -> new Asked(matrix.head().text(), opposite(matrix, variable.id()), points))
                .orElseGet(() -> new Asked(LocalizedText.NONE, LocalizedText.NONE, points));
    }

    private static LocalizedText opposite(Question.Matrix matrix, String item) {
        return matrix.items().stream()
                .filter(each -> each.id().equals(item))
                .findFirst()
                .map(Question.Item::opposite)
                .orElse(LocalizedText.NONE);
    }
}
