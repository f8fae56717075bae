package tw.minsheng.statistics.compare.design;

import tw.minsheng.statistics.distribution.Normal;

/** What an estimated rank in the population counts as. */
public enum RankScore {
    /** The rank over the population: Wilcoxon, Kruskal–Wallis. */
    WILCOXON {
        @Override
        double of(double share) {
            return share;
        }
    },
    /** The normal quantile of that: van der Waerden. */
    VAN_DER_WAERDEN {
        @Override
        double of(double share) {
            return Normal.quantile(share);
        }
    },
    /** Above the middle or not: Mood. */
    MEDIAN {
        @Override
        double of(double share) {
            return share > .5 ? 1 : 0;
        }
    };

    abstract double of(double share);
}
