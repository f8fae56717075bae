package tw.minsheng.panel;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the content validity of a survey, and what was decided about its items.
 *
 * @param rounds the newest in front
 * @param decisions the newest in front
 */
public record Evidence(String survey, List<Round> rounds, List<ItemDecision> decisions) {

    /** Nothing was asked and nothing decided. */
    public static Evidence none(String survey) {
        return new Evidence(survey, List.of(), List.of());
    }

    /** A round with all its experts. */
    public record Round(PanelRound round, List<Seat> seats) {

        public Round {
            seats = List.copyOf(seats);
        }

        /** Those who have sent their ratings and whose ratings count. */
        public List<Seat> counted() {
            return seats.stream()
                    .filter(seat -> seat.expert().isFinished() && !seat.expert().withdrawn())
                    .toList();
        }

        /** The figures of those who have sent their ratings. */
        public ContentFigures figures() {
            return ContentFigures.of(round, counted().stream().map(Seat::sheet).toList());
        }
    }

    public Evidence {
        rounds = List.copyOf(rounds);
        decisions = List.copyOf(decisions);
    }

    /** The decision that counts: the newest about this item on this basis and stand. */
    public Optional<ItemDecision> decision(ItemDecision.Basis basis, String stand, String item) {
        return decisions.stream()
                .filter(each -> each.basis() == basis
                        && each.stand().equals(stand)
                        && each.item().equals(item))
                .findFirst();
    }
}
