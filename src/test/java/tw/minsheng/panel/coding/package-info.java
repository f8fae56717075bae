/** Tests of coding, and its door in memory. */
@NullMarked
package tw.minsheng.panel.coding;

import org.jspecify.annotations.NullMarked;
