/** 差異與相關: whether groups differ, and whether two measures go together. */
@NullMarked
package tw.minsheng.statistics.compare;

import org.jspecify.annotations.NullMarked;
