/** Files that come with a case: what they are by their bytes, what a photo tells of where it was taken, how they are kept. */
@NullMarked
package tw.minsheng.petition.attach;

import org.jspecify.annotations.NullMarked;
