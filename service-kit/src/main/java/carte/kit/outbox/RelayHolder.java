package carte.kit.outbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What a process calls itself where it holds the lease of a relay. */
public final class RelayHolder {

    private RelayHolder() {}

    /** Names this process for people; the random part tells apart two of the same number. */
    public static String ofThisProcess() {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return host() + "/" + ProcessHandle.current().pid() + "/" + random;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
