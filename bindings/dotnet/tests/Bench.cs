// SPDX-License-Identifier: Apache-2.0
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Libqms.Model;

namespace Libqms.Tests
{
  /// <summary>What the binding costs: nanoseconds per read of a field, MB/s of reading and validating.</summary>
  internal static class Bench
  {
    private const int Reads = 200000;

    /// <summary>Best of five, in seconds.</summary>
    private static double Best(Action work)
    {
      return Enumerable.Range(0, 5).Min(round =>
      {
        Stopwatch watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
      });
    }

    private static void ShowReads(string what, Func<object> read)
    {
      double time = Best(() =>
      {
        for (int i = 0; i < Reads; i++)
          read();
      });
      Console.WriteLine("{0,-32} {1,8:0} ns", what, time / Reads * 1e9);
    }

    internal static int Run(string file)
    {
      string steps = string.Concat(Enumerable.Repeat("<buoc/>", 1000));
      Procedure procedure = Document.Parse("<heThong xmlns=\"urn:libqms:1\"><quyTrinh id=\"QT\" loai=\"tthc\" lanBanHanh=\"3\""
        + " ngayBanHanh=\"2026-01-05\"><ten>Thủ tục đăng ký lại khai sinh, kết hôn, khai tử cho người dân</ten>" + steps
        + "</quyTrinh></heThong>").RootAs<QualitySystem>().Procedures[0];
      NodeList<Step> list = procedure.Steps;
      ShowReads("text of 83 bytes (Title)", () => procedure.Title);
      ShowReads("whole number (Edition)", () => procedure.Edition);
      ShowReads("enumeration (Kind)", () => procedure.Kind);
      ShowReads("date (IssueDate)", () => procedure.IssueDate);
      ShowReads("absent value (Purpose)", () => procedure.Purpose);
      ShowReads("item of a list (Steps[7])", () => list[7]);
      byte[] data = File.ReadAllBytes(file);
      Document system = Document.Parse(data);
      Console.WriteLine("{0,-32} {1,8:0} MB/s", "read", data.Length / Best(() => Document.Parse(data).Dispose()) / 1e6);
      Console.WriteLine("{0,-32} {1,8:0} MB/s", "validate", data.Length / Best(() => system.Validate().Dispose()) / 1e6);
      return 0;
    }
  }
}
