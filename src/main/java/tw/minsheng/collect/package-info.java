/** What came back: drafts, the rules on answers, waves, and the doors through which answers are kept and read. */
@NullMarked
package tw.minsheng.collect;

import org.jspecify.annotations.NullMarked;
