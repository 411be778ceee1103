import io.leverage.Checkpointable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/** The JDK keeps an object of the program, of the class that it had before the program moved. */
public final class OwnTimeZone {
  static final class Fixed extends TimeZone {
    private static final long serialVersionUID = 1L;
    private final int offset;
    private final String zone;

    Fixed(int hours) {
      offset = hours * 3_600_000;
      zone = "GMT" + hours;
    }

    @Override
    public int getOffset(int era, int year, int month, int day, int weekDay, int millis) {
      return offset;
    }

    @Override
    public void setRawOffset(int millis) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getRawOffset() {
      return offset;
    }

    @Override
    public boolean useDaylightTime() {
      return false;
    }

    @Override
    public boolean inDaylightTime(Date date) {
      return false;
    }

    @Override
    public String getID() {
      return zone;
    }
  }

  static final Fixed HERE = new Fixed(-3);

  @Checkpointable
  public static void main(String[] args) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(HERE);
    try {
      List<TimeZone> zones = new ArrayList<>(List.of(HERE));
      for (int i = 0; i < 3; i++) {
        zones.add(TimeZone.getDefault());
        System.out.println(zones.get(i).getID() + " " + zones.get(i).getOffset(i));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
