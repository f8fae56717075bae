/** Weights for the answers of a file (加權): answers gathered by their cell of the margins, the weights fitted to the population, the report of both. */
@NullMarked
package tw.minsheng.dataset.weights;

import org.jspecify.annotations.NullMarked;
