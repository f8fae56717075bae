/** What a sample can show: the power of tests and the sample size for a power. */
@NullMarked
package tw.minsheng.statistics.power;

import org.jspecify.annotations.NullMarked;
