package tw.minsheng.collect;

import java.util.List;
import tw.minsheng.survey.Question;

/**
 * A question on a part.
 *
 * @param items the items of a matrix that this part shows; empty for other questions
 */
public record Ask(Question question, List<Question.Item> items) {

    public Ask {
        items = List.copyOf(items);
    }
}
