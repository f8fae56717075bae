package tw.minsheng.dataset.frame;

/**
 * How to draw.
 *
 * @param size n: units, or clusters where clusters are drawn
 * @param least fewest from each stratum, or all that a smaller one has; 0 where nothing is asked
 * @param seed of the one generator
 * @param interval k: in each unit drawn every k-th visitor is asked from a start by chance, 1 to k; 0 where nobody is asked in units
 */
public record DrawPlan(Method method, Share share, int size, long least, long seed, int interval) {

    /** Where nobody is asked in units. */
    public DrawPlan(Method method, Share share, int size, long least, long seed) {
        this(method, share, size, least, seed, 0);
    }

    /** Without a minimum. */
    public DrawPlan(Method method, Share share, int size, long seed) {
        this(method, share, size, 0, seed);
    }

    /** What is drawn by chance. */
    public enum Method {
        /** units (簡單隨機) */
        SRS,
        /** every k-th unit from a start by chance (系統抽樣) */
        SYSTEMATIC,
        /** units within each stratum (分層隨機) */
        STRATIFIED,
        /** units with a probability proportional to their size, systematic (規模比例) */
        PPS,
        /** clusters, and every unit of theirs (群集抽樣) */
        CLUSTER
    }

    /** How strata share the sample. */
    public enum Share {
        PROPORTIONAL,
        EQUAL,
        /** by N_h·S_h of the measure */
        NEYMAN
    }
}
