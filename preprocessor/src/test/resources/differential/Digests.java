import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Objects whose state is outside the heap, or a provider's. */
public class Digests {
  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
    }
    return text.toString();
  }

  public static void main(String[] args) throws Exception {
    SecretKeySpec key = new SecretKeySpec("key".getBytes(), "HmacSHA256");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String each : new String[] {"a", "b", "c"}) {
      mac.update(each.getBytes());
      digest.update(each.getBytes());
    }
    System.out.println(hex(mac.doFinal()) + " " + hex(digest.digest()) + " " + key.getAlgorithm());
    ByteBuffer direct = ByteBuffer.allocateDirect(32);
    ByteBuffer window = direct.duplicate();
    LongBuffer longs = direct.asLongBuffer();
    for (int i = 0; i < 4; i++) {
      longs.put(i * 1234567L);
      System.out.print(window.getLong() + " " + direct.position() + " ");
    }
    System.out.println(window.remaining() + " " + direct.isDirect());
  }
}
