public class InstanceMethods {
  int total; final String name;
  InstanceMethods(String name) { this.name = name; }
  int add(int x) { total += T.i(name + x, x); return total; }
  InstanceMethods chain(int x) { add(x); return this; }
  public static void main(String[] args) {
    InstanceMethods m = new InstanceMethods("m"), n = new InstanceMethods("n");
    for (int i = 0; i < 3; i++) { m.add(i); n.chain(m.total).chain(i).add(1); }
    System.out.println(m.total + " " + n.total + " " + m.name);
  }
}
