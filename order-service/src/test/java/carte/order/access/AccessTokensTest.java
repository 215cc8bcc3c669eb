package carte.order.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final UUID ORDER = UUID.fromString("6f1a6a54-2f6e-4f0e-9f57-6d1d1e3b7c10");

    private final AccessTokens tokens = new AccessTokens(secret(1));

    @Test
    void tellsTheSameTokenAgain() {
        assertThat(new AccessTokens(secret(1)).tokenOf(ORDER)).isEqualTo(tokens.tokenOf(ORDER));
    }

    @Test
    void tokenHas256Bits() {
        assertThat(Base64.getUrlDecoder().decode(tokens.tokenOf(ORDER).value())).hasSize(32);
    }

    @Test
    void differsByOrderAndBySecret() {
        assertThat(tokens.tokenOf(UUID.randomUUID())).isNotEqualTo(tokens.tokenOf(ORDER));
        assertThat(new AccessTokens(secret(2)).tokenOf(ORDER))
                .isNotEqualTo(tokens.tokenOf(ORDER));
    }

    @Test
    void hashKnowsItsTokenAndNoOther() {
        AccessToken token = tokens.tokenOf(ORDER);

        assertThat(token.hash().isOf(token)).isTrue();
        assertThat(token.hash().isOf(new AccessToken(token.value() + "A"))).isFalse();
        assertThat(token.hash().isOf(new AccessToken(""))).isFalse();
        assertThat(TokenHash.NONE.isOf(token)).isFalse();
    }

    @Test
    void hashIsThatOfTheStandard() {
        assertThat(new AccessToken("abc").hash().hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void staysOutOfLogs() {
        AccessToken token = tokens.tokenOf(ORDER);

        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(new AccessSettings("x".repeat(32)).toString()).doesNotContain("x".repeat(32));
    }

    @Test
    void refusesShortSecrets() {
        assertThatThrownBy(() -> new AccessSettings("jollof"))
                .hasMessage("token-secret: expected at least 32 characters but found 6");
    }

    private static byte[] secret(int fill) {
        byte[] secret = new byte[32];
        secret[0] = (byte) fill;
        return secret;
    }
}
