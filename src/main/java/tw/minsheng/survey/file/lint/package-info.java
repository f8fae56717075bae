/** The rules L01–L47 for a survey definition, and their words. */
@NullMarked
package tw.minsheng.survey.file.lint;

import org.jspecify.annotations.NullMarked;
