/** A room of the broken house, for the proof of the rules. */
@NullMarked
package tw.minsheng.house.broken.chart;

import org.jspecify.annotations.NullMarked;
