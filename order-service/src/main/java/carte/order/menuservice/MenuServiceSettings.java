package carte.order.menuservice;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code carte.order.menu-service}.
 *
 * @param menuService the instances, which are asked in turn
 */
@ConfigurationProperties("carte.order")
record MenuServiceSettings(@DefaultValue("http://localhost:8081") List<URI> menuService) {

    /** Throws {@link IllegalArgumentException} that names what was expected. */
    MenuServiceSettings {
        if (menuService.isEmpty()) {
            throw new IllegalArgumentException("menu-service: expected at least one address");
        }
        menuService = menuService.stream().map(MenuServiceSettings::plain).toList();
    }

    /** A path would be lost: that of a call takes its place. */
    private static URI plain(URI address) {
        String authority = address.getRawAuthority();
        String text = address.toString();
        if (address.getHost() == null || address.getRawUserInfo() != null
                || !(text.equals("http://" + authority)
                        || text.equals("http://" + authority + "/"))) {
            throw new IllegalArgumentException("menu-service: expected addresses such as"
                    + " http://localhost:8081 but found " + address);
        }
        return URI.create("http://" + authority);
    }
}
