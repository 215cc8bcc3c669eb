package carte.invalidator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class CacheInvalidatorApplication {

    /** Takes Spring Boot's command line: {@code --server.port=8083}. */
    public static void main(String... arguments) {
        SpringApplication.run(CacheInvalidatorApplication.class, arguments);
    }
}
