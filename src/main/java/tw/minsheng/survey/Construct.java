package tw.minsheng.survey;

import java.util.List;
import java.util.OptionalDouble;
import tw.minsheng.kernel.LocalizedText;

/**
 * A construct (構面): items on one scale that measure one thing.
 *
 * @param minAlpha below it the report says so in words; empty where the standard of the installation holds
 * @param weightInIndex share in the satisfaction index; equal shares unless declared
 */
public record Construct(
        String id, LocalizedText label, List<String> items, OptionalDouble minAlpha, double weightInIndex) {

    public Construct {
        items = List.copyOf(items);
    }
}
