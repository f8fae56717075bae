/** The pages that citizens see: open surveys, questions, the check page, the receipt, and what to do when it fails. */
@NullMarked
package tw.minsheng.web.citizen;

import org.jspecify.annotations.NullMarked;
