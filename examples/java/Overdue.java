// SPDX-License-Identifier: Apache-2.0
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.libqms.Case;
import org.libqms.Document;
import org.libqms.Report;
import org.libqms.Severity;
import org.libqms.ValidateOptions;
import org.libqms.model.CaseFile;
import org.libqms.model.Timeliness;

/** Load a system, validate it, and list the overdue steps of cases: Overdue SYSTEM NOW CASE… */
final class Overdue {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static void validate(PrintStream out, String system, OffsetDateTime now) {
    try (Document document = Document.load(system);
        Report report = document.validate(new ValidateOptions().asOf(now.toLocalDate()))) {
      out.printf("%d errors, %d warnings, %d notes%n", report.count(Severity.ERROR), report.count(Severity.WARNING),
          report.count(Severity.INFO));
    }
  }

  private static void listOverdue(PrintStream out, String file, OffsetDateTime now) {
    try (Document document = Document.load(file); Case dossier = Case.open(document)) {
      String code = document.root(CaseFile.class).getCode();
      dossier.openSteps().stream().filter(step -> dossier.timeliness(step, now) == Timeliness.OVERDUE)
          .forEach(step -> out.printf("%s: %s %s, %s: due %s%n", code, step.id(), step.name(), step.roleName(),
              MINUTE.format(dossier.due(step))));
    }
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    OffsetDateTime now = OffsetDateTime.parse(args[1]);
    validate(out, args[0], now);
    Arrays.stream(args).skip(2).forEach(file -> listOverdue(out, file, now));
  }
}
