package tw.minsheng.report;

import java.util.List;

/**
 * What the rules of the item analysis (項目分析) propose for one item; a person confirms it or decides otherwise.
 *
 * @param item id of the item
 * @param label its words
 * @param construct words of its construct, "" when it belongs to none
 * @param proposal {@code keep}, {@code revise} or {@code delete}, "" when nothing was computed
 * @param rules that decided, in words with their numbers
 */
public record ItemProposal(String item, String label, String construct, String proposal, List<String> rules) {

    public ItemProposal {
        rules = List.copyOf(rules);
    }
}
