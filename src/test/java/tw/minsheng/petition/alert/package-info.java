/** Tests of this room. */
@NullMarked
package tw.minsheng.petition.alert;

import org.jspecify.annotations.NullMarked;
