/** What experts and coders said becomes tables and sentences: 專家效度 and 評分者信度, the same on a page and in the report. */
@NullMarked
package tw.minsheng.report.expert;

import org.jspecify.annotations.NullMarked;
