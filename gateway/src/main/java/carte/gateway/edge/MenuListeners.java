package carte.gateway.edge;

import carte.contracts.event.MenuChanged;
import carte.contracts.menu.MenuVersion;
import carte.gateway.log.MenuLogSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Pages that listen for changes, by restaurant; all are fed by the one follower of the log. */
final class MenuListeners implements MenuLogSubscriber, SmartLifecycle {

    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Channel> channels = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean stopped;

    /** A menu became this version. */
    record Change(MenuVersion version, Instant publishedAt) {}

    private record Channel(Sinks.Many<Change> sink, int listeners) {
        Channel with(int more) {
            return new Channel(sink, listeners + more);
        }
    }

    /** Returns the changes of a restaurant's menu from the subscription on. */
    Flux<Change> changes(String id) {
        return Flux.defer(() -> enter(id).sink().asFlux()).doFinally(_ -> leave(id));
    }

    @Override
    public void changed(MenuChanged change, Instant foundAt) {
        Channel channel = channels.get(change.restaurantId().value());
        if (channel != null) {
            // A listener that does not keep up misses some; the next change tells it the newest.
            var _ = channel.sink().tryEmitNext(new Change(change.version(), change.publishedAt()));
        }
    }

    /** Returns how many pages listen. */
    int size() {
        return channels.values().stream().mapToInt(Channel::listeners).sum();
    }

    private Channel enter(String id) {
        Channel entered = channels.compute(id, (_, channel) -> channel == null
                ? new Channel(Sinks.many().multicast().directBestEffort(), 1)
                : channel.with(1));
        if (stopped) {
            end(entered);
        }
        return entered;
    }

    private void leave(String id) {
        channels.computeIfPresent(id, (_, channel) -> channel.listeners() == 1
                ? null
                : channel.with(-1));
    }

    @Override
    public void start() {
        stopped = false;
        running = true;
    }

    /** Ends all streams, which would hold up the shutdown: their pages connect anew elsewhere. */
    @Override
    public void stop() {
        running = false;
        // Before the look at the channels: whoever enters after that look finds it set.
        stopped = true;
        channels.values().forEach(MenuListeners::end);
    }

    /** Waits for its turn where the log's thread is just telling of a change. */
    private static void end(Channel channel) {
        channel.sink().emitComplete(Sinks.EmitFailureHandler.busyLooping(LONGEST_TURN));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the server begins to wait for the end of requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
