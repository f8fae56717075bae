/** The report on petitions (陳情案件分析報告): its parts as blocks, chosen by what the file holds. */
@NullMarked
package tw.minsheng.report.petition;

import org.jspecify.annotations.NullMarked;
