/** Tests of changes between waves and of leads. */
@NullMarked
package tw.minsheng.statistics.compare.wave;

import org.jspecify.annotations.NullMarked;
