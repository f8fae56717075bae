/** Strict, streaming readers and writers of CSV, JSON and YAML, with limits and a guard against formulas. */
@NullMarked
package tw.minsheng.format;

import org.jspecify.annotations.NullMarked;
