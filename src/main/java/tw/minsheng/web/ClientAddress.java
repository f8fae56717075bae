package tw.minsheng.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.minsheng.kernel.NetAddress;

/** The address of the browser; a forwarded one is believed only from our own proxies. */
public final class ClientAddress {

    private final Set<String> trustedProxies;

    public ClientAddress(Set<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream()
                .map(proxy -> NetAddress.of(proxy).text())
                .collect(Collectors.toUnmodifiableSet());
    }

    public String of(HttpServerRequest request) {
        String told =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        String peer = told == null ? "" : NetAddress.of(told).text();
        return trustedProxies.contains(peer) ? forwarded(peer, request.headers().getAll("X-Forwarded-For")) : peer;
    }

    /** The last hop that is no proxy of ours: what stands before it was written by a stranger. */
    private String forwarded(String peer, List<String> lines) {
        List<String> hops = lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .map(hop -> NetAddress.of(hop).text())
                .toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!trustedProxies.contains(hops.get(i))) {
                return hops.get(i);
            }
        }
        return peer;
    }
}
