package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * One measurement: so many clients in a closed loop.
 *
 * @param nanos how long each took, shortest first
 * @param cost of all of them together
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out, and boxes would cost what is measured
record Cell(int clients, long[] nanos, Cost cost) {

    private static final int SHORTEST_NANOS = 200_000;

    static Cell measure(Site site, Load.Kind kind, int clients, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        CyclicBarrier ready = new CyclicBarrier(clients + 1);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<long[]>> runs = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Load load = kind.client(site.address());
                runs.add(threads.submit(() -> run(load, ready, clients, seconds)));
            }
            ready.await();
            Cost before = Cost.of(site);
            ready.await();
            LongStream all = LongStream.empty();
            for (Future<long[]> run : runs) {
                all = LongStream.concat(all, Arrays.stream(run.get()));
            }
            return new Cell(clients, all.sorted().toArray(), Cost.of(site).since(before));
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] run(Load load, CyclicBarrier ready, int clients, int seconds)
            throws InterruptedException, BrokenBarrierException {
        try {
            load.prepare((int) Math.min(TimeUnit.SECONDS.toNanos(seconds) / SHORTEST_NANOS, 40_000L) / clients);
            ready.await();
            ready.await();
            LongStream.Builder nanos = LongStream.builder();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                nanos.add(load.once());
            }
            return nanos.build().toArray();
        } catch (IOException e) {
            ready.reset();
            throw new UncheckedIOException(e);
        }
    }

    double rate() {
        return nanos.length / cost.seconds();
    }

    double millis(double quantile) {
        return nanos.length == 0 ? Double.NaN : nanos[(int) (quantile * (nanos.length - 1))] / 1e6;
    }

    /** CPU seconds of program and database for each thousand. */
    double cpu() {
        return (cost.program() + cost.database()) / nanos.length * 1000;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%3d clients %7.0f/s  p50 %6.2f ms  p99 %7.2f ms  CPU s/1000: %.3f (program %.3f, PostgreSQL %.3f;"
                        + " client %.3f)  others %.0f %%",
                clients,
                rate(),
                millis(0.5),
                millis(0.99),
                cpu(),
                cost.program() / nanos.length * 1000,
                cost.database() / nanos.length * 1000,
                cost.client() / nanos.length * 1000,
                cost.strangers() * 100);
    }
}
