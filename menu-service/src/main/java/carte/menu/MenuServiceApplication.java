package carte.menu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The menu-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MenuServiceApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(MenuServiceApplication.class, arguments);
    }
}
