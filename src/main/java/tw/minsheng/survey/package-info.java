/** What we ask: the survey as reviewed text defines it, its variables, its conditions. Knows no file and no server. */
@NullMarked
package tw.minsheng.survey;

import org.jspecify.annotations.NullMarked;
