package carte.kit.openapi;

/** Whom a call is for, which decides what they have to show. */
public enum Audience {
    /** Anybody, without a token. */
    CUSTOMERS("Customers", Access.NONE),
    /** The customer of one order, with the token that came with it. */
    ORDER_HOLDERS("Customers", Access.ORDER_TOKEN),
    /** Whoever may write to the restaurant. */
    ADMINS("Admins", Access.LOGIN),
    /** Whoever runs the platform. */
    OPERATORS("Operators", Access.LOGIN);

    /** What has to be shown, and the name of its security scheme. */
    enum Access {
        NONE(""), ORDER_TOKEN("orderToken"), LOGIN("login");

        private final String scheme;

        Access(String scheme) {
            this.scheme = scheme;
        }

        String scheme() {
            return scheme;
        }
    }

    private final String tag;
    private final Access access;

    Audience(String tag, Access access) {
        this.tag = tag;
        this.access = access;
    }

    String tag() {
        return tag;
    }

    Access access() {
        return access;
    }
}
