package tw.minsheng.dataset.frame;

import java.util.List;

/**
 * A frame in the order that draws count by: ids by code point, whatever the order of the file. All units are in memory, for
 * they have to be put into order: about 100 bytes each.
 *
 * @param ids none twice
 * @param groups stratum or cluster of each unit; empty where none was asked for
 * @param measures number of each unit; empty where none was asked for
 * @param sha256 of the file, lower-case hex
 */
public record SamplingFrame(List<String> ids, List<String> groups, List<Double> measures, String sha256) {

    public SamplingFrame {
        ids = List.copyOf(ids);
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
    }

    public int size() {
        return ids.size();
    }
}
