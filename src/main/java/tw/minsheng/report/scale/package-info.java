/** 信度與效度 of a survey's 構面: runs the battery over its answers and turns what comes out into results and tables. */
@NullMarked
package tw.minsheng.report.scale;

import org.jspecify.annotations.NullMarked;
