package tw.minsheng.survey;

import java.util.Map;
import java.util.Set;

/**
 * A condition on earlier answers (條件式): what {@code showIf} and {@code quotas} say. Missing is false: every
 * comparison with an answer that is absent or a missing code does not hold.
 */
public interface Condition {

    /** Always holds: nothing was declared. */
    Condition ALWAYS = new Condition() {
        @Override
        public boolean holds(Map<String, Answer> answers) {
            return true;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public String source() {
            return "";
        }
    };

    /**
     * Decides on answers by question or item id; the answers of hidden questions must not be among them.
     */
    boolean holds(Map<String, Answer> answers);

    /** The ids of the questions and items that it names. */
    Set<String> names();

    /** The condition as written, "" for {@link #ALWAYS}. */
    String source();
}
