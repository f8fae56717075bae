package tw.minsheng.statistics.battery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.statistics.MissingRule;

/**
 * The statistics of one kind over one scale.
 *
 * @param block {@code reliability}, {@code item_analysis}, {@code ordinal}, {@code validity}, {@code efa}, {@code cfa}, {@code omega},
 *     {@code content_validity}, {@code icc}, {@code kappa} or {@code test_retest}
 * @param scale name of the 構面, {@code total} for all items, {@code all} where 構面 are looked at together
 * @param missing what happened to rows without an answer
 * @param n answers behind the statistics: complete rows, or under pairwise deletion the smallest number behind a pair (C4)
 */
public record Block(String block, String scale, MissingRule missing, long n, List<Statistic> statistics) {

    /** All items together. */
    public static final String TOTAL = "total";

    /** Several 構面, or everything that was rated. */
    public static final String ALL = "all";

    public Block {
        statistics = List.copyOf(statistics);
    }

    /** The same with these statistics only. */
    public Block only(Set<String> names) {
        return new Block(
                block,
                scale,
                missing,
                n,
                statistics.stream().filter(one -> names.contains(one.name())).toList());
    }

    public Optional<Statistic> find(String name) {
        return statistics.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
