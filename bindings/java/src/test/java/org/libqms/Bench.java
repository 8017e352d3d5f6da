// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libqms.model.Procedure;
import org.libqms.model.QualitySystem;
import org.libqms.model.Step;

/** What the binding costs: nanoseconds per read of a field, MB/s of reading and validating. Bench FILE */
final class Bench {
  private static final int READS = 300_000;
  private static final String SYSTEM = "<heThong xmlns=\"urn:libqms:1\"><quyTrinh id=\"QT\" loai=\"tthc\" lanBanHanh=\"3\""
      + " ngayBanHanh=\"2026-01-05\"><ten>Thủ tục đăng ký lại khai sinh, kết hôn, khai tử cho người dân</ten>"
      + Stream.generate(() -> "<buoc/>").limit(1000).collect(Collectors.joining()) + "</quyTrinh></heThong>";

  /** Keeps results from being optimised away. */
  private static volatile Object sink;

  private Bench() {}

  private interface Work {
    Object run() throws Exception;
  }

  /** Best of ten, in nanoseconds. */
  private static double best(Work work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long start = System.nanoTime();
      sink = work.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private static void showReads(String what, Work work) throws Exception {
    double time = best(() -> {
      for (int i = 0; i < READS; i++) {
        sink = work.run();
      }
      return null;
    });
    System.out.printf("%-32s %8.0f ns%n", what, time / READS);
  }

  private static void showBytes(String what, double bytes, Work work) throws Exception {
    System.out.printf("%-32s %8.0f MB/s%n", what, bytes / best(work) * 1000);
  }

  private static Object validate(List<Document> systems) {
    systems.forEach(system -> system.validate().close());
    return null;
  }

  private static Object readAndValidateInThreads(byte[] data) {
    return IntStream.range(0, 2).parallel().mapToLong(thread -> {
      long findings = 0;
      for (int i = 0; i < 10; i++) {
        try (Document document = Document.parse(data); Report report = document.validate()) {
          findings += report.size();
        }
      }
      return findings;
    }).sum();
  }

  public static void main(String[] args) throws Exception {
    Procedure procedure = Document.parse(SYSTEM).root(QualitySystem.class).getProcedures().get(0);
    NodeList<Step> steps = procedure.getSteps();
    showReads("text of 83 bytes (getTitle)", procedure::getTitle);
    showReads("whole number (getEdition)", procedure::getEdition);
    showReads("enumeration (getKind)", procedure::getKind);
    showReads("date (getIssueDate)", procedure::getIssueDate);
    showReads("absent value (getPurpose)", procedure::getPurpose);
    showReads("item of a list (steps.get(7))", () -> steps.get(7));
    byte[] data = Files.readAllBytes(Paths.get(args[0]));
    List<Document> systems = Stream.generate(() -> Document.parse(data)).limit(10).collect(Collectors.toList());
    showBytes("read", data.length, () -> {
      Document.parse(data).close();
      return null;
    });
    showBytes("validate", 10.0 * data.length, () -> validate(systems));
    showBytes("read and validate, 2 threads", 20.0 * data.length, () -> readAndValidateInThreads(data));
  }
}
