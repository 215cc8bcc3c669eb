package carte.contracts.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MenuVersionTest {

    private static final MenuVersion SEVEN = new MenuVersion(7);

    @Test
    void countsByOne() {
        assertThat(MenuVersion.NONE.next()).isEqualTo(MenuVersion.FIRST);
        assertThat(SEVEN.next()).isEqualTo(new MenuVersion(8));
    }

    @Test
    void isOlderThanLaterOnesOnly() {
        assertThat(SEVEN.isOlderThan(SEVEN.next())).isTrue();
        assertThat(SEVEN.isOlderThan(SEVEN)).isFalse();
        assertThat(SEVEN.next().isOlderThan(SEVEN)).isFalse();
    }

    @Test
    void isStrongEntityTag() {
        assertThat(SEVEN.entityTag()).isEqualTo("\"7\"");
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> new MenuVersion(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
