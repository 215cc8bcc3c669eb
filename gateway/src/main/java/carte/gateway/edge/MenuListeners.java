package carte.gateway.edge;

import carte.contracts.event.MenuChanged;
import carte.contracts.event.MenuTopic;
import carte.contracts.json.ContractJson;
import carte.contracts.menu.MenuVersion;
import carte.gateway.log.MenuLogSubscriber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Pages that listen for changes, by restaurant; all are fed by the one follower of the log. */
final class MenuListeners implements MenuLogSubscriber, SmartLifecycle {

    private final ConcurrentMap<String, Channel> channels = new ConcurrentHashMap<>();
    private final Scheduler teller;
    private volatile boolean running;
    private volatile boolean stopped;

    /** Takes the one thread that tells the pages, so that the log's need not. */
    MenuListeners(Scheduler teller) {
        this.teller = teller;
    }

    /**
     * A menu became this version.
     *
     * @param text the event as pages are sent it
     */
    record Change(MenuVersion version, String text) {

        static Change of(MenuVersion version, Instant publishedAt) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("version", version.number());
            data.put("publishedAt", publishedAt.toString());
            return new Change(version, "event: menu\nid: " + version + "\ndata: "
                    + ContractJson.mapper().writeValueAsString(data) + "\n\n");
        }
    }

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
        String id = change.restaurantId().value();
        if (channels.containsKey(id)) {
            Change told = Change.of(change.version(), change.publishedAt());
            var _ = teller.schedule(() -> tell(id, told));
        }
    }

    private void tell(String id, Change change) {
        Channel channel = channels.get(id);
        if (channel != null) {
            // A listener that does not keep up misses some; the next change tells it the newest.
            var _ = channel.sink().tryEmitNext(change);
        }
    }

    /** Ends the streams: their pages come back and say what they have seen last. */
    @Override
    public void missed(int partition) {
        var _ = teller.schedule(() -> channels.forEach((id, channel) -> {
            if (MenuTopic.partitionOf(id) == partition) {
                channel.sink().tryEmitComplete();
            }
        }));
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
            var _ = teller.schedule(entered.sink()::tryEmitComplete);
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
        var _ = teller.schedule(() -> channels.values()
                .forEach(channel -> channel.sink().tryEmitComplete()));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Behind the gateway's leave, before the server begins to wait for the end of requests. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
