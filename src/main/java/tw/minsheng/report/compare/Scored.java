package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Construct;

/**
 * A score from 0 to 100 by person.
 *
 * @param object what results about it are called: {@code construct.<id>} or {@code overall}
 * @param values {@link tw.minsheng.statistics.Missing#ANSWER} where a person has none
 */
record Scored(String object, LocalizedText label, List<Double> values) {

    Scored {
        values = List.copyOf(values);
    }

    static final String OVERALL = "overall";

    /** The constructs in their order, then the overall item. */
    static List<Scored> all(People people) {
        List<Scored> all = new ArrayList<>();
        for (ConstructTally construct : people.tally().constructs()) {
            if (!construct.id().equals(Tally.TOTAL)) {
                LocalizedText label = people.survey()
                        .construct(construct.id())
                        .map(Construct::label)
                        .orElseThrow();
                all.add(of("construct." + construct.id(), label, people.scores(construct.items())));
            }
        }
        people.tally()
                .layout()
                .column(people.survey().overall())
                .ifPresent(item -> all.add(of(OVERALL, item.variable().label(), people.scores(List.of(item)))));
        return List.copyOf(all);
    }

    private static Scored of(String object, LocalizedText label, double[] values) {
        return new Scored(object, label, java.util.Arrays.stream(values).boxed().toList());
    }

    double[] byPerson() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
