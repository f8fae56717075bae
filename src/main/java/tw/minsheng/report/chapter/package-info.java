/** The chapters of the survey report (調查報告) as format-neutral blocks; every number comes from the results. */
@NullMarked
package tw.minsheng.report.chapter;

import org.jspecify.annotations.NullMarked;
