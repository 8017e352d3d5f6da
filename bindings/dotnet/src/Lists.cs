// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections;
using System.Collections.Generic;

namespace Libqms
{
  /// <summary>A list field as a list of .NET: shows what is there now, and changes it.</summary>
  public abstract class FieldList<T> : IList<T>, IReadOnlyList<T>
  {
    internal FieldList(Node owner, int field)
    {
      Owner = owner;
      Field = field;
    }

    internal Node Owner { get; }

    internal int Field { get; }

    public abstract T this[int index] { get; set; }

    /// <summary>Puts a value, or a detached node of the same document, before an index.</summary>
    public abstract void Insert(int index, T item);

    public int Count => Owner.NodeItemCount(Field);

    public bool IsReadOnly => false;

    internal static int Checked(int index, int count)
    {
      return index >= 0 && index < count ? index : throw new ArgumentOutOfRangeException(nameof(index));
    }

    public void Add(T item)
    {
      Insert(Count, item);
    }

    /// <summary>Takes an item out; a node stays valid and may be put back.</summary>
    public void RemoveAt(int index)
    {
      Owner.Remove(Field, Checked(index, Count));
    }

    public bool Remove(T item)
    {
      int index = IndexOf(item);
      if (index >= 0)
        RemoveAt(index);
      return index >= 0;
    }

    public void Clear()
    {
      Owner.Unset(Field);
    }

    /// <summary>Moves an item within the list.</summary>
    public void Move(int from, int to)
    {
      Owner.Move(Field, Checked(from, Count), Checked(to, Count));
    }

    public int IndexOf(T item)
    {
      for (int i = 0; i < Count; i++)
        if (EqualityComparer<T>.Default.Equals(this[i], item))
          return i;
      return -1;
    }

    public bool Contains(T item)
    {
      return IndexOf(item) >= 0;
    }

    public void CopyTo(T[] array, int start)
    {
      foreach (T item in this)
        array[start++] = item;
    }

    public IEnumerator<T> GetEnumerator()
    {
      for (int i = 0; i < Count; i++)
        yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator()
    {
      return GetEnumerator();
    }
  }

  /// <summary>The nodes of a list field.</summary>
  public sealed class NodeList<T> : FieldList<T> where T : Node
  {
    internal NodeList(Node owner, int field) : base(owner, field)
    {
    }

    /// <summary>A node; setting puts a detached one in its place. One that the list already holds exchanges places with it, so that
    /// sorting and reversing in place work.</summary>
    public override T this[int index]
    {
      get => (T)(Owner.NodeItem(Field, Checked(index, Count)) ?? throw new ArgumentOutOfRangeException(nameof(index)));
      set
      {
        if (Owner.Equals(value.NodeParent) && value.NodeParentField!.Id == Field)
        {
          Exchange(Checked(index, Count), value.NodeIndex);
          return;
        }
        Insert(Checked(index, Count), value);
        RemoveAt(index + 1);
      }
    }

    private void Exchange(int a, int b)
    {
      int low = Math.Min(a, b), high = Math.Max(a, b);
      if (low == high)
        return;
      Move(low, high);
      Move(high - 1, low);
    }

    public override void Insert(int index, T item)
    {
      Owner.Attach(Field, (UIntPtr)Checked(index, Count + 1), item);
    }

    /// <summary>New empty node at the end.</summary>
    public T Append()
    {
      return (T)Owner.Add(Field, Lib.None);
    }

    /// <summary>New empty node before an index.</summary>
    public T InsertNew(int index)
    {
      return (T)Owner.Add(Field, (UIntPtr)Checked(index, Count + 1));
    }
  }

  /// <summary>The values of a list field.</summary>
  internal sealed class ValueList<T> : FieldList<T>
  {
    private readonly Func<string, T> parser;
    private readonly Func<T, string> writer;

    internal ValueList(Node owner, int field, Func<string, T> parser, Func<T, string> writer) : base(owner, field)
    {
      this.parser = parser;
      this.writer = writer;
    }

    public override T this[int index]
    {
      get => parser(Owner.ItemText(Field, Checked(index, Count))!);
      set
      {
        Insert(Checked(index, Count), value);
        RemoveAt(index + 1);
      }
    }

    public override void Insert(int index, T item)
    {
      Owner.InsertText(Field, Checked(index, Count + 1), writer(item));
    }
  }
}
