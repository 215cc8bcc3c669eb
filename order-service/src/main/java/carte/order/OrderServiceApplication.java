package carte.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class OrderServiceApplication {

    /** Takes Spring Boot's command line: {@code --server.port=8082}. */
    public static void main(String... arguments) {
        SpringApplication.run(OrderServiceApplication.class, arguments);
    }
}
