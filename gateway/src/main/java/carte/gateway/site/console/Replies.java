package carte.gateway.site.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers to forms: a way back where it was done, a page that says why where it was not. */
public final class Replies {

    private Replies() {}

    /** Leads the browser to a page, so that to load it again does nothing again. */
    public static Rendering seeOther(String address) {
        return Rendering.redirectTo(address).build();
    }

    /** Leads back to a page that says what was done; not for what clashed. */
    public static Rendering back(Desk desk, Saved saved, String address, String anchor) {
        return switch (saved) {
            case Saved.Published(long version, _) ->
                seeOther(with(address, "saved", Long.toString(version), anchor));
            case Saved.Same _ -> seeOther(with(address, "done", "same", anchor));
            case Saved.Clashed _,Saved.Refused _ ->
                refused(desk, Notice.of(desk, saved), address);
        };
    }

    /** Says why something was not done. */
    public static Rendering refused(Desk desk, Notice notice, String back) {
        return Rendering.view("console/refused")
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("notice", notice)
                .modelAttribute("admin", desk.admin().caller().name())
                .modelAttribute("back", back)
                .build();
    }

    /** Has somebody choose. */
    public static Rendering conflict(Desk desk, Conflict conflict) {
        return Rendering.view("console/conflict")
                .status(HttpStatus.CONFLICT)
                .modelAttribute("conflict", conflict)
                .modelAttribute("admin", desk.admin().caller().name())
                .build();
    }

    /** Leads to a page that names what was done. */
    public static Rendering done(String address, String what) {
        return seeOther(with(address, "done", what, ""));
    }

    private static String with(String address, String name, String value, String anchor) {
        String query = UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam(name, value).build().toUriString();
        return anchor.isEmpty() ? query : query + "#" + anchor;
    }
}
