package io.leverage.peer.internal.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.record.BlobStore;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.unit.UnitMessage.AssemblyChunk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssemblyManagerTest {
  @TempDir Path data;
  private final MemoryStore store = new MemoryStore();

  private AssemblyManager manager(String peer) {
    return new AssemblyManager(store.view(), data.resolve(peer));
  }

  private static byte[] jar() throws IOException {
    byte[] content = new byte[600_000];
    new Random(1).nextBytes(content);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry("a/Data.bin"));
      jar.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aJarTravelsByItsContent() throws IOException {
    byte[] jar = jar();
    String hash = BlobStore.hash(jar);
    AssemblyManager one = manager("one");
    assertThat(one.missing(List.of(hash, hash))).containsExactly(hash);
    one.add(hash, jar);
    assertThat(one.missing(List.of(hash))).isEmpty();
    Path file = manager("two").fetch(hash);
    assertThat(file).hasBinaryContent(jar).hasFileName(hash + ".jar");
  }

  @Test
  void aDamagedCacheIsRepaired() throws IOException {
    byte[] jar = jar();
    String hash = BlobStore.hash(jar);
    AssemblyManager manager = manager("one");
    manager.add(hash, jar);
    Files.write(manager.fetch(hash), new byte[] {1, 2, 3});
    assertThat(manager.fetch(hash)).hasBinaryContent(jar);
  }

  @Test
  void whatIsNoJarIsRefused() throws IOException {
    AssemblyManager manager = manager("one");
    byte[] text = "no jar".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThatThrownBy(() -> manager.add(BlobStore.hash(text), text))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("isn't a jar");
    byte[] cut = Arrays.copyOf(jar(), 300_000);
    assertThatThrownBy(() -> manager.add(BlobStore.hash(cut), cut))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("isn't a jar");
    assertThatThrownBy(() -> manager.add(BlobStore.hash(cut), jar()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not the one announced");
    assertThatThrownBy(() -> manager.fetch("../../etc/passwd"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("does not name an assembly");
  }

  @Test
  void anUnusableCacheIsNamed() throws IOException {
    byte[] jar = jar();
    manager("one").add(BlobStore.hash(jar), jar);
    Files.write(data.resolve("file"), new byte[0]);
    assertThatThrownBy(() -> manager("file").fetch(BlobStore.hash(jar)))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("Check its free space and permissions");
  }

  @Test
  void chunksMustComeInTurn() {
    Uploads uploads = new Uploads();
    assertThat(uploads.add(new AssemblyChunk("h", 0, new byte[] {1}, false))).isNull();
    assertThat(uploads.add(new AssemblyChunk("h", 1, new byte[] {2}, true))).containsExactly(1, 2);
    assertThatThrownBy(() -> uploads.add(new AssemblyChunk("h", 1, new byte[] {2}, true)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("out of turn");
  }
}
