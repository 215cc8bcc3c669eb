package carte.gateway.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import carte.contracts.menu.RestaurantId;
import carte.kit.security.Caller;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class RestaurantsPageTest {

    private final Caller chain = new Caller("chain", false, IntStream.range(100, 250)
            .mapToObj(number -> RestaurantId.parse("NG-branch-" + number).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()));

    @Test
    void aLargeChainIsListedPageByPage() {
        assertThat(RestaurantsPage.address(chain, page("")))
                .contains("ids=NG-branch-100,").endsWith(",NG-branch-199");
        assertThat(RestaurantsPage.address(chain, page("1")))
                .contains("ids=NG-branch-200,").endsWith(",NG-branch-249");
        assertThat(RestaurantsPage.nextOfOwn(chain, 0)).isEqualTo("/admin?page=1");
        assertThat(RestaurantsPage.nextOfOwn(chain, 1)).isNull();
    }

    private static MultiValueMap<String, String> page(String page) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add("page", page);
        return query;
    }
}
