/** Tests of petitions: what moves a case and what does not, what may be sent, and how numbers and codes are read. */
@NullMarked
package tw.minsheng.petition;

import org.jspecify.annotations.NullMarked;
