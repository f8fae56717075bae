package tw.minsheng.invite.draw;

import io.vertx.core.Future;
import java.util.List;
import tw.minsheng.kernel.Act;

/** Door to how it ended with those drawn. Nothing here tells who answered. */
public interface DrawnEnds {

    /** What was written down of somebody. */
    record Written(String unit, Ending ending) {}

    /** Of the draw whose people are invited; {@link Ends#NONE} where there is none. */
    Future<Ends> ends(SampleDraws.Of wave);

    /** What staff have written down, the last first, at most 200. */
    Future<List<Written>> written(SampleDraws.Of wave);

    /**
     * Writes down how it ended with these people, in place of what was written before, with a line of the audit trail that names
     * nobody.
     *
     * @param units ids in the frame
     * @return ids that were not drawn; when there are any, nothing is changed
     */
    Future<List<String>> write(SampleDraws.Of wave, List<String> units, Ending ending, Act act);

    /**
     * Takes back what was written down of these people; ids that were not drawn change nothing.
     *
     * @return of how many people something was taken back
     */
    Future<Integer> takeBack(SampleDraws.Of wave, List<String> units, Act act);
}
