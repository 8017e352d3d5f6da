// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Libqms
{
  /// <summary>Why a call failed, in a word. The numbers are those of the ABI.</summary>
  public enum Status
  {
    Ok,
    Argument,
    Io,
    Syntax,
    Structure,
    Value,
    Reference,
    Limit,
    Unsupported,
    NotFound,
    Internal
  }

  /// <summary>One thing that is wrong: where, what was found, what was expected.</summary>
  public sealed class Problem
  {
    internal Problem(IntPtr error)
    {
      Status = (Status)Lib.qms_error_status(error);
      Id = Text.At(Lib.qms_error_id(error));
      File = Text.At(Lib.qms_error_file(error));
      Line = Lib.qms_error_line(error);
      Column = Lib.qms_error_column(error);
      Path = Text.At(Lib.qms_error_path(error));
      Message = Text.Sure(Lib.qms_error_message(error, (int)Language.Vi));
      MessageEn = Text.Sure(Lib.qms_error_message(error, (int)Language.En));
      Remedy = Text.Sure(Lib.qms_error_remedy(error, (int)Language.Vi));
      RemedyEn = Text.Sure(Lib.qms_error_remedy(error, (int)Language.En));
    }

    /// <summary>A problem that the binding itself finds.</summary>
    internal Problem(Status status, string message)
    {
      Status = status;
      Message = MessageEn = message;
      Remedy = RemedyEn = "";
    }

    /// <summary>The problems of a chain, which stays C's.</summary>
    internal static List<Problem> Chain(IntPtr error)
    {
      var problems = new List<Problem>();
      for (; error != IntPtr.Zero; error = Lib.qms_error_next(error))
        problems.Add(new Problem(error));
      return problems;
    }

    public Status Status { get; }

    /// <summary>Identifier of the message, such as "QMS-XM-004"; null if the binding itself found the problem.</summary>
    public string? Id { get; }

    /// <summary>File as it was given to the reader; null if the problem is not about a file.</summary>
    public string? File { get; }

    /// <summary>Line, counted from 1; 0 if unknown.</summary>
    public int Line { get; }

    /// <summary>Column in characters, counted from 1; 0 if unknown.</summary>
    public int Column { get; }

    /// <summary>Model path; null if unknown.</summary>
    public string? Path { get; }

    /// <summary>The message in Vietnamese, without the place.</summary>
    public string Message { get; }

    /// <summary>The message in English, without the place.</summary>
    public string MessageEn { get; }

    /// <summary>How to mend it, in Vietnamese; "" if there is nothing to say.</summary>
    public string Remedy { get; }

    /// <summary>How to mend it, in English; "" if there is nothing to say.</summary>
    public string RemedyEn { get; }

    /// <summary>Place and message in Vietnamese.</summary>
    public override string ToString()
    {
      string place = (File == null ? "" : File + ":") + (Line > 0 ? Line + ":" + Column + ":" : "");
      return place == "" ? Message : place + " " + Message;
    }
  }

  /// <summary>A call of the library failed; Problems are all that it found, the first of them speaks for the exception.</summary>
  public sealed class QmsException : Exception
  {
    internal QmsException(Status status, IReadOnlyList<Problem> problems)
      : base(problems.Count == 0 ? status.ToString() : string.Join("\n", problems))
    {
      Status = status;
      Problems = problems;
    }

    internal QmsException(Status status, string message) : this(status, new[] { new Problem(status, message) })
    {
    }

    public Status Status { get; }

    /// <summary>All problems that the call found; empty if it told none.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private Problem? First => Problems.FirstOrDefault();

    /// <summary>Identifier of the first message; null if there is none.</summary>
    public string? Id => First?.Id;

    /// <summary>File of the first problem; null if it is not about a file.</summary>
    public string? File => First?.File;

    /// <summary>Line of the first problem, counted from 1; 0 if unknown.</summary>
    public int Line => First?.Line ?? 0;

    /// <summary>Column of the first problem in characters, counted from 1; 0 if unknown.</summary>
    public int Column => First?.Column ?? 0;

    /// <summary>Model path of the first problem; null if unknown.</summary>
    public string? Path => First?.Path;

    /// <summary>Raises what a call says went wrong, if anything did.</summary>
    internal static void Check(int status, IntPtr error)
    {
      if (status == 0)
        return;
      try
      {
        throw new QmsException((Status)status, Problem.Chain(error));
      }
      finally
      {
        Lib.qms_error_free(error);
      }
    }
  }
}
