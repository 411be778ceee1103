import io.leverage.Checkpointable;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
/** Calendars in which fields were set since their time was computed. */
public final class Calendars {
  static void set(Calendar c, int f, int v) { for (int i = 0; i < 2; i++) { if (i == 1) c.set(f, v); } }
  @Checkpointable
  public static void main(String[] a) {
    TimeZone tz = TimeZone.getTimeZone("GMT-3");
    Calendar c = new GregorianCalendar(tz, Locale.GERMANY);
    c.clear();
    set(c, Calendar.YEAR, 2003); set(c, Calendar.MONTH, 1); set(c, Calendar.DAY_OF_MONTH, 10);
    set(c, Calendar.DAY_OF_WEEK, Calendar.SATURDAY);
    set(c, Calendar.DAY_OF_MONTH, 12);
    System.out.println(c.isSet(Calendar.HOUR) + " " + c.getTime().getTime());
    c.setLenient(false);
    set(c, Calendar.HOUR_OF_DAY, 30);
    try { System.out.println(c.getTime().getTime()); } catch (IllegalArgumentException e) { System.out.println(e); }
    Calendar d = Calendar.getInstance(TimeZone.getTimeZone("Europe/Berlin"), new Locale("th", "TH", ""));
    set(d, Calendar.YEAR, 2500); System.out.println(d.getTimeInMillis() / 100000000);
    Calendar j = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"), Locale.forLanguageTag("ja-JP-u-ca-japanese"));
    j.clear(); set(j, Calendar.ERA, 3); set(j, Calendar.YEAR, 5); set(j, Calendar.MONTH, 5); set(j, Calendar.DATE, 5);
    System.out.println(j.getTimeInMillis() + " " + j.getClass());
  }
}
