/** Tests of the pieces of item analysis. */
@org.jspecify.annotations.NullMarked
package tw.minsheng.statistics.item;
