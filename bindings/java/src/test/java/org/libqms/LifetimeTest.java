// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;

/** Children outlive the variables of their documents, and what nothing reaches is freed: 100,000 documents, three times. */
final class LifetimeTest {
  private static final int COUNT = 100_000;
  private static final String NAME = "𡨸 Văn phòng";
  private static final String TEXT = "<heThong xmlns=\"urn:libqms:1\"><coQuan><ten>a</ten><donVi id=\"A\"><ten>" + NAME
      + "</ten></donVi></coQuan></heThong>";

  private LifetimeTest() {}

  public static void main(String[] args) throws Exception {
    long[] resident = new long[3];
    for (int round = 0; round < resident.length; round++) {
      Check.equal((long) COUNT, Operations.keepChildren(TEXT, COUNT, NAME));
      failOften();
      waitUntilFreed();
      resident[round] = residentMegabytes();
    }
    System.out.printf("%d children kept; %d, %d, %d MB afterwards%n", COUNT, resident[0], resident[1], resident[2]);
    Check.equal(true, resident[2] < resident[1] + 50);
  }

  /** Errors are freed as well. */
  private static void failOften() {
    for (int i = 0; i < COUNT / 10; i++) {
      Check.fails(QmsException.class, () -> Document.parse("<heThong xmlns=\"urn:libqms:1\"><khongCo/></heThong>"));
    }
  }

  private static void waitUntilFreed() throws InterruptedException {
    for (int i = 0; i < 600 && Handle.count() > 0; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Check.equal(0, Handle.count());
  }

  private static long residentMegabytes() throws Exception {
    String status = new String(Files.readAllBytes(Paths.get("/proc/self/statm")), StandardCharsets.US_ASCII);
    return Long.parseLong(status.split(" ")[1]) * 4096 / 1_000_000;
  }
}
