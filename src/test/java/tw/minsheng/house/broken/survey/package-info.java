/** A room of the broken house, for the proof of the rules. */
@NullMarked
package tw.minsheng.house.broken.survey;

import org.jspecify.annotations.NullMarked;
