package carte.gateway.edge;

import carte.gateway.proxy.WholeAnswer;
import carte.kit.telemetry.Tier;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a reader of a menu is answered. */
sealed interface EdgeAnswer {

    /**
     * A menu.
     *
     * @param form in which it is sent
     * @param asOf the time as of which it is known to be the newest
     * @param cacheStatus which tiers were asked and what they had (RFC 9211)
     * @param staleFor the time since {@code asOf} if that is longer than the bound allows, which
     * the answer then says; else null
     */
    record Menu(
            EdgeMenu menu,
            MenuForm form,
            Instant asOf,
            String cacheStatus,
            @Nullable Duration staleFor)
            implements
                EdgeAnswer,
                MenuPart.Document {

        /** Returns the menu in its own words. */
        static Menu own(
                EdgeMenu menu, Instant asOf, String cacheStatus, @Nullable Duration staleFor) {
            return new Menu(menu, menu.form(), asOf, cacheStatus, staleFor);
        }

        Menu in(MenuForm other) {
            return new Menu(menu, other, asOf, cacheStatus, staleFor);
        }

        /** Returns the tier that had it. */
        Tier tier() {
            return CacheStatus.tier(cacheStatus);
        }

        /** Returns about how long ago it was known to be the newest, for people to look at. */
        Duration age() {
            Duration age = Duration.between(asOf, menu.clock().likely());
            return age.isNegative() ? Duration.ZERO : age;
        }

        @Override
        public byte[] utf8() {
            return form.body(false);
        }

        @Override
        public String entityTag() {
            return form.entityTag();
        }

        @Override
        public void addTo(HttpHeaders headers) {
            AnswerHeaders.set(headers, this);
            String language = form.language();
            if (language != null) {
                headers.set(HttpHeaderNames.CONTENT_LANGUAGE, language);
            }
        }
    }

    /** Whatever else the menu-service said, a problem as a rule. */
    record Other(WholeAnswer answer) implements EdgeAnswer {

        boolean isFailure() {
            return answer.status() >= 500;
        }
    }
}
