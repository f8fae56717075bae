package tw.minsheng.survey;

import java.util.List;
import tw.minsheng.kernel.LocalizedText;

/**
 * A construct (構面): items on one scale that measure one thing.
 *
 * @param minAlpha below it the report says so in words; 0.7 unless declared
 * @param weightInIndex share in the satisfaction index; equal shares unless declared
 */
public record Construct(String id, LocalizedText label, List<String> items, double minAlpha, double weightInIndex) {

    public Construct {
        items = List.copyOf(items);
    }
}
