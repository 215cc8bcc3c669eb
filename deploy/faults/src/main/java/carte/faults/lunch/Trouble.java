package carte.faults.lunch;

import carte.faults.Phase;
import carte.local.suite.LocalSuite;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happens at lunch time.
 *
 * @param twice which service there have to be two instances of, if any
 * @param perSecond how often people ask for what
 * @param begin makes it happen, and returns when it lasts or is over
 * @param lasts how long it lasts then
 * @param end ends it
 * @param neverFails what must be served all the time
 * @param leavesParts whether pages have to be served that name a part as unavailable
 * @param calm what must be answered in time again soon after the beginning
 * @param calmWithin how soon
 */
record Trouble(
        String name,
        Optional<Service> twice,
        Map<Wish, Integer> perSecond,
        Consumer<LocalSuite> begin,
        Duration lasts,
        Consumer<LocalSuite> end,
        Set<Wish> neverFails,
        boolean leavesParts,
        Set<Wish> calm,
        Duration calmWithin) {

    /** Five hundred requests a second. */
    static final Map<Wish, Integer> LUNCH = Map.of(Wish.HOT_MENU, 465, Wish.LIST, 15,
            Wish.PAGE, 10, Wish.ORDER, 8, Wish.CHANGE, 2);

    private static final Set<Wish> ALL = LUNCH.keySet();
    private static final Set<Wish> READS = EnumSet.of(Wish.HOT_MENU, Wish.LIST, Wish.PAGE);
    private static final Set<Wish> HOT_MENUS = EnumSet.of(Wish.HOT_MENU);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Returns all of them; {@code slow} makes menu-service answer so much later. */
    static List<Trouble> all(Consumer<Duration> slow) {
        return List.of(
                restart(Service.MENU),
                restart(Service.ORDER),
                restart(Service.INVALIDATOR),
                restart(Service.GATEWAY),
                new Trouble("one of two menu-services frozen (SIGSTOP)",
                        Optional.of(Service.MENU), LUNCH,
                        suite -> second(suite).freeze(), Duration.ofSeconds(8),
                        suite -> second(suite).resume(), READS, false, READS, SOON),
                new Trouble("order-service stopped", Optional.empty(), LUNCH,
                        suite -> suite.instances(Service.ORDER).forEach(ServiceInstance::stop),
                        Duration.ofSeconds(8),
                        suite -> suite.instances(Service.ORDER)
                                .forEach(ServiceInstance::restart),
                        EnumSet.of(Wish.HOT_MENU, Wish.LIST, Wish.PAGE, Wish.CHANGE), true,
                        HOT_MENUS, Duration.ZERO),
                new Trouble("menu-service 2 s slower", Optional.empty(), LUNCH,
                        _ -> slow.accept(Duration.ofSeconds(2)), Duration.ofSeconds(10),
                        _ -> slow.accept(Duration.ZERO), HOT_MENUS, false, HOT_MENUS,
                        Duration.ZERO));
    }

    private static Trouble restart(Service service) {
        return new Trouble(service.moduleName() + " restarted, one instance after the other",
                Optional.of(service), LUNCH,
                suite -> suite.instances(service).forEach(Trouble::restart), Duration.ZERO, _ -> {},
                ALL, false, EnumSet.noneOf(Wish.class), Duration.ZERO);
    }

    /** The next one follows when this one has served for a while, as orchestrators have it. */
    private static void restart(ServiceInstance instance) {
        instance.restartBehindOthers();
        Phase.pass(REST);
    }

    private static ServiceInstance second(LocalSuite suite) {
        return suite.instances(Service.MENU).getLast();
    }
}
