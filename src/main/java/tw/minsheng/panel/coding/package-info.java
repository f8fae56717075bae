/** Several people put the same petitions into themes without seeing each other's choices (編碼者一致性). */
@NullMarked
package tw.minsheng.panel.coding;

import org.jspecify.annotations.NullMarked;
