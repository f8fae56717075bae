/** 抽樣規劃: how many people must be asked, what an answer rate does to it, and what such a sample can tell. */
@NullMarked
package tw.minsheng.report.plan;

import org.jspecify.annotations.NullMarked;
