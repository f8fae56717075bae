package tw.minsheng.survey.file.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tw.minsheng.format.Mark;

/** Collects what the rules find in one file. */
final class Findings {

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(
                    (Finding finding) -> finding.mark().line())
            .thenComparing(Finding::rule)
            .thenComparingInt(finding -> finding.mark().column());

    private final String file;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(Rule rule, Mark mark, Map<String, Phrase> args) {
        found.add(new Finding(file, mark, rule, args));
    }

    void add(Rule rule, Mark mark) {
        add(rule, mark, Map.of());
    }

    /** In the order of the file, each once. */
    List<Finding> sorted() {
        return found.stream().distinct().sorted(ORDER).toList();
    }
}
