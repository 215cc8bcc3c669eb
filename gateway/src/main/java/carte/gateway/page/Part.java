package carte.gateway.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What has become of one part of a page. */
sealed interface Part<T> {

    /** It came in time. */
    record Found<T>(T value) implements Part<T> {}

    /** Whoever knows says that there is none. */
    record Unknown<T>() implements Part<T> {}

    /** It did not come, or not in time. */
    record Failed<T>(Throwable reason) implements Part<T> {}

    /** Waits for a part, an empty one is one that there is not, as long as it may take. */
    static <T> Mono<Part<T>> within(Duration deadline, Mono<T> source) {
        return of(source.timeout(deadline));
    }

    /** Waits for a part, an empty one is one that there is not. */
    static <T> Mono<Part<T>> of(Mono<T> source) {
        return source.<Part<T>>map(Found::new)
                .switchIfEmpty(Mono.fromSupplier(Unknown::new))
                .onErrorResume(failure -> Mono.just(new Failed<>(failure)));
    }

    /** Returns what was found; else null. */
    default @Nullable T orNull() {
        return switch (this) {
            case Found<T>(T value) -> value;
            case Unknown<T> _,Failed<T> _ -> null;
        };
    }

    default boolean isFound() {
        return this instanceof Found;
    }
}
