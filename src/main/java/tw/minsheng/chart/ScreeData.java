package tw.minsheng.chart;

import java.util.List;

/**
 * Eigenvalues from the largest to the smallest, and what random data of the same size reach.
 *
 * @param eigenvalue name of the eigenvalues, also of the upright axis
 * @param random name of what random data reach
 * @param axis name of the lower axis
 * @param eigenvalues one for each component
 * @param chance what random data reach, one for each component; none while it is not known
 */
public record ScreeData(
        Words words, String eigenvalue, String random, String axis, List<Double> eigenvalues, List<Double> chance) {

    public ScreeData {
        eigenvalues = List.copyOf(eigenvalues);
        chance = List.copyOf(chance);
        eigenvalues.forEach(Finite::check);
        chance.forEach(Finite::check);
        if (!chance.isEmpty() && chance.size() != eigenvalues.size()) {
            throw new IllegalArgumentException(
                    "as many random values as eigenvalues: " + chance.size() + ", " + eigenvalues.size());
        }
    }
}
