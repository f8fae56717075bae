/** What a definition file says: its canonical bytes and hash, the survey it means, and what changed between two. */
@NullMarked
package tw.minsheng.survey.file.definition;

import org.jspecify.annotations.NullMarked;
