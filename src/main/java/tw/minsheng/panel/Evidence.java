package tw.minsheng.panel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of the content validity of a survey, and what was decided about its items.
 *
 * @param rounds the newest in front
 * @param decisions the newest in front
 * @param running rounds that do not count yet, because experts may still change what they said: see {@link #at}
 */
public record Evidence(String survey, List<Round> rounds, List<ItemDecision> decisions, List<PanelRound> running) {

    /** Every round, over or not. */
    public Evidence(String survey, List<Round> rounds, List<ItemDecision> decisions) {
        this(survey, rounds, decisions, List.of());
    }

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

        /** What those who count say of the whole, or of one item: without names, in an order that tells nothing. */
        private List<String> said(Function<Sheet, String> comment) {
            return counted().stream()
                    .map(Seat::sheet)
                    .map(comment)
                    .filter(text -> !text.isBlank())
                    .sorted()
                    .toList();
        }

        /** Comments on the whole survey; none while fewer than {@link ContentFigures#LEAST} experts count. */
        public List<String> comments() {
            return counted().size() < ContentFigures.LEAST ? List.of() : said(Sheet::comment);
        }

        /** Comments on an item, as {@link #comments()}. */
        public List<String> comments(String item) {
            return counted().size() < ContentFigures.LEAST
                    ? List.of()
                    : said(sheet -> sheet.of(item).comment());
        }

        /** The figures of those who have sent their ratings. */
        public ContentFigures figures() {
            return ContentFigures.of(round, counted().stream().map(Seat::sheet).toList());
        }
    }

    /** What may be given out at this time: rounds that are over. */
    public Evidence at(Instant now) {
        return new Evidence(
                survey,
                rounds.stream().filter(each -> !each.round().isOpen(now)).toList(),
                decisions,
                rounds.stream()
                        .map(Round::round)
                        .filter(each -> each.isOpen(now))
                        .toList());
    }

    /**
     * Only the decisions about one set of answers, each standing under its wave.
     *
     * @param set code of the set
     */
    public Evidence ofSet(String set) {
        List<ItemDecision> own =
                decisions.stream().flatMap(each -> each.ofSet(set).stream()).toList();
        return new Evidence(survey, rounds, own, running);
    }

    /** The newest round that has figures. */
    public Optional<Round> counting() {
        return rounds.stream()
                .filter(round -> round.figures().average().isKnown())
                .findFirst();
    }

    public Evidence {
        rounds = List.copyOf(rounds);
        decisions = List.copyOf(decisions);
        running = List.copyOf(running);
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
