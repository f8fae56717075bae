/** Charts in one theme: they know values and labels, not surveys. */
@NullMarked
package tw.minsheng.chart;

import org.jspecify.annotations.NullMarked;
