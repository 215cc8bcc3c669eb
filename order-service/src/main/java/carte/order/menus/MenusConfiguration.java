package carte.order.menus;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the copies of the menus. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MenuSettings.class, PriceListSettings.class})
class MenusConfiguration {}
