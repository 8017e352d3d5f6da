// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.io.PrintStream;
import java.time.LocalDate;

/** Prints the JSON report of a file as of a day: ReportCommand FILE DATE. */
final class ReportCommand {
  private ReportCommand() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    try (Report report = Report.ofFile(args[0], new ValidateOptions().asOf(LocalDate.parse(args[1])))) {
      out.print(report.write("json", Language.VI));
    }
    out.flush();
  }
}
