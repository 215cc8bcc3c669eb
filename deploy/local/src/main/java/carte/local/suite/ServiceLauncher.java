package carte.local.suite;

import carte.local.data.DataDirectory;
import carte.local.process.ChildProcess;
import carte.local.process.ProcessLedger;
import carte.local.process.ProcessLedger.Role;
import carte.local.tracing.AgentSettings;
import carte.local.tracing.TraceViewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts services as JVMs that send their spans to the trace viewer. */
final class ServiceLauncher {

    private static final String HEAP = "256m";
    private static final String FAST_HEAP = "512m";

    private final Checkout checkout;
    private final DataDirectory data;
    private final ProcessLedger ledger;
    private final TraceViewer traces;
    private final Pace pace;

    ServiceLauncher(
            Checkout checkout,
            DataDirectory data,
            ProcessLedger ledger,
            TraceViewer traces,
            Pace pace) {
        this.checkout = checkout;
        this.data = data;
        this.ledger = ledger;
        this.traces = traces;
        this.pace = pace;
    }

    /** Starts a process with this name and these Spring properties, with or without the agent. */
    ChildProcess start(
            Service service, String name, Map<String, String> properties, boolean traced) {
        ChildProcess process = ChildProcess.start(name,
                command(service, name, properties, traced),
                data.log(name));
        ledger.add(Role.CLIENT, name, process.handle());
        return process;
    }

    private List<String> command(
            Service service, String name, Map<String, String> properties, boolean traced) {
        PreparedJar prepared = PreparedJar.of(checkout.executable(service),
                checkout.prepared().resolve(service.moduleName()));
        var command = new ArrayList<>(switch (pace) {
            case SOON_UP, LIGHT -> JavaRuntime.command(HEAP);
            case FAST -> JavaRuntime.fastCommand(FAST_HEAP);
        });
        if (traced) {
            command.add("-javaagent:" + checkout.traceAgent());
            AgentSettings.of(service.moduleName(), traces, pace.sampled())
                    .forEach((key, value) -> command.add("-D" + key + "=" + value));
        }
        command.add("-jar");
        command.add(prepared.jar().toString());
        command.add("--carte.instance=" + name);
        if (pace == Pace.SOON_UP) {
            command.add("--carte.first-reads.times=0");
        }
        properties.forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }
}
