package carte.order.book;

import carte.contracts.json.ContractJson;
import carte.kit.digest.Sha256;
import carte.order.pricing.OrderRequest;

/**
 * SHA-256 of what a request asks for, by which a repeat is told from another request.
 *
 * @param hex 64 hexadecimal digits
 */
public record Fingerprint(String hex) {

    /** Returns the same for requests that differ only in white space or the order of fields. */
    public static Fingerprint of(OrderRequest request) {
        return new Fingerprint(Sha256.hex(ContractJson.mapper().writeValueAsBytes(request)));
    }
}
