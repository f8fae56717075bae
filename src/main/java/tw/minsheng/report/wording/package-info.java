/** Sentences, printed numbers and dates: chosen by what was measured and how people were reached, never typed by hand. */
@NullMarked
package tw.minsheng.report.wording;

import org.jspecify.annotations.NullMarked;
