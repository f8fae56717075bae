/** Experts rate the items of a survey (專家效度), and people decide what becomes of an item, with a reason. */
@NullMarked
package tw.minsheng.panel;

import org.jspecify.annotations.NullMarked;
