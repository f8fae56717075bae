/** 作答品質: how carefully a person seems to have answered; only a flag, never a verdict. */
@NullMarked
package tw.minsheng.statistics.quality;

import org.jspecify.annotations.NullMarked;
