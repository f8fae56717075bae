/** Words of petitions, and that none of them is a name. */
@NullMarked
package tw.minsheng.petition.theme;

import org.jspecify.annotations.NullMarked;
