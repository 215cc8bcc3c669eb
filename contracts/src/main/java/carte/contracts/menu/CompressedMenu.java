package carte.contracts.menu;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A {@link MenuJson} in gzip, as caches hold it and as it is sent to those who accept it. */
public final class CompressedMenu {

    private final byte[] gzip;

    private CompressedMenu(byte[] gzip) {
        this.gzip = gzip;
    }

    static CompressedMenu of(MenuJson menu) {
        var out = new ByteArrayOutputStream(menu.utf8().length / 4 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(menu.utf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CompressedMenu(out.toByteArray());
    }

    /** Takes gzip bytes; they are not copied and must not change. */
    public static CompressedMenu ofGzip(byte[] gzip) {
        return new CompressedMenu(gzip);
    }

    /** Returns the gzip bytes, which the caller must not change. */
    public byte[] gzip() {
        return gzip;
    }

    /** Returns the JSON; throws {@link UncheckedIOException} if the bytes are not gzip. */
    public MenuJson expand() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return MenuJson.ofUtf8(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompressedMenu that && Arrays.equals(gzip, that.gzip);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(gzip);
    }

    @Override
    public String toString() {
        return "CompressedMenu[" + gzip.length + " bytes]";
    }
}
