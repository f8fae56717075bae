/** Tests of what compares people. */
@NullMarked
package tw.minsheng.report.compare;

import org.jspecify.annotations.NullMarked;
