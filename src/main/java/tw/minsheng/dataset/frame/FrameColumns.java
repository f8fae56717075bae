package tw.minsheng.dataset.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a frame that a draw reads; all others are passed over.
 *
 * @param id names a unit, nowhere twice
 * @param group its stratum (層) or cluster (群集)
 * @param measure a number: the size of the unit, or what its stratum is to be spread by
 */
public record FrameColumns(String id, Optional<String> group, Optional<String> measure) {

    List<String> all() {
        return Stream.of(Optional.of(id), group, measure)
                .flatMap(Optional::stream)
                .toList();
    }
}
