// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Libqms
{
  /// <summary>Format of a file. The numbers are those of the ABI.</summary>
  public enum Format
  {
    /// <summary>By the first character when reading, by the ending of the file's name when saving.</summary>
    Auto,
    Xml,
    Json
  }

  /// <summary>Limits of a reader; docs/limits.md lists the defaults. The numbers are those of the ABI.</summary>
  public enum Limit
  {
    Bytes = 1,
    Depth,
    Attributes,
    Namespaces,
    Tag,
    Text,
    Nodes,
    Errors
  }

  /// <summary>How a document is read.</summary>
  public sealed class ReadOptions
  {
    /// <summary>Keep what the model does not know, and tell it (Document.Diagnostics), instead of failing.</summary>
    public bool Lenient { get; set; }

    /// <summary>Accept only this format.</summary>
    public Format Format { get; set; }

    /// <summary>What stands for the file in messages, when text is read.</summary>
    public string? Name { get; set; }

    /// <summary>Limits that are not the default; reading with a negative one is refused.</summary>
    public IDictionary<Limit, long> Limits { get; } = new Dictionary<Limit, long>();

    internal IntPtr NewReader()
    {
      IDictionary<Limit, UIntPtr> limits = Limits.ToDictionary(limit => limit.Key, limit => Lib.Size(limit.Value));
      IntPtr reader = Lib.qms_reader_new();
      Lib.qms_reader_set_lenient(reader, Lenient ? 1 : 0);
      Lib.qms_reader_set_format(reader, (int)Format);
      foreach (var limit in limits)
        Lib.qms_reader_set_limit(reader, (int)limit.Key, limit.Value);
      return reader;
    }
  }

  /// <summary>One difference of two documents.</summary>
  public sealed class Difference
  {
    /// <summary>What became of a value or node. The numbers are those of the ABI.</summary>
    public enum Change
    {
      Added = 1,
      Removed,
      Changed,
      Moved
    }

    internal Difference(IntPtr diff, UIntPtr index)
    {
      Kind = (Change)Lib.qms_diff_kind(diff, index);
      Path = Text.At(Lib.qms_diff_path(diff, index));
      Before = Text.At(Lib.qms_diff_before(diff, index));
      After = Text.At(Lib.qms_diff_after(diff, index));
    }

    public Change Kind { get; }

    /// <summary>Model path.</summary>
    public string? Path { get; }

    /// <summary>Value before, as text; null if absent or a node.</summary>
    public string? Before { get; }

    /// <summary>Value after, as text; null if absent or a node.</summary>
    public string? After { get; }
  }

  /// <summary>A system, a framework, a calendar, a case: one file. It lives as long as the document or a node of it is reachable, or until
  /// it is disposed. Calls on a document and its nodes lock the document, so threads take turns.</summary>
  public sealed class Document : Resource
  {
    private static long count;

    private readonly long number = Interlocked.Increment(ref count);
    private readonly bool constant;

    internal Document(IntPtr pointer, bool constant = false) : base(pointer, Lib.qms_document_unref)
    {
      this.constant = constant;
    }

    // ---- reading and writing

    /// <summary>Reads a file.</summary>
    public static Document Load(string path, ReadOptions? options = null)
    {
      byte[]? file = Text.Bytes(path);
      IntPtr reader = (options ?? new ReadOptions()).NewReader(), error = IntPtr.Zero;
      int status = Lib.qms_reader_load(reader, file, out IntPtr document, ref error);
      Lib.qms_reader_free(reader);
      QmsException.Check(status, error);
      return new Document(document);
    }

    /// <summary>Reads XML or JSON.</summary>
    public static Document Parse(string text, ReadOptions? options = null)
    {
      return Parse(Text.Encode(text), options);
    }

    /// <summary>Reads XML or JSON in UTF-8.</summary>
    public static Document Parse(byte[] data, ReadOptions? options = null)
    {
      options = options ?? new ReadOptions();
      byte[]? name = Text.Bytes(options.Name);
      byte[] bytes = data.Length == 0 ? new byte[1] : data;
      IntPtr reader = options.NewReader(), error = IntPtr.Zero;
      int status = Lib.qms_reader_parse(reader, bytes, (UIntPtr)data.Length, name, out IntPtr document, ref error);
      Lib.qms_reader_free(reader);
      QmsException.Check(status, error);
      return new Document(document);
    }

    /// <summary>New empty document whose root is of a type, such as "system".</summary>
    public static Document Create(string rootType)
    {
      ModelType? type = ModelType.Find(rootType);
      IntPtr pointer = type == null ? IntPtr.Zero : Lib.qms_document_new(type.Id);
      return pointer == IntPtr.Zero ? throw new ArgumentException(rootType + " is no root type") : new Document(pointer);
    }

    /// <summary>Document of data as ToData gives it.</summary>
    public static Document FromData(IDictionary<string, object?> data)
    {
      return Parse(Json.Write(data), new ReadOptions { Format = Format.Json });
    }

    /// <summary>Canonical text: one document gives one sequence of bytes.</summary>
    public string Write(Format format)
    {
      lock (this)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_document_write(Pointer, (int)format, out IntPtr text, out _, ref error), error);
        return Text.Take(text)!;
      }
    }

    /// <summary>Saves at once or not at all: a failure leaves the old file as it was.</summary>
    public void Save(string path, Format format = Format.Auto)
    {
      lock (this)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_document_save(Pointer, Text.Bytes(path), (int)format, ref error), error);
      }
    }

    /// <summary>Its JSON (docs/json.md) as dictionaries, lists, texts, numbers (long, decimal) and truth values.</summary>
    public IDictionary<string, object?> ToData()
    {
      return (IDictionary<string, object?>)Json.Parse(Write(Format.Json))!;
    }

    // ---- what is in it

    /// <summary>Type of its root and the file that it was read from, such as "system xa.xml".</summary>
    public override string ToString()
    {
      lock (this)
        return Root.NodeType.Name + (File is string file ? " " + file : "");
    }

    /// <summary>Root node.</summary>
    public Node Root
    {
      get
      {
        lock (this)
          return NodeAt(Lib.qms_document_root(Pointer))!;
      }
    }

    /// <summary>Root node as a class of Libqms.Model; InvalidCastException if it is of another type.</summary>
    public T RootAs<T>() where T : Node
    {
      return (T)Root;
    }

    /// <summary>Node with an identifier in the root's system; null if there is none.</summary>
    public Node? Find(string id)
    {
      lock (this)
        return NodeAt(Lib.qms_document_find(Pointer, Text.Bytes(id)));
    }

    /// <summary>Node with an identifier as a class of Libqms.Model; null if there is none.</summary>
    public T? Find<T>(string id) where T : Node
    {
      return (T?)Find(id);
    }

    /// <summary>Name of the file that it was read from; null if none.</summary>
    public string? File
    {
      get
      {
        lock (this)
          return Text.At(Lib.qms_document_file(Pointer));
      }
    }

    /// <summary>Format that it was read from; Auto if it was not read.</summary>
    public Format Format
    {
      get
      {
        lock (this)
          return (Format)Lib.qms_document_format(Pointer);
      }
    }

    /// <summary>What a lenient reader let pass.</summary>
    public IReadOnlyList<Problem> Diagnostics
    {
      get
      {
        lock (this)
          return Problem.Chain(Lib.qms_document_diagnostics(Pointer));
      }
    }

    /// <summary>Differences from this document to another one of the same root type.</summary>
    public IReadOnlyList<Difference> Diff(Document after)
    {
      return Locked(this, after, () =>
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_document_diff(Pointer, after.Pointer, out IntPtr diff, ref error), error);
        var differences = new List<Difference>();
        for (int i = 0; i < (int)Lib.qms_diff_count(diff); i++)
          differences.Add(new Difference(diff, (UIntPtr)i));
        Lib.qms_diff_free(diff);
        return differences;
      });
    }

    /// <summary>Runs all rules.</summary>
    public Report Validate(ValidateOptions? options = null)
    {
      options = options ?? new ValidateOptions();
      return Locked(this, options.Suppressions ?? this, () => new Report(options.Run(this), this));
    }

    // ---- for the binding itself

    internal Node? NodeAt(IntPtr pointer)
    {
      return pointer == IntPtr.Zero ? null : NodeAt(pointer, Tables.TypesByPointer[Lib.qms_node_type(pointer)]);
    }

    internal Node? NodeAt(IntPtr pointer, ModelType? type)
    {
      return pointer == IntPtr.Zero ? null : Node.Wrap(this, pointer, type!);
    }

    /// <summary>Refuses to change a document that is disposed, or the library's own.</summary>
    internal void CheckChangeable()
    {
      if (Pointer != IntPtr.Zero && constant)
        throw new NotSupportedException("the document is the library's own");
    }

    /// <summary>Runs something that touches two documents, always locked in the same order.</summary>
    internal static T Locked<T>(Document a, Document b, Func<T> work)
    {
      lock (a.number <= b.number ? a : b)
      lock (a.number <= b.number ? b : a)
        return work();
    }
  }
}
