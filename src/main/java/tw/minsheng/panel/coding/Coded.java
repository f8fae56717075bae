package tw.minsheng.panel.coding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tw.minsheng.petition.CaseNumber;

/**
 * What has been coded so far.
 *
 * @param codes by coder and case
 * @param closed who has said that she has finished, although there is a case that she could not read
 */
public record Coded(CodingRound round, List<Code> codes, Set<String> closed) {

    public Coded {
        codes = List.copyOf(codes);
        closed = Set.copyOf(closed);
    }

    /** The codes of one coder, by case. */
    public Map<CaseNumber, Integer> own(String coder) {
        return codes.stream()
                .filter(code -> code.coder().equals(coder))
                .collect(Collectors.toMap(Code::number, Code::theme));
    }

    /** Whether this coder has coded every case, or has finished without those that she could not read: her codes stand. */
    public boolean isFinished(String coder) {
        return closed.contains(coder) || own(coder).size() >= round.cases().size();
    }

    /** Whether this account is a coder who has not finished, and therefore sees no choice of another. */
    public boolean isBlind(String account) {
        return round.coders().contains(account) && !isFinished(account);
    }
}
