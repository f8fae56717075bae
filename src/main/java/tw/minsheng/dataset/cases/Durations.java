package tw.minsheng.dataset.cases;

import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.CountedValues;

/** Times from receipt to closing, or to the last look. */
public interface Durations {

    void add(long duration);

    int size();

    /** In days, each different time once. */
    CountedValues counted();

    /** In days. */
    Value mean();
}
