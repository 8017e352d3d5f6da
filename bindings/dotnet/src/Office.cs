// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Libqms
{
  /// <summary>Files for offices: tables as CSV, web sites, Word documents in and out.</summary>
  public static class Office
  {
    /// <summary>A table of a system as CSV: "tthc", "risks" or "records" (docs/csv.md).</summary>
    public static string Csv(Document system, string table)
    {
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_csv_export(Lib.qms_document_root(system.Pointer), Text.Bytes(table), out IntPtr csv, out _, ref error),
          error);
        return Text.Take(csv)!;
      }
    }

    /// <summary>Reads CSV into a table: how many rows were new, and how many changed something.</summary>
    public static void ImportCsv(Document system, string table, string csv, out long added, out long changed)
    {
      byte[] bytes = Text.Encode(csv);
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        system.CheckChangeable();
        QmsException.Check(Lib.qms_csv_import(system.Pointer, Text.Bytes(table), bytes, (UIntPtr)bytes.Length, null,
          out UIntPtr rowsAdded, out UIntPtr rowsChanged, ref error), error);
        added = (long)rowsAdded;
        changed = (long)rowsChanged;
      }
    }

    /// <summary>A web site for posting, or with what is for the agency alone: contents by names of files.</summary>
    public static IReadOnlyDictionary<string, string> Site(Document system, bool isInternal = false, Report? findings = null)
    {
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_site_new(Lib.qms_document_root(system.Pointer), isInternal ? 1 : 0,
          findings == null ? IntPtr.Zero : findings.Pointer, out IntPtr site, ref error), error);
        var files = Enumerable.Range(0, (int)Lib.qms_site_count(site)).ToDictionary(
          i => Text.Sure(Lib.qms_site_name(site, (UIntPtr)i)), i => Text.Sure(Lib.qms_site_file(site, (UIntPtr)i, out _)));
        Lib.qms_site_free(site);
        return files;
      }
    }

    /// <summary>Names of the Word templates that ship with the library.</summary>
    public static IReadOnlyList<string> Templates =>
      Enumerable.Range(0, (int)Lib.qms_template_count()).Select(i => Text.Sure(Lib.qms_template_name((UIntPtr)i))).ToList();

    /// <summary>The .docx of a shipped template, to edit it in Word.</summary>
    public static byte[] Template(string name)
    {
      IntPtr data = Lib.qms_template_data(Text.Bytes(name), out UIntPtr size);
      if (data == IntPtr.Zero)
        throw new QmsException(Status.NotFound, "there is no template " + name);
      return Bytes(data, size);
    }

    private static byte[] Bytes(IntPtr data, UIntPtr size)
    {
      var bytes = new byte[(int)size];
      Marshal.Copy(data, bytes, 0, bytes.Length);
      return bytes;
    }

    /// <summary>A .docx (docs/templates.md): a template, filled with a node; the day is shown as today's, null: none.</summary>
    public static byte[] Fill(Node node, byte[] docx, DateTime? day = null)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_template_read(docx, (UIntPtr)docx.Length, null, out IntPtr template, ref error), error);
      try
      {
        lock (node.NodeDocument)
        {
          QmsException.Check(Lib.qms_template_fill(template, node.Pointer, day == null ? null : Text.Bytes(Text.Of(day)),
            out IntPtr filled, out UIntPtr size, ref error), error);
          byte[] bytes = Bytes(filled, size);
          Lib.qms_free(filled);
          return bytes;
        }
      }
      finally
      {
        Lib.qms_template_free(template);
      }
    }

    /// <summary>Reads a procedure from a .docx into a system (docs/docx.md). The name stands for the file; without keepNames names of
    /// persons that sign are left out.</summary>
    public static DocxImport ImportDocx(Document system, byte[] docx, string? name = null, bool keepNames = false)
    {
      return DocxImport.Read(system, docx, name, keepNames, true);
    }

    /// <summary>The same, but what is refused gives an import without a procedure, whose notes say why.</summary>
    public static DocxImport TryImportDocx(Document system, byte[] docx, string? name = null, bool keepNames = false)
    {
      return DocxImport.Read(system, docx, name, keepNames, false);
    }
  }
}
