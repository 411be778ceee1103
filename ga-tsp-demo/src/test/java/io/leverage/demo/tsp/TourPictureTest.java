package io.leverage.demo.tsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class TourPictureTest {
  @Test
  void aPictureShowsEachCityTheLengthAndTheGap() throws Exception {
    Cities cities = Instances.find("berlin52");
    int[] order = new int[52];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }

    String svg = new TourPicture(cities).draw(new Tour(order, 2 * 7542));

    assertThat(svg)
        .startsWith("<svg ")
        .contains("length 15084, 100.00 % above")
        .endsWith("</svg>\n");
    assertThat(svg.split("<circle ")).hasSize(53);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
  }
}
