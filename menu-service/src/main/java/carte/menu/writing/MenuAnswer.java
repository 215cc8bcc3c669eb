package carte.menu.writing;

import carte.contracts.http.CarteHeaders;
import org.springframework.http.ResponseEntity;

/** What a write of a menu is answered with: the menu as it is now. */
public final class MenuAnswer {

    private MenuAnswer() {}

    /** Returns the answer that tells of {@code menu}. */
    public static ResponseEntity<byte[]> of(PublishedMenu menu) {
        return ResponseEntity.ok()
                .eTag(menu.version().entityTag())
                .header(CarteHeaders.MENU_VERSION, menu.version().toString())
                .body(menu.json().utf8());
    }
}
