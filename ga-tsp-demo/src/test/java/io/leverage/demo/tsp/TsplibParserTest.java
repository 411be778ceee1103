package io.leverage.demo.tsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TsplibParserTest {
  private static final String GOOD =
      """
      NAME : small
      TYPE : TSP
      DIMENSION : 3
      EDGE_WEIGHT_TYPE : EUC_2D
      NODE_COORD_SECTION
      1 0 0
      2 3.0e0 4
      3 3 -1.5
      EOF
      """;

  @Test
  void readsNamesAndCoordinates() throws Exception {
    Cities cities = parse(GOOD);

    assertThat(cities.name()).isEqualTo("small");
    assertThat(cities.size()).isEqualTo(3);
    assertThat(cities.distance(0, 1)).isEqualTo(5);
    assertThat(cities.y(2)).isEqualTo(-1.5);
  }

  @Test
  void endOfFileAndBlankLinesMayBeAbsentOrPresent() throws Exception {
    assertThat(parse(GOOD.replace("EOF\n", "")).size()).isEqualTo(3);
    assertThat(parse(GOOD.replace("\n", "\r\n\n")).size()).isEqualTo(3);
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(GOOD.replace("DIMENSION : 3\n", ""), "x.tsp:4: DIMENSION is missing"),
        Arguments.of(GOOD.replace("N : 3", "N : three"), "x.tsp:3: DIMENSION is 'three'"),
        Arguments.of(GOOD.replace("N : 3", "N : 2"), "x.tsp:3: DIMENSION is 2, expected 3 to"),
        Arguments.of(GOOD.replace("EUC_2D", "GEO"), "x.tsp:4: EDGE_WEIGHT_TYPE is 'GEO'"),
        Arguments.of(
            GOOD.replace("EDGE_WEIGHT_TYPE : EUC_2D\n", ""),
            "x.tsp:4: EDGE_WEIGHT_TYPE is missing"),
        Arguments.of(GOOD.replace(": TSP", ": ATSPX"), "x.tsp:2: TYPE is 'ATSPX'"),
        Arguments.of(GOOD.replace("1 0 0", "1 0 O"), "x.tsp:6: 'O' is not a number"),
        Arguments.of(GOOD.replace("1 0 0", "1 0 NaN"), "x.tsp:6: coordinate 'NaN'"),
        Arguments.of(GOOD.replace("1 0 0", "1 0 1e300"), "x.tsp:6: coordinate '1e300'"),
        Arguments.of(GOOD.replace("1 0 0", "1 0"), "x.tsp:6: expected 'ID X Y', found '1 0'"),
        Arguments.of(GOOD.replace("1 0 0", "1.5 0 0"), "x.tsp:6: the city's id is '1.5'"),
        Arguments.of(GOOD.replace("2 3.0", "1 3.0"), "x.tsp:7: city 1 is given twice, first in"),
        Arguments.of(GOOD.replace("N : 3", "N : 4"), "x.tsp:9: DIMENSION says 4 cities, found 3"),
        Arguments.of(GOOD.replace("EOF", "4 1 1"), "x.tsp:9: DIMENSION says 3 cities, here is"),
        Arguments.of(GOOD.replace("EOF", "TOUR_SECTION"), "x.tsp:9: expected 'ID X Y' or EOF"),
        Arguments.of("hello\n", "x.tsp:1: expected 'KEY : VALUE'"),
        Arguments.of("", "x.tsp:1: no NODE_COORD_SECTION"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorNamesItsLine(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(TsplibException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void instancesAreFoundByNameByRandomSpecAndByFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("small.tsp"), GOOD);

    assertThat(Instances.find(file.toString()).size()).isEqualTo(3);
    assertThat(Instances.find("random:9:1").size()).isEqualTo(9);
    assertThat(Instances.find("random:9:1").x(4)).isEqualTo(Instances.find("random:9:1").x(4));
    assertThat(Instances.find("berlin52").size()).isEqualTo(52);
  }

  @Test
  void anInstanceThatIsNoneIsRefused(@TempDir Path folder) throws Exception {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});

    for (String spec : new String[] {"random:4:1", "random:x:1", "random:9", "random:9:1:1"}) {
      assertThatThrownBy(() -> Instances.find(spec))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("random:N:SEED");
    }
    assertThatThrownBy(() -> Instances.find(folder.resolve("no.tsp").toString()))
        .hasMessageContaining("no instance");
    assertThatThrownBy(() -> Instances.find(binary.toString())).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> Instances.find(folder.toString())).hasMessageContaining("can't be");
  }

  private static Cities parse(String text) throws TsplibException {
    return TsplibParser.parse("x.tsp", text.lines().toList(), 0);
  }
}
