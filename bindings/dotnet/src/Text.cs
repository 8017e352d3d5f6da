// SPDX-License-Identifier: Apache-2.0
using System;
using System.Globalization;
using System.Text;

namespace Libqms
{
  /// <summary>Texts between .NET and C: always UTF-8.</summary>
  internal static unsafe class Text
  {
    private static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);

    /// <summary>UTF-8 that ends with NUL; null for null. A text that a C string cannot hold is refused.</summary>
    internal static byte[]? Bytes(string? text)
    {
      if (text == null)
        return null;
      if (text.IndexOf('\0') >= 0)
        throw new QmsException(Status.Value, "a text may not hold U+0000");
      return Encode(text + "\0");
    }

    /// <summary>UTF-8 without an end, for what is passed with its size.</summary>
    internal static byte[] Encode(string text)
    {
      try
      {
        return Utf8.GetBytes(text);
      }
      catch (EncoderFallbackException)
      {
        throw new QmsException(Status.Value, "a text may not hold half of a surrogate pair");
      }
    }

    /// <summary>The text at an address that C keeps; null for NULL.</summary>
    internal static string? At(IntPtr address)
    {
      if (address == IntPtr.Zero)
        return null;
      byte* start = (byte*)address, end = start;
      while (*end != 0)
        end++;
      return end == start ? "" : Utf8.GetString(start, (int)(end - start));
    }

    /// <summary>The text at an address that is never NULL.</summary>
    internal static string Sure(IntPtr address)
    {
      return At(address) ?? "";
    }

    /// <summary>The text at an address that C handed over, which is freed; null for NULL.</summary>
    internal static string? Take(IntPtr address)
    {
      try
      {
        return At(address);
      }
      finally
      {
        Lib.qms_free(address);
      }
    }

    /// <summary>A scalar as the text that files have.</summary>
    internal static string Of(object value)
    {
      if (value is DateTime day)
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
      if (value is DateTimeOffset time)
        return time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
          CultureInfo.InvariantCulture);
      if (value is bool truth)
        return truth ? "true" : "false";
      return Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }
  }
}
