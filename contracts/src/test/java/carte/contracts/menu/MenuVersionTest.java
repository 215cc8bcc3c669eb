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

    @Test
    void aTranslatedFormHasATagOfItsOwn() {
        String tag = new MenuVersion(7).entityTag("fr-ca");
        assertThat(tag).isEqualTo("\"7;fr-ca\"");
        assertThat(MenuVersion.isOfTranslation(tag)).isTrue();
        assertThat(MenuVersion.isOfTranslation("W/" + tag)).isTrue();
        assertThat(MenuVersion.isOfTranslation("\"7\"")).isFalse();
        assertThat(MenuVersion.isOfTranslation("\";fr\"")).isFalse();
    }
}
