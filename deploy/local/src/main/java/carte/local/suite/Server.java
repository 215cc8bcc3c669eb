package carte.local.suite;

/** What the services stand on. */
enum Server {
    POSTGRES("PostgreSQL"), REDIS("Redis"), KAFKA("Kafka"), ISSUER("issuer"),
    TRACES("trace viewer");

    private final String title;

    Server(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
