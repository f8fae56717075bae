package tw.minsheng.statistics.battery;

/** Which n stands behind intervals and tests when each pair of items has rows of its own (C4). */
enum Counting {
    /** The smallest number of rows behind a pair: what the product says. */
    SMALLEST_PAIR,
    /** All rows, as R takes them: only to be compared with R. */
    ROWS
}
