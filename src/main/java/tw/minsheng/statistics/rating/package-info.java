/** 評分者: whether several people rate alike (評分者信度), and whether experts find items relevant (專家效度). */
@NullMarked
package tw.minsheng.statistics.rating;

import org.jspecify.annotations.NullMarked;
