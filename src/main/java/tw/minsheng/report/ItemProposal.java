package tw.minsheng.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules of the item analysis (項目分析) propose for one item; a person confirms it or decides otherwise.
 *
 * @param item id of the item
 * @param label its words
 * @param construct words of its construct, "" when it belongs to none
 * @param proposal {@code keep}, {@code revise} or {@code delete}, "" when nothing was computed
 * @param rules that decided, in words
 * @param figures of the item, on which the rules were tried, in one line; "" when the rules say them already, or none is known
 */
public record ItemProposal(
        String item, String label, String construct, String proposal, List<String> rules, String figures) {

    public ItemProposal {
        rules = List.copyOf(rules);
    }

    /** Rules and figures: what a decision keeps, since answers may still come in. */
    public List<String> grounds() {
        return Stream.concat(rules.stream(), Stream.of(figures).filter(line -> !line.isEmpty()))
                .toList();
    }
}
