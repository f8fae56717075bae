/** 信度與效度的整套程序: which statistics a set of items gets, each with its value or its reason, n and warnings. */
@NullMarked
package tw.minsheng.statistics.battery;

import org.jspecify.annotations.NullMarked;
