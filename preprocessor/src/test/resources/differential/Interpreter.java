public class Interpreter {
  static final int PUSH = 0, ADD = 1, JNZ = 2, DUP = 3, OUT = 4, DEC = 5, HALT = 6;
  static int run(int[] code) { int[] stack = new int[16]; int sp = 0, pc = 0, steps = 0; loop: while (true) { steps++; switch (code[pc++]) { case PUSH: stack[sp++] = code[pc++]; break; case ADD: stack[sp - 2] += stack[--sp]; continue loop; case JNZ: if (stack[--sp] != 0) pc = code[pc]; else pc++; break; case DUP: stack[sp] = stack[sp - 1]; sp++; break; case OUT: T.i("out", stack[sp - 1]); break; case DEC: stack[sp - 1]--; break; case HALT: break loop; default: throw new IllegalStateException("op " + code[pc - 1]); } } return steps; }
  public static void main(String[] args) { System.out.println(run(new int[] {PUSH, 4, OUT, DEC, DUP, JNZ, 2, HALT})); try { run(new int[] {PUSH, 1, 77}); } catch (IllegalStateException e) { System.out.println(e.getMessage()); } }
}
