/** Tests of collecting: the rules on answers, and one contract per door for every implementation. */
@NullMarked
package tw.minsheng.collect;

import org.jspecify.annotations.NullMarked;
