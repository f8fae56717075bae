package tw.minsheng.petition.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.deadline.Alert;

/**
 * Who is reminded of whose cases.
 *
 * @param people that may sign in
 * @param parents of agencies, by key; {@code ""} above the top
 * @param deputies who stands in today, by the account that is away
 */
public record Staff(List<Person> people, Map<String, String> parents, Map<String, String> deputies) {

    /**
     * @param head whether she decides cases of her agency
     * @param control whether she is the control office (研考) of it
     */
    public record Person(String account, String agency, boolean head, boolean control) {}

    public Staff {
        people = List.copyOf(people);
        parents = Map.copyOf(parents);
        deputies = Map.copyOf(deputies);
    }

    /** The accounts that this reminder of the case goes to. */
    public Set<String> of(Alert alert, CaseFile file) {
        return alert.to().stream().flatMap(to -> of(to, file).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** A case that nobody holds lies in the inbox of its unit, which is the head's to look after. */
    private Set<String> of(Alert.Recipient to, CaseFile file) {
        String unit = file.unit().isEmpty() ? file.agency() : file.unit();
        return switch (to) {
            case HANDLER -> handler(file.handler()).orElseGet(() -> nearest(unit, Person::head));
            case HEAD -> nearest(unit, Person::head);
            case CONTROL -> nearest(file.agency(), Person::control);
        };
    }

    /** Empty when nobody holds the case, or somebody who may no longer sign in. */
    private Optional<Set<String>> handler(String account) {
        String there = deputies.getOrDefault(account, account);
        return people.stream()
                .map(Person::account)
                .filter(there::equals)
                .findFirst()
                .map(Set::of);
    }

    /** Those of the agency itself, or of the next above that has any. */
    private Set<String> nearest(String agency, Predicate<Person> is) {
        Set<String> found = people.stream()
                .filter(each -> each.agency().equals(agency) && is.test(each))
                .map(Person::account)
                .collect(Collectors.toUnmodifiableSet());
        boolean top = agency.isEmpty() || !parents.containsKey(agency);
        return found.isEmpty() && !top ? nearest(parents.getOrDefault(agency, ""), is) : found;
    }
}
