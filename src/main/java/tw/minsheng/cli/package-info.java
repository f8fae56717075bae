/** One class per command of {@code bin/minsheng}; the one place that turns problems into words and exit codes. */
@NullMarked
package tw.minsheng.cli;

import org.jspecify.annotations.NullMarked;
