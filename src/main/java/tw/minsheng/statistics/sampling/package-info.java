/** 抽樣設計: the design of a sample, its size, its margin of error, response rates and representativeness. */
@NullMarked
package tw.minsheng.statistics.sampling;

import org.jspecify.annotations.NullMarked;
