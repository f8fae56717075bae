/** From tallied answers to results: which statistics a survey gets, over whom, and with which interval. */
@NullMarked
package tw.minsheng.report.analysis;

import org.jspecify.annotations.NullMarked;
