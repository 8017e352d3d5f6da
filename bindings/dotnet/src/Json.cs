// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Libqms
{
  /// <summary>The little JSON that the binding needs: text to dictionaries, lists, string, long, decimal, bool and null, and back.</summary>
  internal sealed class Json
  {
    private readonly string text;
    private int at;

    private Json(string text)
    {
      this.text = text;
    }

    internal static object? Parse(string text)
    {
      var json = new Json(text);
      object? value = json.Value();
      json.SkipSpace();
      return json.at == text.Length ? value : throw json.Unexpected();
    }

    internal static string Write(object? value)
    {
      var written = new StringBuilder();
      Write(value, written);
      return written.ToString();
    }

    // ---- reading

    private FormatException Unexpected()
    {
      return new FormatException("unexpected JSON at character " + at);
    }

    private void SkipSpace()
    {
      while (at < text.Length && " \t\r\n".IndexOf(text[at]) >= 0)
        at++;
    }

    private char Peek()
    {
      SkipSpace();
      return at < text.Length ? text[at] : throw Unexpected();
    }

    private bool Accept(char wanted)
    {
      if (Peek() != wanted)
        return false;
      at++;
      return true;
    }

    private void Expect(char wanted)
    {
      if (!Accept(wanted))
        throw Unexpected();
    }

    private object? Value()
    {
      switch (Peek())
      {
        case '{':
          return Object();
        case '[':
          return Array();
        case '"':
          return String();
        case 't':
          return Word("true", true);
        case 'f':
          return Word("false", false);
        case 'n':
          return Word("null", null);
        default:
          return Number();
      }
    }

    private object? Word(string word, object? value)
    {
      if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        throw Unexpected();
      at += word.Length;
      return value;
    }

    private object Number()
    {
      int start = at;
      while (at < text.Length && "+-.eE0123456789".IndexOf(text[at]) >= 0)
        at++;
      string digits = text.Substring(start, at - start);
      if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        return whole;
      return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : throw Unexpected();
    }

    private List<object?> Array()
    {
      var items = new List<object?>();
      Expect('[');
      if (Accept(']'))
        return items;
      do
        items.Add(Value());
      while (Accept(','));
      Expect(']');
      return items;
    }

    private Dictionary<string, object?> Object()
    {
      var members = new Dictionary<string, object?>();
      Expect('{');
      if (Accept('}'))
        return members;
      do
      {
        Peek();
        string name = String();
        Expect(':');
        members[name] = Value();
      }
      while (Accept(','));
      Expect('}');
      return members;
    }

    private string String()
    {
      var read = new StringBuilder();
      Expect('"');
      while (at < text.Length && text[at] != '"')
      {
        char c = text[at++];
        read.Append(c == '\\' ? Escaped() : c);
      }
      Expect('"');
      return read.ToString();
    }

    private char Escaped()
    {
      char c = text[at++];
      int place = "bfnrt".IndexOf(c);
      if (place >= 0)
        return "\b\f\n\r\t"[place];
      if (c != 'u')
        return c;
      at += 4;
      return (char)int.Parse(text.Substring(at - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    // ---- writing

    private static void Write(object? value, StringBuilder written)
    {
      if (value == null)
        written.Append("null");
      else if (value is bool truth)
        written.Append(truth ? "true" : "false");
      else if (value is string words)
        WriteString(words, written);
      else if (value is IDictionary<string, object?> members)
        WriteObject(members, written);
      else if (value is IEnumerable items)
        WriteArray(items, written);
      else
        written.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
    }

    private static void WriteObject(IDictionary<string, object?> members, StringBuilder written)
    {
      string separator = "";
      written.Append('{');
      foreach (var member in members)
      {
        written.Append(separator);
        WriteString(member.Key, written);
        written.Append(':');
        Write(member.Value, written);
        separator = ",";
      }
      written.Append('}');
    }

    private static void WriteArray(IEnumerable items, StringBuilder written)
    {
      string separator = "";
      written.Append('[');
      foreach (object? item in items)
      {
        written.Append(separator);
        Write(item, written);
        separator = ",";
      }
      written.Append(']');
    }

    private static void WriteString(string words, StringBuilder written)
    {
      written.Append('"');
      foreach (char c in words)
        if (c == '"' || c == '\\')
          written.Append('\\').Append(c);
        else if (c < ' ')
          written.Append("\\u").Append(((int)c).ToString("x4"));
        else
          written.Append(c);
      written.Append('"');
    }
  }
}
