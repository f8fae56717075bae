/** The house: {@code Main} is the only class that sees every room. */
@NullMarked
package tw.minsheng;

import org.jspecify.annotations.NullMarked;
