package carte.local.suite;

import carte.embedded.PortInUse;
import carte.embedded.StartFailed;
import carte.local.console.Progress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts everything at once, each as soon as what it needs is there. */
final class Startup {

    private static final long SECONDS_TO_CALM_DOWN = 60;

    private final Progress progress;
    private final Executor executor = task -> Thread.ofVirtual().start(task);
    private final Map<Server, CompletableFuture<Void>> servers = new EnumMap<>(Server.class);
    private final List<CompletableFuture<Void>> all = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean cancelled;

    Startup(Progress progress) {
        this.progress = progress;
    }

    void server(Server server, String title, Runnable start) {
        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> announced(title, start),
                executor);
        servers.put(server, started);
        add(started);
    }

    /** Starts an instance once the servers that its service needs, added before, are there. */
    void service(Service service, String name, Runnable start) {
        CompletableFuture<?>[] needs = service.needs().stream()
                .map(servers::get)
                .toArray(CompletableFuture[]::new);
        add(CompletableFuture.allOf(needs)
                .thenRunAsync(() -> announced(name, start), executor));
    }

    private void announced(String what, Runnable start) {
        if (cancelled) {
            throw new CancellationException();
        }
        Progress.Step step = progress.starting(what);
        start.run();
        step.ready();
    }

    private void add(CompletableFuture<Void> started) {
        all.add(started);
        var _ = started.whenComplete((nothing, failure) -> {
            if (failure != null) {
                end.completeExceptionally(failure);
            }
        });
    }

    /** Waits until all have started; throws {@link StartRefused} at the first that has not. */
    void await() {
        var _ = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenAccept(end::complete);
        try {
            end.join();
        } catch (CompletionException e) {
            if (cancelled) {
                throw new StartRefused("The start was interrupted.", e);
            }
            throw explained(e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            throw new StartRefused("The start was interrupted.", e);
        }
    }

    private static StartRefused explained(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> refused;
            case StartFailed failed -> new StartRefused(failed.getMessage() + "", failed);
            case PortInUse taken -> new StartRefused(taken.getMessage() + "", taken);
            case CancellationException cancelled ->
                new StartRefused("The start was interrupted.", cancelled);
            default -> new StartRefused("The start failed: " + cause, cause);
        };
    }

    /** Lets nothing start that has not begun to. */
    void cancel() {
        cancelled = true;
    }

    /** Waits until nothing is starting any more, however it ended. */
    void awaitQuiet() {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .get(SECONDS_TO_CALM_DOWN, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // All have ended, and await() has told of the one that failed.
            cancelled = true;
        } catch (TimeoutException e) {
            progress.line("gave up", "waiting for what is still starting");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
