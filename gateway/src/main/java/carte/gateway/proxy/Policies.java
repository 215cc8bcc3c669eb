package carte.gateway.proxy;

import carte.gateway.balance.Balancer;
import carte.gateway.balance.EjectionRule;
import carte.gateway.retry.HedgeDelay;
import carte.gateway.retry.RetryBudget;
import carte.gateway.route.Service;
import carte.gateway.shed.Places;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Random;

/** What decides how one service is asked. */
record Policies(Balancer balancer,
        RetryBudget budget,
        HedgeDelay hedgeDelay,
        Places reads,
        Places writes,
        Places waitingReads,
        Places streams,
        Breaker breaker) {

    private static final int RESERVE = 10;
    private static final int MOST_SAVED = 100;
    private static final int SHARE = 4;

    static Policies of(
            Service service,
            ServiceSettings settings,
            CircuitBreakerRegistry breakers,
            UpstreamReport report) {
        Balancer balancer = new Balancer(settings.instances(service), EjectionRule.USUAL,
                System::nanoTime, new Random(), report);
        report.usable(balancer::usable);
        // What may take long has places of its own, so that it cannot take all the others'.
        int instances = settings.instances(service).size();
        int reads = settings.reads() * instances;
        int share = Math.max(1, reads / SHARE);
        return new Policies(balancer,
                new RetryBudget(RESERVE, MOST_SAVED),
                new HedgeDelay(settings.hedgeDelay(), settings.hedgeDelayMost()),
                places("reads", reads, settings, report),
                places("writes", settings.writes() * instances, settings, report),
                places("waiting-reads", share, settings, report),
                places("streams", share, settings, report),
                new Breaker(service, breakers));
    }

    private static Places places(
            String kind, int places, ServiceSettings settings, UpstreamReport report) {
        return new Places(places, settings.waiting(), settings.queueTime(), System::nanoTime,
                report.shed(kind, places));
    }

    Places places(Outgoing call) {
        if (!SecondAttempt.isRead(call.method())) {
            return writes;
        }
        if (call.isStream()) {
            return streams;
        }
        return call.asksToWait() ? waitingReads : reads;
    }
}
