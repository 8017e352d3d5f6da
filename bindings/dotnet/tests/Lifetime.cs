// SPDX-License-Identifier: Apache-2.0
using System;
using System.Threading;

namespace Libqms.Tests
{
  /// <summary>Children outlive the variables of their documents, and what nothing reaches is freed: 100,000 documents.</summary>
  internal static class Lifetime
  {
    private const int Count = 100000;
    private const string Name = "𡨸 Văn phòng";
    private const string Text = "<heThong xmlns=\"urn:libqms:1\"><coQuan><ten>a</ten><donVi id=\"A\"><ten>" + Name
      + "</ten></donVi></coQuan></heThong>";

    internal static int Run()
    {
      // The collector looks for references in the stack, where some old ones lie: a thread of its own has none to begin with.
      long kept = 0;
      var thread = new Thread(() => kept = Operations.KeepChildren(Text, Count, Name));
      thread.Start();
      thread.Join();
      for (int i = 0; i < 100 && Handle.Count > Count / 100; i++)
      {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Thread.Sleep(100);
      }
      Console.WriteLine(kept + " children kept, " + Handle.Count + " documents left afterwards");
      return kept == Count && Handle.Count <= Count / 100 ? 0 : 1;
    }
  }
}
