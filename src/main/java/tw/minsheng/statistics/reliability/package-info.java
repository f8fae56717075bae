/** 信度: Cronbach's alpha and what belongs to it, kernels over a covariance matrix and the procedure over answers. */
@NullMarked
package tw.minsheng.statistics.reliability;

import org.jspecify.annotations.NullMarked;
