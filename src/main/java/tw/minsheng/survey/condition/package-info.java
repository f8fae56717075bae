/** The small language of conditions (條件式) and of rules that open improvement items: read, checked, decided. */
@NullMarked
package tw.minsheng.survey.condition;

import org.jspecify.annotations.NullMarked;
