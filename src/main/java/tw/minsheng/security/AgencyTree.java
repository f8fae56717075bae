package tw.minsheng.security;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All agencies and who stands under whom; the root "" is the installation itself. Immutable. */
public final class AgencyTree {

    /** The installation, above every agency. */
    public static final String ROOT = "";

    private final Map<String, Agency> agencies;

    private AgencyTree(Map<String, Agency> agencies) {
        this.agencies = Collections.unmodifiableMap(agencies);
    }

    public static AgencyTree of(Collection<Agency> agencies) {
        Map<String, Agency> byKey = new LinkedHashMap<>();
        agencies.forEach(agency -> byKey.put(agency.key(), agency));
        return new AgencyTree(byKey);
    }

    public Optional<Agency> find(String key) {
        return Optional.ofNullable(agencies.get(key));
    }

    public Collection<Agency> all() {
        return agencies.values();
    }

    /**
     * Whether the agency is the head itself or stands anywhere under it. An agency whose chain of parents is broken or
     * runs in a ring stands under the installation only.
     */
    public boolean isWithin(String agency, String head) {
        if (head.equals(ROOT) || agency.equals(head)) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        String at = agency;
        while (!at.equals(ROOT) && seen.add(at)) {
            Agency found = agencies.get(at);
            if (found == null) {
                return false;
            }
            at = found.parent();
            if (at.equals(head)) {
                return true;
            }
        }
        return false;
    }

    /** The head and everything under it, in the order in which the agencies are known; "" gives all, and "" itself. */
    public Set<String> subtree(String head) {
        Set<String> within = new LinkedHashSet<>();
        within.add(head);
        agencies.keySet().stream().filter(key -> isWithin(key, head)).forEach(within::add);
        return within;
    }
}
