/** Definition files: opened, linted, hashed, compared, published, and read back. */
@NullMarked
package tw.minsheng.survey.file;

import org.jspecify.annotations.NullMarked;
