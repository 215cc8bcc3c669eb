package carte.gateway.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

    @ParameterizedTest
    @ValueSource(strings = {"same", "scheduled", "cancelled"})
    void whatWasDoneIsNoRefusal(String done) {
        Notice notice = Objects.requireNonNull(Notice.told(done));

        assertThat(notice.message()).isEqualTo("console.notice." + done);
        assertThat(notice.isRefusal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "refused", "xyz", "saved"})
    void anAddressCannotHaveAnythingElseSaid(String done) {
        assertThat(Notice.told(done)).isNull();
    }

    @Test
    void whatWasNotDoneIsARefusal() {
        assertThat(Notice.refused("console.refused.gone").isRefusal()).isTrue();
        assertThat(Notice.refused("console.notice.clashed").isRefusal()).isTrue();
    }
}
