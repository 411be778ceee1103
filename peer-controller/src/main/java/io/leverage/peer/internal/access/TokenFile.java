package io.leverage.peer.internal.access;

import io.leverage.RefusedException;
import io.leverage.peer.PeerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret that a peer shares with its user's programs: a file that only the user can read, named
 * by the peer's port. Who can read it may talk to the peer. It also says that there is, or was, a
 * peer on that port.
 */
public final class TokenFile {
  private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
  private static final int BYTES = 32;

  private final Path file;
  private final String token;

  private TokenFile(Path file, String token) {
    this.file = file;
    this.token = token;
  }

  /** Writes a new token for the peer at an address; replaces that of a peer that died. */
  public static TokenFile create(PeerAddress peer) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    Path file = file(peer);
    try {
      Files.createDirectories(file.getParent());
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              "token",
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, token);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "can't write the token file %s (%s): make its folder writable, or name another with LEVERAGE_HOME",
              file,
              e),
          e);
    }
    return new TokenFile(file, token);
  }

  /**
   * Reads the token of the peer at an address.
   *
   * @throws RefusedException if this user has none
   */
  public static String read(PeerAddress peer) {
    try {
      return Files.readString(file(peer)).strip();
    } catch (NoSuchFileException e) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "no token for the peer at %s in %s: was it started by another user, or with another LEVERAGE_HOME?",
              peer,
              LeverageHome.tokens()),
          e);
    } catch (IOException e) {
      throw new RefusedException(
          String.format(Locale.ROOT, "can't read the token of the peer at %s: %s", peer, e), e);
    }
  }

  /** Lists the addresses where this user started peers; some may have died since. */
  public static List<PeerAddress> localPeers() {
    Path folder = LeverageHome.tokens();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.matches("[0-9]{1,5}"))
          .map(Integer::valueOf)
          .filter(port -> port >= 1 && port <= PeerAddress.MAX_PORT)
          .sorted()
          .map(port -> new PeerAddress(PeerAddress.DEFAULT_HOST, port))
          .toList();
    } catch (IOException e) {
      LOG.warn("can't list {}: {}", folder, e.toString());
      return List.of();
    }
  }

  /** Tells whether a client knows the token, in time that does not depend on what it said. */
  boolean matches(String offered) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }

  /** Removes the file, unless another peer has replaced it. */
  public void delete() {
    try {
      if (Files.exists(file) && Files.readString(file).strip().equals(token)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("can't remove {}: {}", file, e.toString());
    }
  }

  private static Path file(PeerAddress peer) {
    return LeverageHome.tokens().resolve(Integer.toString(peer.port()));
  }
}
