package carte.kit.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the port that is taken and the property that chooses another one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortInUse extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
        return new FailureAnalysis("Port " + cause.getPort()
                + " is in use by another process: stop that one, or set server.port"
                + " (--server.port=…), or management.server.port if it is that one, to another"
                + " port; 0 takes any free one.", null, cause);
    }
}
