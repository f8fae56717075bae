/** A petition (陳情) from its receipt to its closing: what was written, its state, who does what, and each step of it as an event. */
@NullMarked
package tw.minsheng.petition;

import org.jspecify.annotations.NullMarked;
