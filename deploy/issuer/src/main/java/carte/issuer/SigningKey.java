package carte.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs tokens, made once and kept in a file that only its owner may read. */
final class SigningKey {

    private static final int BITS = 2_048;

    private SigningKey() {}

    static RSAKey in(Path file) throws IOException, ParseException, JOSEException {
        if (!Files.exists(file)) {
            write(new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate(), file.toAbsolutePath());
        }
        return RSAKey.parse(Files.readString(file));
    }

    private static void write(RSAKey key, Path file) throws IOException {
        Path directory = file.getParent();
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, "key", ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, key.toJSONString());
        Files.move(unfinished, file);
    }
}
