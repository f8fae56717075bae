package tw.minsheng.statistics.estimate;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * Weighted quantiles; named as R's {@code svyquantile} names its rules. HF1 to HF9 are the nine of Hyndman and Fan 1996 with
 * weights in the place of counts: C_i the cumulative weight, C_n all of it. Without weight on a value it does not count.
 */
public enum Quantile {
    /** The smallest value whose cumulative share reaches p; the default. */
    MATH {
        @Override
        double between(Ladder values, int i, double p) {
            return values.value(i);
        }
    },
    /** The same, but halfway to the next value when the cumulative share is exactly p: the median of the schoolbook. */
    SCHOOL {
        @Override
        double between(Ladder values, int i, double p) {
            return (values.value(i) + values.value(i + 1)) / 2;
        }
    },
    /** As {@link #MATH}. */
    HF1 {
        @Override
        double between(Ladder values, int i, double p) {
            return MATH.between(values, i, p);
        }
    },
    /** As {@link #SCHOOL}. */
    HF2 {
        @Override
        double between(Ladder values, int i, double p) {
            return SCHOOL.between(values, i, p);
        }
    },
    /** As {@link #MATH}, but at an exact tie the next value when the value is an odd one of the different values. */
    HF3 {
        @Override
        double between(Ladder values, int i, double p) {
            return values.value(values.placeAmongDifferent(i) % 2 == 0 ? i : i + 1);
        }
    },
    /** Linear between the cumulative shares C_i/C_n. */
    HF4 {
        @Override
        double position(double before, double weight, double all, double last) {
            return (before + weight) / all;
        }
    },
    /** Linear between the middles, (C_i − w_i/2)/C_n. */
    HF5 {
        @Override
        double position(double before, double weight, double all, double last) {
            return (before + weight / 2) / all;
        }
    },
    /** C_i/(C_n + w_n), as SPSS does without weights. */
    HF6 {
        @Override
        double position(double before, double weight, double all, double last) {
            return (before + weight) / (all + last);
        }
    },
    /** C_(i−1)/C_(n−1), the default of R without weights. */
    HF7 {
        @Override
        double position(double before, double weight, double all, double last) {
            return all == last ? 0 : before / (all - last);
        }
    },
    /** (C_(i−1)/3 + 2·C_i/3)/(C_n + w_n/3): nearly unbiased for the median. */
    HF8 {
        @Override
        double position(double before, double weight, double all, double last) {
            return (before + weight * 2 / 3) / (all + last / 3);
        }
    },
    /** (3·C_(i−1)/8 + 5·C_i/8)/(C_n + w_n/4): nearly unbiased for normal values. */
    HF9 {
        @Override
        double position(double before, double weight, double all, double last) {
            return (before + weight * 5 / 8) / (all + last / 4);
        }
    };

    static final double TIE = 1e-12;

    /** The quantile when the cumulative share of value i is exactly p; only of the rules that take values as they are. */
    double between(Ladder values, int i, double p) {
        throw new IllegalStateException(name() + " goes between values");
    }

    /** Where a value stands on the line of shares; negative for the rules that take values as they are. */
    double position(double before, double weight, double all, double last) {
        return -1;
    }

    /**
     * @param values rising; equal ones may follow each other
     * @param weights of the values, 0 or more
     * @param p in (0, 1)
     * @return {@code no_data} when all weights are 0
     */
    public Value of(double[] values, double[] weights, double p) {
        if (values.length != weights.length || !(p > 0 && p < 1)) {
            throw new IllegalArgumentException("values and weights belong together, p lies in (0, 1): " + p);
        }
        return at(values, weights, p);
    }

    /** The same for p of 0 and 1 too: the least and the greatest value. */
    Value at(double[] values, double[] weights, double p) {
        Ladder ladder = Ladder.of(values, weights);
        if (ladder.size() == 0) {
            return Value.undefined(Reason.NO_DATA);
        }
        return Value.of(position(0, 0, 1, 1) < 0 ? step(ladder, p) : line(ladder, p));
    }

    private double step(Ladder ladder, double p) {
        double reached = 0;
        for (int i = 0; i < ladder.size(); i++) {
            reached += ladder.weight(i);
            if (reached >= (p - TIE) * ladder.total()) {
                boolean exactly = reached <= (p + TIE) * ladder.total();
                return exactly ? between(ladder, i, p) : ladder.value(i);
            }
        }
        return ladder.value(ladder.size() - 1);
    }

    private double line(Ladder ladder, double p) {
        double last = ladder.weight(ladder.size() - 1);
        double before = 0;
        double below = 0;
        for (int i = 0; i < ladder.size(); i++) {
            double here = position(before, ladder.weight(i), ladder.total(), last);
            if (p <= here) {
                return i == 0
                        ? ladder.value(0)
                        : ladder.value(i - 1) + (p - below) / (here - below) * (ladder.value(i) - ladder.value(i - 1));
            }
            below = here;
            before += ladder.weight(i);
        }
        return ladder.value(ladder.size() - 1);
    }

    /** Rising values that have weight. */
    record Ladder(List<Double> values, List<Double> weights, double total) {

        static Ladder of(double[] values, double[] weights) {
            List<Double> kept = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            double total = 0;
            for (int i = 0; i < values.length; i++) {
                if (weights[i] > 0) {
                    kept.add(values[i]);
                    theirs.add(weights[i]);
                    total += weights[i];
                }
            }
            return new Ladder(kept, theirs, total);
        }

        int size() {
            return values.size();
        }

        /** The value at a place, the last one beyond the end. */
        double value(int i) {
            return values.get(StrictMath.min(i, size() - 1));
        }

        double weight(int i) {
            return weights.get(i);
        }

        /** 1 for the least of the different values. */
        int placeAmongDifferent(int i) {
            return (int) values.subList(0, i + 1).stream().distinct().count();
        }
    }
}
