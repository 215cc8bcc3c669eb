package carte.contracts.http;

/** Names of the headers that are not in every HTTP library. */
public final class CarteHeaders {

    /** Version of the menu in the answer, a decimal number. */
    public static final String MENU_VERSION = "Menu-Version";

    /** The moment at which the menu was provably the newest, RFC 3339 with milliseconds. */
    public static final String AS_OF = "As-Of";

    /** Which tier answered (RFC 9211). */
    public static final String CACHE_STATUS = "Cache-Status";

    /** The restaurant's id, by which a content delivery network is purged. */
    public static final String SURROGATE_KEY = "Surrogate-Key";

    /** The shard that owns the restaurant; between services only, no client is shown it. */
    public static final String SHARD = "Carte-Shard";

    /**
     * The latest that it can be by the clock of the shard's database, RFC 3339 with milliseconds,
     * rounded up; between services only, no client is shown it.
     */
    public static final String NOW = "Carte-Now";

    /** The revision of the restaurant in the answer; between services only, as {@link #SHARD}. */
    public static final String RESTAURANT_REVISION = "Carte-Restaurant-Revision";

    /** The client's name for one attempt to write, however often it is sent. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Trace id of the request (W3C Trace Context, level 2). */
    public static final String TRACE_RESPONSE = "traceresponse";

    private CarteHeaders() {}
}
