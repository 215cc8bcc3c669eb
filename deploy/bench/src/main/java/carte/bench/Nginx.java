package carte.bench;

import carte.local.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A caching nginx before the gateway: one process, as fast as it gets. */
final class Nginx implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int TRIES = 100;

    private final ChildProcess process;
    private final URI address;

    private Nginx(ChildProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Nginx start(URI upstream, Path data) throws IOException {
        int port = freePort();
        Path home = Files.createDirectories(data.resolve("nginx"));
        Path settings = home.resolve("nginx.conf");
        Files.writeString(settings, settings(home, port, upstream));
        ChildProcess process = ChildProcess.start("nginx",
                List.of("nginx", "-p", home.toString(), "-c", settings.toString(),
                        "-e", home.resolve("error.log").toString()),
                home.resolve("out.log"));
        var nginx = new Nginx(process, URI.create("http://127.0.0.1:" + port));
        nginx.awaitStart();
        return nginx;
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.handle().pid();
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }

    private void awaitStart() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ping = HttpRequest.newBuilder(address.resolve("/")).build();
            for (int attempt = 0; attempt < TRIES && process.isAlive(); attempt++) {
                try {
                    client.send(ping, BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(Duration.ofMillis(50));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IllegalStateException("nginx does not start: " + process.lines());
    }

    private static String settings(Path home, int port, URI upstream) {
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log warn;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  keepalive_requests 1000000000;
                  sendfile on;
                  tcp_nopush on;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  open_file_cache max=1000;
                  proxy_cache_path %1$s/cache keys_zone=menus:10m use_temp_path=off;
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass %3$s;
                      proxy_http_version 1.1;
                      proxy_cache menus;
                      proxy_cache_key $uri$http_accept_encoding;
                      proxy_cache_valid 200 1h;
                      proxy_ignore_headers Cache-Control Expires Vary;
                    }
                  }
                }
                """.formatted(home.toAbsolutePath(), port,
                "http://127.0.0.1:" + upstream.getPort());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
