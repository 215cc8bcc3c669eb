package carte.bench;

import carte.bench.Restaurants.Dish;
import carte.local.suite.Service;
import carte.local.suite.ServiceInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thousands of pages that listen and hear nothing: what do they cost the gateway? */
final class Listeners {

    private static final int PAGES = 5_000;
    private static final int MENUS = 100;
    private static final double MEGABYTE = 1024 * 1024;
    private static final Pattern HEAP_USED = Pattern
            .compile("(?m)^ ?(?:DefNew|Tenured) .* used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Bench bench;
    private final ServiceInstance gateway;
    private final Meters meters;

    Listeners(Bench bench) {
        this.bench = bench;
        this.gateway = bench.suite().service(Service.GATEWAY);
        this.meters = new Meters(bench.api(), gateway);
    }

    /** What the gateway's process takes, in bytes. */
    private record Memory(double heap, double direct, double resident) {

        List<String> row(String name) {
            return List.of(name, megabytes(heap), megabytes(direct), megabytes(resident));
        }

        List<String> perPage(Memory before) {
            return List.of("for each page", kilobytes(heap - before.heap),
                    kilobytes(direct - before.direct), kilobytes(resident - before.resident));
        }

        private static String megabytes(double bytes) {
            return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
        }

        private static String kilobytes(double bytes) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / PAGES / 1024);
        }
    }

    Table take() throws IOException {
        List<Dish> dishes = bench.restaurants().all().subList(0, MENUS);
        Memory before = memory();
        try (IdlePages pages = IdlePages.open(bench.suite().gateway(), dishes, PAGES)) {
            bench.say((int) meters.sum("carte_edge_listeners") + " pages listen");
            Memory with = memory();
            String told = pages.timeUntilTold(
                    () -> bench.api().change(dishes.getFirst(), System.nanoTime() % 10_000_000));
            return new Table("Pages that listen", """
                    %,d pages listen to %d menus on one gateway; heap after a full collection.
                    A change of one of the menus reached the last of its %d pages %s after it
                    was acknowledged."""
                    .formatted(PAGES, MENUS, PAGES / MENUS, told),
                    List.of("", "heap", "direct buffers", "resident"),
                    List.of(before.row("before"), with.row("with " + PAGES + " pages"),
                            with.perPage(before)));
        }
    }

    private Memory memory() throws IOException {
        String pid = Long.toString(gateway.process().pid());
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Command.run(List.of(jcmd, pid, "GC.run"));
        double heap = heap(Command.run(List.of(jcmd, pid, "GC.heap_info")));
        double resident = kilobytes(RESIDENT,
                Files.readString(Path.of("/proc", pid, "status"))) * 1024;
        return new Memory(heap, meters.sum("jvm_buffer_memory_used_bytes{id=\"direct\""), resident);
    }

    /** Returns the bytes that the generations use, by what the serial collector says. */
    static double heap(String info) {
        return HEAP_USED.matcher(info).results()
                .mapToDouble(used -> Double.parseDouble(used.group(1)) * 1024)
                .reduce(Double::sum)
                .orElseThrow(() -> new IllegalStateException("no generations in " + info));
    }

    private static double kilobytes(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
