package carte.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with cookies, who goes where they are sent and fills in forms. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_HOPS = 8;

    private final URI gateway;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

    Browser(RunningGateway gateway) {
        this.gateway = URI.create("http://localhost:" + gateway.port());
    }

    /** From now on the issuer takes it for this restaurant's. */
    Browser as(String who) {
        HttpCookie cookie = new HttpCookie("who", who);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(gateway, cookie);
        return this;
    }

    CookieStore cookies() {
        return cookies.getCookieStore();
    }

    /** Asks for a page and goes nowhere else. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Asks for a page and goes where it is sent. */
    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        URI address = gateway.resolve(path);
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(address)
                    .header("Accept", "text/html").GET());
            if (answer.statusCode() / 100 != 3) {
                return answer;
            }
            address = address.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        throw new IOException("sent from one address to the next without an end");
    }

    /** Sends a form, each field {@code name=value}. */
    HttpResponse<String> post(String path, String... fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            form.append(form.isEmpty() ? "" : "&").append(parts[0]).append('=')
                    .append(URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Returns the field that protects the forms of a page. */
    static String csrf(HttpResponse<String> page) {
        Matcher field = CSRF.matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("no protected form in " + page.body());
        }
        return "_csrf=" + field.group(1);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Accept", "text/html");
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
