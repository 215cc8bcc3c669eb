package carte.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The issuer's process. */
@SpringBootApplication(proxyBeanMethods = false)
public class Issuer {

    /** Starts the issuer. */
    public static void main(String[] arguments) {
        SpringApplication.run(Issuer.class, arguments);
    }
}
