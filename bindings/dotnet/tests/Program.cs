// SPDX-License-Identifier: Apache-2.0
using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace Libqms.Tests
{
  /// <summary>The programs of the tests: binding PROJECT, conformance PROJECT, lifetime, bench FILE, report FILE DAY.</summary>
  internal static class Program
  {
    private static int Main(string[] args)
    {
      Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
      if (args[0] == "conformance")
        return Conformance.Run(args[1]);
      if (args[0] == "binding")
        return Binding.Run(args[1]);
      if (args[0] == "bench")
        return Bench.Run(args[1]);
      if (args[0] == "lifetime")
        return Lifetime.Run();
      var day = DateTime.Parse(args[2], CultureInfo.InvariantCulture);
      using (Report report = Report.OfFile(args[1], new ValidateOptions { AsOf = day }))
        Console.Write(report.Write("json"));
      return 0;
    }
  }
}
