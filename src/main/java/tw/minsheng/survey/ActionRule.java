package tw.minsheng.survey;

import java.util.List;

/**
 * Opens an improvement item (改善事項) when all its tests hold on the wave's results.
 *
 * @param source the rule as written
 */
public record ActionRule(String id, String source, List<Test> tests, String owner, int dueDays) {

    public enum Function {
        MEAN_SATISFIED("meanSatisfied"),
        MEAN("mean"),
        INDEX("index"),
        N("n"),
        ALPHA("alpha");

        private final String word;

        Function(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean holds(double left, double right) {
            return switch (this) {
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case MORE -> left > right;
                case AT_LEAST -> left >= right;
            };
        }
    }

    /** One comparison of a figure of a construct or item with a number. */
    public record Test(Function function, String of, Comparison comparison, double limit) {}

    public ActionRule {
        tests = List.copyOf(tests);
    }
}
