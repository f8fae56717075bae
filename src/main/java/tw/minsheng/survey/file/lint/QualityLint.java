package tw.minsheng.survey.file.lint;

import java.util.Map;
import tw.minsheng.format.Mark;
import tw.minsheng.format.Node;

/** L44, L45, L47: the questionnaire as a whole. */
final class QualityLint implements Lint {

    private static final int MANY = 30;
    private static final int FEW = 10;
    private static final int LONG_SECONDS = 8 * 60;
    private static final int SECONDS_PER_PAGE = 5;

    @Override
    public void check(Outline survey, Findings findings) {
        int count = survey.asked().size();
        Mark mark = survey.root().get("pages").mark();
        if (count > MANY) {
            findings.add(Rule.L44, mark, Map.of("n", Phrase.of(count)));
        }
        int seconds = seconds(survey);
        if (seconds > LONG_SECONDS) {
            findings.add(Rule.L45, mark, Map.of("minutes", Phrase.of((seconds + 59) / 60)));
        }
        boolean reversed = survey.asked().stream()
                .anyMatch(asked -> asked.node().get("reverse").isTrue());
        if (!reversed && count >= FEW && !survey.isOpen("paper")) {
            findings.add(Rule.L47, mark);
        }
    }

    /** Starting values of this project, to be replaced by real timings. */
    private static int seconds(Outline survey) {
        int pages = survey.pages().size() * SECONDS_PER_PAGE;
        return pages + survey.asked().stream().mapToInt(QualityLint::seconds).sum();
    }

    private static int seconds(Asked asked) {
        return switch (asked.type()) {
            case ITEM, SCALE, NPS -> 8;
            case SINGLE -> 10;
            case MULTIPLE -> 15;
            case NUMBER, DATE -> 12;
            case RANK -> 25;
            case TEXT -> 45;
            case UNKNOWN -> 0;
        };
    }

    /** Whether a node is a whole number above zero. */
    static boolean isPositive(Node node) {
        return node instanceof Node.Num number
                && number.isInt()
                && number.value().signum() > 0;
    }
}
