// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Libqms.Model;

namespace Libqms
{
  /// <summary>One element of the model. Classes of Libqms.Model have properties for its fields; the members here, whose names begin with
  /// "Node", work on any node by the API names of its fields. A node keeps its document; equal means the same element.</summary>
  public class Node : IEquatable<Node>
  {
    /// <summary>What a node is made from; only the library makes such.</summary>
    public sealed class Origin
    {
      internal Origin(Document document, IntPtr pointer, ModelType type)
      {
        Document = document;
        Pointer = pointer;
        Type = type;
      }

      internal Document Document { get; }

      internal IntPtr Pointer { get; }

      internal ModelType Type { get; }
    }

    private readonly Document document;
    private readonly IntPtr pointer;

    /// <summary>For the generated classes.</summary>
    protected internal Node(Origin origin)
    {
      document = origin.Document;
      pointer = origin.Pointer;
      NodeType = origin.Type;
    }

    internal static Node Wrap(Document document, IntPtr pointer, ModelType type)
    {
      var origin = new Origin(document, pointer, type);
      return Classes.Wrap(type.Id, origin) ?? new Node(origin);
    }

    /// <summary>The address in C, while the document is locked and open.</summary>
    internal IntPtr Pointer => document.Pointer == IntPtr.Zero ? IntPtr.Zero : pointer;

    private IntPtr Changeable
    {
      get
      {
        document.CheckChangeable();
        return pointer;
      }
    }

    /// <summary>Runs a call of C under the document's lock.</summary>
    private T Ask<T>(Func<IntPtr, T> call)
    {
      lock (document)
        return call(Pointer);
    }

    private delegate int Call(IntPtr node, ref IntPtr error);

    /// <summary>Runs a call of C that changes the document.</summary>
    private void Change(Call call)
    {
      lock (document)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(call(Changeable, ref error), error);
      }
    }

    // ---- where it is

    public ModelType NodeType { get; }

    public Document NodeDocument => document;

    /// <summary>Parent; null for a root or a detached node.</summary>
    public Node? NodeParent => Ask(node => document.NodeAt(Lib.qms_node_parent(node)));

    /// <summary>Field of the parent that holds the node; null for a root or a detached node.</summary>
    public Field? NodeParentField =>
      Tables.Fields.TryGetValue(Ask(node => Lib.qms_field_id(Lib.qms_node_parent_field(node))), out var field) ? field : null;

    /// <summary>Position in the parent's list; 0 otherwise.</summary>
    public int NodeIndex => Ask(node => (int)Lib.qms_node_index(node));

    /// <summary>Line of the start tag, counted from 1; 0 if the node was not read from a file.</summary>
    public int NodeLine => Ask(Lib.qms_node_line);

    /// <summary>Column of the start tag, counted from 1; 0 if the node was not read from a file.</summary>
    public int NodeColumn => Ask(Lib.qms_node_column);

    /// <summary>Identifier; null if it has none.</summary>
    public string? NodeId => Ask(node => Text.At(Lib.qms_node_id(node)));

    /// <summary>Model path from the root, such as "/heThong/quyTrinh[QT-1]/buoc[2]".</summary>
    public string NodePath => Ask(node => Text.Take(Lib.qms_node_path(node)))!;

    /// <summary>Node at a path, from the root ("/heThong/quyTrinh[QT-1]") or from here ("buoc[2]"); null if there is none.</summary>
    public Node? NodeAt(string path)
    {
      return Ask(node => document.NodeAt(Lib.qms_node_at(node, Text.Bytes(path), IntPtr.Zero)));
    }

    // ---- what it holds, by name

    /// <summary>Value of a field: null if absent; string, bool, long, decimal, DateTime (a day), DateTimeOffset, Duration, a Node, or a list
    /// that shows and changes the field. An enumeration is the API name of its value; setting takes the text of files too.</summary>
    public object? this[string name]
    {
      get => Get(NodeType.Field(name));
      set => Set(NodeType.Field(name), value);
    }

    private object? Get(Field field)
    {
      if (field.Kind == Kind.Node)
        return field.IsList ? new NodeList<Node>(this, field.Id) : (object?)GetNode(field.Id);
      if (field.IsList)
        return new ValueList<object>(this, field.Id, Parser(field), Text.Of);
      string? text = field.IsText ? GetString(field.Id) : NodeText(field.Name);
      return text == null ? null : Parser(field)(text);
    }

    /// <summary>What makes a value of the text that files have.</summary>
    private static Func<string, object> Parser(Field field)
    {
      switch (field.Kind)
      {
        case Kind.Bool:
          return text => text == "true";
        case Kind.Int:
        case Kind.Money:
          return text => long.Parse(text, CultureInfo.InvariantCulture);
        case Kind.Decimal:
          return text => decimal.Parse(text, CultureInfo.InvariantCulture);
        case Kind.Date:
          return text => ParseDay(text);
        case Kind.DateTime:
          return text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        case Kind.Duration:
          return Duration.Parse;
        case Kind.Enum:
          return text => field.Enumeration!.Value(text)!.Name;
        default:
          return text => text;
      }
    }

    private static DateTime ParseDay(string text)
    {
      return DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private void Set(Field field, object? value)
    {
      if (value is Node node)
        Attach(field.Id, UIntPtr.Zero, node);
      else if (field.Kind == Kind.Enum && value is string word)
        SetText(field.Id, field.Enumeration!.Value(word)?.Xml ?? word);
      else if (value is bool truth)
        SetLong(field.Id, truth ? 1 : 0);
      else if (field.IsText)
        SetString(field.Id, (string?)value);
      else
        SetValue(field.Id, value);
    }

    /// <summary>A scalar as the text that files have; null if absent.</summary>
    public string? NodeText(string name, int index = 0)
    {
      return ItemText(NodeType.Field(name).Id, index);
    }

    /// <summary>Sets a scalar from the text that files have.</summary>
    public void NodeSetText(string name, string? text)
    {
      SetText(NodeType.Field(name).Id, text);
    }

    /// <summary>Whether a field has a value (a list: an item).</summary>
    public bool NodeHas(string name)
    {
      int field = NodeType.Field(name).Id;
      return Ask(node => Lib.qms_node_has(node, field) != 0);
    }

    /// <summary>Number of items of a list; of another field 1 if present, else 0.</summary>
    public int NodeCount(string name)
    {
      return NodeItemCount(NodeType.Field(name).Id);
    }

    /// <summary>Names of the fields that have a value, in canonical order.</summary>
    public IReadOnlyList<string> NodeFields => NodeType.Fields.Select(field => field.Name).Where(NodeHas).ToList();

    /// <summary>Removes the value of a field; nodes that it held are detached.</summary>
    public void NodeUnset(string name)
    {
      Unset(NodeType.Field(name).Id);
    }

    /// <summary>New empty child: the value of a node field, or a new last item of a list.</summary>
    public Node NodeAdd(string name)
    {
      Field field = NodeType.Field(name);
      return Add(field.Id, field.IsList ? Lib.None : UIntPtr.Zero);
    }

    /// <summary>Node that a reference points to; null if there is none.</summary>
    public Node? NodeResolve(string name)
    {
      return Resolve(NodeType.Field(name).Id);
    }

    /// <summary>Takes the node out of its parent; it may be put back elsewhere in its document.</summary>
    public void NodeDetach()
    {
      Change(Lib.qms_node_detach);
    }

    /// <summary>Deep copy as a detached node of a document (null: its own).</summary>
    public Node NodeCopy(Document? into = null)
    {
      Document target = into ?? document;
      return Document.Locked(document, target, () =>
      {
        target.CheckChangeable();
        return target.NodeAt(Lib.qms_node_copy(Pointer, target.Pointer), NodeType)!;
      });
    }

    /// <summary>Whether both hold the same values in the same order, foreign content and comments included.</summary>
    public bool NodeSame(Node other)
    {
      return Document.Locked(document, other.document, () => Lib.qms_node_equal(Pointer, other.Pointer) != 0);
    }

    /// <summary>Foreign content: text of a child element in a namespace that is not libqms' own; null if absent.</summary>
    public string? NodeExtension(string space, string name)
    {
      return Ask(node => Text.At(Lib.qms_node_extension(node, Text.Bytes(space), Text.Bytes(name))));
    }

    /// <summary>Sets that text; null removes the element.</summary>
    public void NodeSetExtension(string space, string name, string? text)
    {
      Change((IntPtr node, ref IntPtr error) =>
        Lib.qms_node_set_extension(node, Text.Bytes(space), Text.Bytes(name), Text.Bytes(text), ref error));
    }

    /// <summary>The node and all below it as JSON.</summary>
    public string NodeJson()
    {
      lock (document)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_node_write_json(Pointer, out IntPtr text, out _, ref error), error);
        return Text.Take(text)!;
      }
    }

    /// <summary>The node and all below it as data, like Document.ToData.</summary>
    public IDictionary<string, object?> NodeToData()
    {
      return (IDictionary<string, object?>)Json.Parse(NodeJson())!;
    }

    // ---- by number, for the generated classes and lists

    protected internal string? GetString(int field)
    {
      lock (document)
        return Text.At(Lib.qms_node_get_string(Pointer, field));
    }

    protected internal long? GetLong(int field)
    {
      lock (document)
      {
        long value = Lib.qms_node_get_int(Pointer, field);
        return value != 0 || Lib.qms_node_has(pointer, field) != 0 ? value : (long?)null;
      }
    }

    protected internal bool? GetBool(int field)
    {
      return GetLong(field) is long value ? value != 0 : (bool?)null;
    }

    protected internal decimal? GetDecimal(int field)
    {
      return ItemText(field, 0) is string text ? decimal.Parse(text, CultureInfo.InvariantCulture) : (decimal?)null;
    }

    protected internal DateTime? GetDay(int field)
    {
      return ItemText(field, 0) is string text ? ParseDay(text) : (DateTime?)null;
    }

    protected internal DateTimeOffset? GetTime(int field)
    {
      return ItemText(field, 0) is string text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : (DateTimeOffset?)null;
    }

    protected internal Duration? GetDuration(int field)
    {
      return ItemText(field, 0) is string text ? Duration.Parse(text) : null;
    }

    protected internal Node? GetNode(int field)
    {
      lock (document)
        return document.NodeAt(Lib.qms_node_get_node(Pointer, field), Tables.Fields[field].Target);
    }

    protected internal Node? Resolve(int field)
    {
      lock (document)
        return document.NodeAt(Lib.qms_node_resolve(Pointer, field), Tables.Fields[field].Target);
    }

    protected internal IList<T> GetValues<T>(int field)
    {
      Func<string, object> parse = Parser(Tables.Fields[field]);
      return new ValueList<T>(this, field, text => (T)parse(text), value => Text.Of(value!));
    }

    /// <summary>A list of an enumeration as an enum of Libqms.Model.</summary>
    protected internal IList<T> GetEnums<T>(int field)
    {
      Enumeration values = Tables.Fields[field].Enumeration!;
      return new ValueList<T>(this, field, text => (T)Enum.ToObject(typeof(T), values.Value(text)!.Number),
        value => values.Value(Convert.ToInt32(value))!.Xml);
    }

    protected internal void SetString(int field, string? value)
    {
      byte[]? bytes = Text.Bytes(value);
      if (bytes == null)
        Unset(field);
      else
        Change((IntPtr node, ref IntPtr error) => Lib.qms_node_set_string(node, field, bytes, ref error));
    }

    protected internal void SetLong(int field, long? value)
    {
      if (value == null)
        Unset(field);
      else
        Change((IntPtr node, ref IntPtr error) => Lib.qms_node_set_int(node, field, value.Value, ref error));
    }

    protected internal void SetBool(int field, bool? value)
    {
      SetLong(field, value is bool truth ? (truth ? 1 : 0) : (long?)null);
    }

    private void SetText(int field, string? text)
    {
      byte[]? bytes = Text.Bytes(text);
      if (bytes == null)
        Unset(field);
      else
        Change((IntPtr node, ref IntPtr error) => Lib.qms_node_set_text(node, field, bytes, ref error));
    }

    /// <summary>Sets a scalar from a value's text in files; null removes it.</summary>
    protected internal void SetValue(int field, object? value)
    {
      SetText(field, value == null ? null : Text.Of(value));
    }

    protected internal void SetNode(int field, Node? value)
    {
      if (value == null)
        Unset(field);
      else
        Attach(field, UIntPtr.Zero, value);
    }

    protected internal void Unset(int field)
    {
      Change((IntPtr node, ref IntPtr error) => Lib.qms_node_unset(node, field));
    }

    protected internal Node Add(int field)
    {
      return Add(field, UIntPtr.Zero);
    }

    internal Node Add(int field, UIntPtr index)
    {
      lock (document)
      {
        IntPtr error = IntPtr.Zero;
        IntPtr child = Lib.qms_node_add(Changeable, field, index, ref error);
        QmsException.Check(child == IntPtr.Zero ? Lib.qms_error_status(error) : 0, error);
        return document.NodeAt(child, Tables.Fields[field].Target)!;
      }
    }

    internal int NodeItemCount(int field)
    {
      return Ask(node => (int)Lib.qms_node_count(node, field));
    }

    internal Node? NodeItem(int field, int index)
    {
      return Ask(node => document.NodeAt(Lib.qms_node_get_node_at(node, field, (UIntPtr)index), Tables.Fields[field].Target));
    }

    internal string? ItemText(int field, int index)
    {
      return Ask(node => Text.Take(Lib.qms_node_get_text(node, field, (UIntPtr)index)));
    }

    internal void InsertText(int field, int index, string text)
    {
      byte[]? bytes = Text.Bytes(text);
      Change((IntPtr node, ref IntPtr error) => Lib.qms_node_insert_text(node, field, (UIntPtr)index, bytes, ref error));
    }

    internal void Attach(int field, UIntPtr index, Node child)
    {
      if (child.document != document)
        throw new ArgumentException("the node is of another document; copy it");
      Change((IntPtr node, ref IntPtr error) => Lib.qms_node_attach(node, field, index, child.pointer, ref error));
    }

    internal void Remove(int field, int index)
    {
      Change((IntPtr node, ref IntPtr error) => Lib.qms_node_remove(node, field, (UIntPtr)index, ref error));
    }

    internal void Move(int field, int from, int to)
    {
      Change((IntPtr node, ref IntPtr error) => Lib.qms_node_move(node, field, (UIntPtr)from, (UIntPtr)to, ref error));
    }

    // ---- as an object

    /// <summary>Whether both are the same element of the same document; NodeSame compares what they hold.</summary>
    public bool Equals(Node? other)
    {
      return !ReferenceEquals(other, null) && other.pointer == pointer && other.document == document;
    }

    public override bool Equals(object? other)
    {
      return Equals(other as Node);
    }

    public override int GetHashCode()
    {
      return pointer.GetHashCode();
    }

    public override string ToString()
    {
      return NodeType.Name + " " + NodePath;
    }
  }
}
