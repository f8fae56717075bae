/** Tests of the room, and its doors in memory. */
@NullMarked
package tw.minsheng.panel;

import org.jspecify.annotations.NullMarked;
