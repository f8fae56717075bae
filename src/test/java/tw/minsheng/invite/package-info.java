@NullMarked
package tw.minsheng.invite;

import org.jspecify.annotations.NullMarked;
