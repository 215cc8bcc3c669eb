package carte.kit.menucache;

import carte.contracts.cache.Freshness;
import carte.contracts.cache.MenuCache;
import carte.kit.freshness.FreshnessAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

/** The menu cache of a service that has Redis. */
@AutoConfiguration(after = {DataRedisAutoConfiguration.class, FreshnessAutoConfiguration.class})
@ConditionalOnClass({ReactiveRedisConnectionFactory.class, DataRedisAutoConfiguration.class})
@ConditionalOnBean(ReactiveRedisConnectionFactory.class)
@EnableConfigurationProperties(MenuCacheProperties.class)
class MenuCacheAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MenuCache menuCache(
            ReactiveRedisConnectionFactory connections,
            MenuCacheProperties properties,
            Freshness freshness) {
        properties.requireOutlasting(freshness);
        RedisMenuCache cache = new RedisMenuCache(connections, properties.timings());
        cache.connectAhead();
        return cache;
    }
}
