/** Invented answers for the demonstration: marked as the data set demo, the same for the same seed. */
@NullMarked
package tw.minsheng.demo;

import org.jspecify.annotations.NullMarked;
