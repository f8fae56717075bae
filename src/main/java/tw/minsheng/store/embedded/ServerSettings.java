package tw.minsheng.store.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the embedded server is set: safe first, then for a machine of two cores. */
final class ServerSettings {

    private static final Map<String, String> SAFE = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "password_encryption", "scram-sha-256",
            "timezone", "UTC",
            "log_timezone", "UTC");

    /** What people answered must not reach the log: neither failing statements nor the rows they were about. */
    private static final Map<String, String> DISCREET = Map.of(
            "log_min_error_statement", "panic",
            "log_error_verbosity", "terse",
            "log_parameter_max_length_on_error", "0",
            "log_statement", "none",
            "log_checkpoints", "off",
            "log_line_prefix", "%m [%p] ");

    private static final Map<String, String> SIZED = Map.of(
            // the pools need a dozen; the rest is for backups, psql and measuring with 64 clients beside them
            "max_connections", "90",
            "shared_buffers", "128MB",
            // the end of a checkpoint holds up every commit for up to half a second: under full load every third
            // minute instead of every minute, while recovery still takes seconds
            "max_wal_size", "2GB",
            "jit", "off",
            "max_wal_senders", "0",
            "max_replication_slots", "0",
            "max_worker_processes", "4",
            "max_parallel_workers_per_gather", "1",
            "idle_in_transaction_session_timeout", "60s",
            // group commits of two event loops may wait for each other's rows; a second is long for a citizen
            "deadlock_timeout", "200ms");

    private ServerSettings() {}

    static List<String> arguments(int port) {
        Map<String, String> all = new TreeMap<>(SAFE);
        all.putAll(DISCREET);
        all.putAll(SIZED);
        all.put("port", Integer.toString(port));
        return all.entrySet().stream()
                .flatMap(one -> Stream.of("-c", one.getKey() + "=" + one.getValue()))
                .toList();
    }
}
