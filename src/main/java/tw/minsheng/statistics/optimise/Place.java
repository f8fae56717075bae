package tw.minsheng.statistics.optimise;

import java.util.Arrays;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** A function of several numbers at one place. */
public final class Place {

    private final double[] x;
    private final double value;
    private final double[] gradient;
    private final SymmetricMatrix curvature;

    /**
     * @param gradient derivatives by each number
     * @param curvature second derivatives, or what stands in for them; only where it is positive definite does it lead the way
     */
    public Place(double[] x, double value, double[] gradient, SymmetricMatrix curvature) {
        this.x = x.clone();
        this.value = value;
        this.gradient = gradient.clone();
        this.curvature = curvature;
    }

    public double[] x() {
        return x.clone();
    }

    public double value() {
        return value;
    }

    public double[] gradient() {
        return gradient.clone();
    }

    public SymmetricMatrix curvature() {
        return curvature;
    }

    /** The largest derivative that is left; 0 at the bottom. */
    public double slope() {
        return Arrays.stream(gradient).map(StrictMath::abs).max().orElse(0);
    }
}
