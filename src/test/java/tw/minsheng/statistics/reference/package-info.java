/** The reference runner: computes what other programs have computed, compares, and writes both down. */
package tw.minsheng.statistics.reference;
