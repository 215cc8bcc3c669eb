package carte.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway's process. */
@SpringBootApplication(proxyBeanMethods = false)
public class Gateway {

    /** Starts the gateway. */
    public static void main(String[] arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }
}
