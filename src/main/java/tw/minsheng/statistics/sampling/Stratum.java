package tw.minsheng.statistics.sampling;

/**
 * One stratum (分層) of a design.
 *
 * @param name as in the frame
 * @param population units it was drawn from
 */
public record Stratum(String name, Population population) {}
