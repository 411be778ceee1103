package io.leverage.peer.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir private Path folder;

  private static byte[] inline(String text) {
    return new StoredValue.Inline(text.getBytes(StandardCharsets.UTF_8)).toBytes();
  }

  private static void put(Journal journal, String key, String value) {
    journal.put(Journal.RECORDS, 0, key, inline(value));
  }

  private static @Nullable String value(Journal journal, String key) {
    return journal
        .past()
        .value(key)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse(null);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".journal"))
          .min(java.util.Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  @Test
  void aLaterLifeReadsWhatAnEarlierOneWrote() {
    String id;
    try (Journal journal = Journal.open(folder)) {
      id = journal.id();
      put(journal, "a", "1");
      put(journal, "b", "1");
      put(journal, "a", "2");
      journal.remove(Journal.RECORDS, "b");
      journal.note("n", new byte[] {7});
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.id()).isEqualTo(id);
      assertThat(journal.past().keys()).containsExactly("a");
      assertThat(value(journal, "a")).isEqualTo("2");
      assertThat(journal.past().note("n")).contains(new byte[] {7});
      assertThat(journal.past().isSound()).isTrue();
      put(journal, "c", "3");
      journal.remove(Journal.RECORDS, "a");
    }
    // The second life ended before its files stood for the past.
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().keys()).containsExactly("c");
      put(journal, "d", "4");
      journal.forgetPast();
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().keys()).containsExactly("d");
    }
  }

  @Test
  void aLargeValueIsWholeOrNotThere() {
    StoredValue.Head head = new StoredValue.Head(1, 2, InfinispanStateStore.CHUNK + 1);
    try (Journal journal = Journal.open(folder)) {
      journal.put(Journal.CHUNKS, 0, head.chunkKey(0), new byte[InfinispanStateStore.CHUNK]);
      journal.put(Journal.RECORDS, 0, "large", head.toBytes());
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().value("large")).isEmpty();
      journal.put(Journal.CHUNKS, 0, head.chunkKey(1), new byte[] {5});
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().value("large").map(value -> value[value.length - 1]))
          .isEqualTo(Optional.of((byte) 5));
    }
  }

  @Test
  void whatIsDamagedIsSkippedAndTheRestIsRead() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      put(journal, "a", "1");
      put(journal, "b", "a value to be damaged");
      put(journal, "c", "3");
    }
    byte[] bytes = Files.readAllBytes(onlyFile());
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("to be damaged");
    bytes[at] ^= 1;
    Files.write(onlyFile(), bytes);
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().keys()).containsExactly("a", "c");
      assertThat(journal.past().isSound()).isFalse();
    }
  }

  @Test
  void aLengthThatIsDamagedHidesNoMoreThanItsRecord() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      put(journal, "a", "1");
      put(journal, "b", "2");
    }
    byte[] bytes = Files.readAllBytes(onlyFile());
    bytes[Integer.BYTES] = 0x7f;
    Files.write(onlyFile(), bytes);
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().keys()).containsExactly("b");
      assertThat(journal.past().isSound()).isFalse();
    }
  }

  @Test
  void aFileThatBreaksOffIsReadAsFarAsItGoes() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      put(journal, "a", "1");
      put(journal, "b", "2");
    }
    byte[] bytes = Files.readAllBytes(onlyFile());
    Files.write(onlyFile(), java.util.Arrays.copyOf(bytes, bytes.length - 3));
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().keys()).containsExactly("a");
      assertThat(journal.past().isSound()).isFalse();
    }
  }

  @Test
  void whatIsOldIsDroppedSoThatTheFilesStaySmall() throws IOException {
    try (Journal journal = Journal.open(folder, 10_000, 20_000)) {
      put(journal, "steady", "from the beginning");
      for (int i = 0; i < 20_000; i++) {
        put(journal, "k" + i % 10, "value " + i);
        if (i % 3 == 0) {
          journal.remove(Journal.RECORDS, "k" + (i + 5) % 10);
        }
      }
      long size = 0;
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          size += Files.size(file);
        }
      }
      assertThat(size).isLessThan(60_000);
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(value(journal, "steady")).isEqualTo("from the beginning");
      assertThat(value(journal, "k9")).isEqualTo("value 19999");
      assertThat(journal.past().keys()).contains("steady", "k8", "k9");
      assertThat(journal.past().keys().size()).isLessThan(11);
    }
  }

  @Test
  void segmentsThatMovedAwayAreForgotten() {
    try (Journal journal = Journal.open(folder)) {
      journal.put(Journal.RECORDS, 1, "one", inline("1"));
      journal.put(Journal.RECORDS, 2, "two", inline("2"));
      journal.removeSegments(Journal.RECORDS, segment -> segment == 1);
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.past().keys()).isEqualTo(List.of("two"));
    }
  }

  @Test
  void anErasedFolderHoldsNothing() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      put(journal, "a", "1");
      journal.erase(false);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatLeftAMeshBehindSaysSoOnce() {
    try (Journal journal = Journal.open(folder)) {
      put(journal, "a", "1");
      assertThat(journal.hasLeft()).isFalse();
      journal.erase(true);
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.hasLeft()).isTrue();
      assertThat(journal.past().keys()).isEmpty();
    }
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.hasLeft()).isFalse();
    }
  }
}
