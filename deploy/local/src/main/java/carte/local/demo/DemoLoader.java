package carte.local.demo;

import carte.local.console.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Loads restaurants through the public API, each set once: what was loaded is written down, and a
 * set that was interrupted goes on where it stopped.
 */
public final class DemoLoader {

    private static final int AT_ONCE = 4;
    private static final int REPORTS = 5;

    private final PublicApi api;
    private final Path loaded;
    private final Progress progress;

    /**
     * Makes a loader.
     *
     * @param token of an operator
     * @param loaded the file in which the sets are named that were loaded
     */
    public DemoLoader(URI gateway, Supplier<String> token, Path loaded, Progress progress) {
        this.api = new PublicApi(gateway, token);
        this.loaded = loaded;
        this.progress = progress;
    }

    /** Loads {@link DemoRestaurants}. */
    public void loadDemo() {
        if (!isLoaded("demo")) {
            List<SeededRestaurant> all = DemoRestaurants.all();
            load("demo", all.size(), all::get);
        }
    }

    /** Loads the first so many of {@link GeneratedRestaurants}. */
    public void loadGenerated(int count) {
        String set = "generated " + count;
        if (count > 0 && !isLoaded(set)) {
            load(set, count, new GeneratedRestaurants(GeneratedRestaurants.SEED)::restaurant);
        }
    }

    private void load(String set, int count, IntFunction<SeededRestaurant> restaurants) {
        Progress.Step step = progress.starting("loading " + count + " restaurants");
        var done = new AtomicInteger();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE,
                Thread.ofPlatform().daemon().name("demo-loader-", 1).factory())) {
            List<Future<?>> futures = IntStream.range(0, count)
                    .<Future<?>>mapToObj(index -> workers.submit(() -> {
                        load(restaurants.apply(index));
                        report(done.incrementAndGet(), count);
                    })).toList();
            await(futures, workers);
        }
        step.ready();
        markLoaded(set);
    }

    private void load(SeededRestaurant restaurant) {
        if (api.create(restaurant.details()) || api.hasFirstMenu(restaurant.id())) {
            api.fill(restaurant.id(), restaurant.menu());
        }
    }

    private void report(int done, int count) {
        int stride = Math.max(1, count / REPORTS);
        if (done % stride == 0 && done < count) {
            progress.line("loaded", done + " of " + count);
        }
    }

    private static void await(List<Future<?>> futures, ExecutorService workers) {
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            workers.shutdownNow();
            throw e.getCause() instanceof DemoNotLoaded failure
                    ? failure
                    : new DemoNotLoaded("Loading failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new DemoNotLoaded("Loading was interrupted.", e);
        }
    }

    private boolean isLoaded(String set) {
        try {
            return Files.exists(loaded) && Files.readAllLines(loaded).contains(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void markLoaded(String set) {
        try {
            Files.writeString(loaded, set + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
