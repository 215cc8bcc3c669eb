package carte.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps a broker, which describes itself at length, to its warnings in its owner's log. */
final class BrokerLogLevels {

    private static final List<String> LOGGERS = List
            .of("kafka", "org.apache.kafka", "state.change.logger");

    private BrokerLogLevels() {}

    static void warningsOnly() {
        if (isLogback()) {
            Logback.warningsOnly();
        }
    }

    private static boolean isLogback() {
        return LoggerFactory.getILoggerFactory().getClass().getName()
                .equals("ch.qos.logback.classic.LoggerContext");
    }

    /** Apart, because Logback is not on every class path. */
    private static final class Logback implements LoggerContextListener {

        static void warningsOnly() {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                if (context.getCopyOfListenerList().stream().noneMatch(Logback.class::isInstance)) {
                    context.addListener(new Logback());
                }
                apply(context);
            }
        }

        private static void apply(LoggerContext context) {
            LOGGERS.stream().map(context::getLogger).filter(logger -> logger.getLevel() == null)
                    .forEach(logger -> logger.setLevel(Level.WARN));
        }

        /** Spring resets the context when it starts, and sets the owner's levels after this. */
        @Override
        public void onReset(LoggerContext context) {
            apply(context);
        }

        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onStart(LoggerContext context) {
            apply(context);
        }

        @Override
        public void onStop(LoggerContext context) {
            // Nothing to release.
        }

        @Override
        public void onLevelChange(Logger logger, Level level) {
            // The owner's levels stand.
        }
    }
}
