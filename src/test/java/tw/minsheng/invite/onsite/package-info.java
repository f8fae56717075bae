/** Tests of on-site sampling. */
@NullMarked
package tw.minsheng.invite.onsite;

import org.jspecify.annotations.NullMarked;
