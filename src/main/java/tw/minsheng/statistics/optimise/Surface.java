package tw.minsheng.statistics.optimise;

import java.util.Optional;

/** A smooth function of several numbers. */
@FunctionalInterface
public interface Surface {

    /**
     * What it is at x. A function with bounds moves x inside them first, and says of a number that its bound holds that it has no
     * slope: 0 in the gradient, 1 on the diagonal of the curvature and 0 beside it.
     *
     * @return empty where it is not defined
     */
    Optional<Place> at(double[] x);
}
