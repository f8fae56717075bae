package tw.minsheng.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Variable;

/**
 * One scale item as the experts of a round see it; kept with the round, because a draft may change afterwards.
 *
 * @param id of the item in the survey
 * @param construct id of its construct (構面), "" when it belongs to none
 * @param label of the construct, empty when it belongs to none
 */
public record PanelItem(String id, String construct, LocalizedText label, LocalizedText text, boolean reverse) {

    /** Every scale item: construct by construct in their order, then those of none. */
    public static List<PanelItem> of(Survey survey) {
        List<PanelItem> items = new ArrayList<>();
        List<String> order = survey.constructs().stream().map(Construct::id).toList();
        for (Variable variable : survey.variables()) {
            if (variable.kind() == Variable.Kind.SCALE) {
                items.add(survey.constructs().stream()
                        .filter(construct -> construct.items().contains(variable.id()))
                        .findFirst()
                        .map(construct -> item(variable, construct.id(), construct.label()))
                        .orElseGet(() -> item(variable, "", LocalizedText.NONE)));
            }
        }
        items.sort(Comparator.comparingInt(
                item -> item.construct().isEmpty() ? Integer.MAX_VALUE : order.indexOf(item.construct())));
        return List.copyOf(items);
    }

    private static PanelItem item(Variable variable, String construct, LocalizedText label) {
        return new PanelItem(variable.id(), construct, label, variable.label(), variable.reverse());
    }
}
