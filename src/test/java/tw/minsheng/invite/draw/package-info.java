/** Tests of draws. */
@NullMarked
package tw.minsheng.invite.draw;

import org.jspecify.annotations.NullMarked;
