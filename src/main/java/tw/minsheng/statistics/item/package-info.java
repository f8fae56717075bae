/** 項目分析: whether a single item tells those with a high score from those with a low one. */
@NullMarked
package tw.minsheng.statistics.item;

import org.jspecify.annotations.NullMarked;
