/** Sums that are collected in one pass over the rows, can be merged, and become means, variances and matrices. */
@NullMarked
package tw.minsheng.statistics.moments;

import org.jspecify.annotations.NullMarked;
