package carte.bench;

import java.io.IOException;

/** What can be measured, in the order in which it is. */
enum Measurement {
    HOT_READ("hot reads beside nginx") {
        @Override
        Table take(Bench bench) throws IOException {
            return new HotRead(bench).take();
        }
    },
    TRACING("what tracing costs hot reads") {
        @Override
        Table take(Bench bench) throws IOException {
            return new TracingCost(bench).take();
        }
    },
    VISIBILITY("from a change to its being visible") {
        @Override
        Table take(Bench bench) {
            return new Visibility(bench).take();
        }
    },
    HIT_RATE("hit rate at lunch time") {
        @Override
        Table take(Bench bench) {
            return new HitRate(bench).take();
        }
    },
    LISTENERS("pages that listen") {
        @Override
        Table take(Bench bench) throws IOException {
            return new Listeners(bench).take();
        }
    },
    WITHOUT_KAFKA("database reads while Kafka is away") {
        @Override
        Table take(Bench bench) {
            return new WithoutKafka(bench).take();
        }
    };

    private final String title;

    Measurement(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract Table take(Bench bench) throws IOException;
}
