public class Spirals {
  int dx = 1, dy; int x, y;
  boolean step(int[][] g, int v) { g[y][x] = v; int nx = x + dx, ny = y + dy; if (nx < 0 || ny < 0 || nx >= g.length || ny >= g.length || g[ny][nx] != 0) { int t = dx; dx = -dy; dy = t; nx = x + dx; ny = y + dy; } if (nx < 0 || nx >= g.length || ny >= g.length || g[ny][nx] != 0) return false; x = nx; y = ny; return true; }
  public static void main(String[] args) { int[][] g = new int[4][4]; Spirals s = new Spirals(); int v = 1; while (s.step(g, v++)) { if (v % 6 == 0) T.i("v", v); } for (int[] r : g) System.out.println(java.util.Arrays.toString(r)); }
}
