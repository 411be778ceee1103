package io.leverage.demo.tsp.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  private final Figure figure =
      new Figure(
          List.of(
              new Measurement(2, 1000, List.of(60.0, 40.0), 90),
              new Measurement(2, 1000, List.of(60.0, 40.0), 95),
              new Measurement(2, 1000, List.of(60.0, 40.0), 10),
              new Measurement(2, 2000, List.of(60.0, 40.0), 96)));

  @Test
  void theFormulasAreThePapers() {
    Measurement m = new Measurement(2, 1000, List.of(60.0, 40.0), 90);
    assertThat(m.speedup()).isCloseTo(1.5, within(1e-9));
    assertThat(m.maximumSpeedup()).isCloseTo(1.6667, within(1e-3));
    assertThat(m.efficiency()).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void theTableHasMediansAndThePapersEfficiencyBesideTheLargestSize() {
    assertThat(figure.table())
        .contains("| 2 | 1,000 | 1.50 | 1.67 | 90.0 % |  |")
        .contains("| 2 | 2,000 | 1.60 | 1.67 | 96.0 % | 95.7 % |");
  }

  @Test
  void everyRepetitionIsALineOfCsv() {
    assertThat(figure.csv().lines())
        .hasSize(5)
        .contains("2,1000,90.000,60.000;40.000,1.5000,1.6667,0.9000");
  }

  @Test
  void thePlotHasADashedMaximumForEachSetup() {
    assertThat(figure.svg()).startsWith("<svg").contains("stroke-dasharray", "2 machines (1.67)");
  }
}
