// SPDX-License-Identifier: Apache-2.0
using System;
using System.Globalization;
using Libqms.Model;

namespace Libqms
{
  /// <summary>A time limit: an exact number of a unit, such as half a working day. Units are never converted into each other.</summary>
  public sealed class Duration : IEquatable<Duration>
  {
    public Duration(decimal value, DurationUnit unit)
    {
      Value = value;
      Unit = unit;
    }

    /// <summary>A time limit as files have it ("5 ngayLamViec") or as people write it ("5 ngày làm việc", "4 working hours").</summary>
    public static Duration Parse(string text)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_limit_parse(Text.Bytes(text), out long mantissa, out int scale, out int unit, ref error), error);
      return new Duration(mantissa, scale, unit);
    }

    /// <summary>As C gives it: mantissa × 10^-scale units.</summary>
    internal Duration(long mantissa, int scale, int unit) : this(new decimal(mantissa) / Power(scale), (DurationUnit)unit)
    {
    }

    public decimal Value { get; }

    public DurationUnit Unit { get; }

    internal static decimal Power(int scale)
    {
      decimal power = 1;
      for (int i = 0; i < scale; i++)
        power *= 10;
      return power;
    }

    /// <summary>Digits after the point.</summary>
    internal int Scale => (decimal.GetBits(Value)[3] >> 16) & 0xff;

    /// <summary>All digits: Value times ten to the Scale.</summary>
    internal long Mantissa => decimal.ToInt64(Value * Power(Scale));

    public bool Equals(Duration? other)
    {
      return other != null && Value == other.Value && Unit == other.Unit;
    }

    public override bool Equals(object? other)
    {
      return Equals(other as Duration);
    }

    public override int GetHashCode()
    {
      return Value.GetHashCode() * 31 + Unit.GetHashCode();
    }

    /// <summary>As in files: "0.5 ngayLamViec".</summary>
    public override string ToString()
    {
      return Value.ToString(CultureInfo.InvariantCulture) + " " + Tables.Enumerations["duration_unit"].Value((int)Unit)!.Xml;
    }
  }
}
