/** Writers of documents from format-neutral blocks: they know formats and pages, not surveys. */
@NullMarked
package tw.minsheng.document;

import org.jspecify.annotations.NullMarked;
