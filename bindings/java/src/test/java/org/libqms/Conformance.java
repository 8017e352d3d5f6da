// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Runs the conformance suite: Conformance PROJECT-DIRECTORY. docs/conformance.md describes the suite. */
final class Conformance {
  private final Path root;
  private final PrintStream out;
  private final Map<String, Operations.Operation> operations;
  private int passed;
  private int failed;

  private Conformance(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
    operations = Operations.all(root);
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    Conformance suite = new Conformance(Paths.get(args.length > 0 ? args[0] : ".").toAbsolutePath(), out);
    suite.run();
    if (suite.failed > 0) {
      out.println("Java: " + suite.failed + " cases failed");
    }
    out.println("Java: " + suite.passed + " cases passed");
    System.exit(suite.failed > 0 || suite.passed == 0 ? 1 : 0);
  }

  private void run() throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root.resolve("tests/conformance"), "*.json")) {
      found.forEach(files::add);
    }
    for (Path file : files) {
      Map<?, ?> suite = (Map<?, ?>) Json.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      for (Object item : (List<?>) suite.get("cases")) {
        runCase(file.getFileName().toString(), (Map<?, ?>) item);
      }
    }
  }

  private void runCase(String file, Map<?, ?> item) {
    Map<String, Object> variables = new HashMap<>();
    List<Map<?, ?>> steps = new ArrayList<>();
    if (item.containsKey("input")) {
      steps.add(inputStep((String) item.get("input")));
    }
    ((List<?>) item.get("steps")).forEach(step -> steps.add((Map<?, ?>) step));
    for (int i = 0; i < steps.size(); i++) {
      String complaint = runStep(variables, steps.get(i));
      if (complaint != null) {
        out.println("Java: " + file + ": " + item.get("name") + ": step " + (i + 1) + ": " + complaint);
        failed++;
        return;
      }
    }
    passed++;
  }

  private static Map<?, ?> inputStep(String input) {
    Map<String, Object> step = new HashMap<>();
    step.put("call", input.startsWith("<") || input.startsWith("{") ? "parse" : "load");
    step.put("args", Collections.singletonList(input));
    step.put("as", "doc");
    return step;
  }

  /** What is wrong with a step; null if nothing is. */
  private String runStep(Map<String, Object> variables, Map<?, ?> step) {
    Operations.Operation operation = operations.get(step.get("call"));
    if (operation == null) {
      return "no operation " + step.get("call");
    }
    List<Object> args = new ArrayList<>();
    Object given = step.get("args");
    ((List<?>) (given == null ? Collections.emptyList() : given)).forEach(arg -> args.add(valueOf(variables, arg)));
    Map<String, Object> error = null;
    Object result = null;
    try {
      result = operation.run(new Operations.Call(variables.get(step.get("on")), args));
    } catch (QmsException e) {
      error = describe(e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | NullPointerException
        | UnsupportedOperationException e) {
      error = new HashMap<>(Collections.singletonMap("status", "argument"));
    }
    if (step.get("as") != null && error == null) {
      variables.put((String) step.get("as"), result);
    }
    return complaint(variables, step, result, error);
  }

  private static Object valueOf(Map<String, Object> variables, Object value) {
    boolean isName = value instanceof Map && ((Map<?, ?>) value).size() == 1 && ((Map<?, ?>) value).containsKey("var");
    return isName ? variables.get(((Map<?, ?>) value).get("var")) : value;
  }

  private static Map<String, Object> describe(QmsException e) {
    Map<String, Object> error = new HashMap<>();
    error.put("status", e.status().word());
    error.put("id", e.id());
    error.put("file", e.file());
    error.put("path", e.path());
    error.put("line", (long) e.line());
    error.put("column", (long) e.column());
    for (Problem problem : e.problems().subList(0, Math.min(1, e.problems().size()))) {
      error.put("message", problem.message());
      error.put("message_en", problem.messageEn());
      error.put("remedy", problem.remedy());
      error.put("remedy_en", problem.remedyEn());
    }
    return error;
  }

  private static String complaint(Map<String, Object> variables, Map<?, ?> step, Object result, Map<String, Object> error) {
    Map<?, ?> fails = (Map<?, ?>) step.get("fails");
    if (fails == null && error != null || fails != null && (error == null || !error.entrySet().containsAll(fails.entrySet()))) {
      return step.get("call") + ": expected " + fails + ", found " + (error == null ? result : error);
    }
    Object expected = valueOf(variables, step.get("gives"));
    if (fails == null && step.containsKey("gives") && !Objects.equals(result, expected)) {
      return step.get("call") + ": expected " + expected + ", found " + result;
    }
    return null;
  }
}
