package tw.minsheng.report;

import tw.minsheng.statistics.MissingRule;

/**
 * What a number was computed over. A number without its basis and method cannot be made into a {@link Result}, so it
 * cannot be printed.
 *
 * @param n answers that entered, unweighted
 * @param rows answers that were looked at
 * @param items number of items, 0 where items do not matter
 * @param method stable key of the method, for example {@code cronbach_alpha}
 * @param weighted whether answers were weighted
 * @param missing what happened to answers that lack a value
 */
public record Basis(long n, long rows, int items, String method, boolean weighted, MissingRule missing) {

    /** @throws IllegalArgumentException when n is negative or the method has no name */
    public Basis {
        if (n < 0 || rows < n || items < 0 || method.isEmpty()) {
            throw new IllegalArgumentException("n " + n + " of " + rows + ", " + items + " items, method " + method);
        }
    }
}
