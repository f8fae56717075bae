/** Tests of the battery of reliability and validity. */
@NullMarked
package tw.minsheng.statistics.battery;

import org.jspecify.annotations.NullMarked;
