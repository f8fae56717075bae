@NullMarked
package tw.minsheng.petition.attach;

import org.jspecify.annotations.NullMarked;
