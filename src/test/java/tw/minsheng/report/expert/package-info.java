/** Tests of the room. */
@NullMarked
package tw.minsheng.report.expert;

import org.jspecify.annotations.NullMarked;
