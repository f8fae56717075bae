/** 差異、交叉、影響因素與波次: what compares people with each other, as results and tables. */
@NullMarked
package tw.minsheng.report.compare;

import org.jspecify.annotations.NullMarked;
