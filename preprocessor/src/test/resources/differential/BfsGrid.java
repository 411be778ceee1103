import java.util.*;
public class BfsGrid {
    static final String[] MAZE = { "S.#.....", "..#.###.", "....#...", ".####.#.", "......#E" };
    record Pos(int r, int c) { Pos plus(int dr, int dc) { return new Pos(r + dr, c + dc); } boolean in(int h, int w) { return r >= 0 && c >= 0 && r < h && c < w; } }
    public static void main(String[] args) {
        Queue<Pos> q = new LinkedList<>(); Map<Pos, Pos> from = new HashMap<>(); Pos start = null, end = null;
        outer:
        for (int r = 0; r < MAZE.length; r++) for (int c = 0; c < MAZE[r].length(); c++) { if (MAZE[r].charAt(c) == 'S') start = new Pos(r, c); if (MAZE[r].charAt(c) == 'E') { end = new Pos(r, c); break outer; } }
        q.add(start); from.put(start, start);
        int[][] d = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};
        search:
        while (!q.isEmpty()) {
            Pos p = q.remove();
            for (int[] m : d) {
                Pos n = p.plus(m[0], m[1]);
                if (!n.in(MAZE.length, MAZE[0].length()) || MAZE[n.r()].charAt(n.c()) == '#' || from.containsKey(n)) continue;
                from.put(n, p); q.add(n);
                if (n.equals(end)) break search;
            }
        }
        List<Pos> path = new ArrayList<>(); for (Pos p = end; ; p = from.get(p)) { path.add(p); if (p.equals(start)) break; }
        Collections.reverse(path); System.out.println(path.size() + " " + path);
    }
}
