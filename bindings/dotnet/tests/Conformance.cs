// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Libqms.Tests
{
  /// <summary>Runs the conformance suite. docs/conformance.md describes the suite.</summary>
  internal sealed class Conformance
  {
    private readonly IDictionary<string, Func<Call, object>> operations;
    private int passed, failed;

    private Conformance(string root)
    {
      operations = new Operations(root).Table;
    }

    internal static int Run(string root)
    {
      var suite = new Conformance(Path.GetFullPath(root));
      foreach (string file in Directory.GetFiles(root + "/tests/conformance", "*.json").OrderBy(name => name, StringComparer.Ordinal))
        suite.RunFile(file);
      if (suite.failed > 0)
        Console.WriteLine("DotNet: " + suite.failed + " cases failed");
      Console.WriteLine("DotNet: " + suite.passed + " cases passed");
      return suite.failed > 0 || suite.passed == 0 ? 1 : 0;
    }

    private void RunFile(string file)
    {
      var suite = (IDictionary<string, object>)Json.Parse(File.ReadAllText(file, Encoding.UTF8));
      foreach (IDictionary<string, object> item in (IList<object>)suite["cases"])
        RunCase(Path.GetFileName(file), item);
    }

    private void RunCase(string file, IDictionary<string, object> item)
    {
      var variables = new Dictionary<string, object>();
      var steps = ((IList<object>)item["steps"]).Cast<IDictionary<string, object>>().ToList();
      if (item.ContainsKey("input"))
        steps.Insert(0, InputStep((string)item["input"]));
      for (int i = 0; i < steps.Count; i++)
      {
        string complaint = RunStep(variables, steps[i]);
        if (complaint == null)
          continue;
        Console.WriteLine("DotNet: " + file + ": " + item["name"] + ": step " + (i + 1) + ": " + complaint);
        failed++;
        return;
      }
      passed++;
    }

    private static IDictionary<string, object> InputStep(string input)
    {
      return new Dictionary<string, object>
      {
        ["call"] = input[0] == '<' || input[0] == '{' ? "parse" : "load",
        ["args"] = new List<object> { input },
        ["as"] = "doc"
      };
    }

    private static object Member(IDictionary<string, object> members, string name)
    {
      return members.TryGetValue(name, out object value) ? value : null;
    }

    /// <summary>What is wrong with a step; null if nothing is.</summary>
    private string RunStep(Dictionary<string, object> variables, IDictionary<string, object> step)
    {
      if (!operations.TryGetValue((string)step["call"], out var operation))
        return "no operation " + step["call"];
      var args = ((IList<object>)Member(step, "args") ?? new List<object>()).Select(arg => ValueOf(variables, arg)).ToList();
      string on = (string)Member(step, "on"), name = (string)Member(step, "as");
      IDictionary<string, object> error = null;
      object result = null;
      try
      {
        result = operation(new Call(on == null ? null : variables[on], args));
      }
      catch (QmsException e)
      {
        error = Describe(e);
      }
      catch (Exception e) when (e is ArgumentException || e is InvalidCastException || e is NullReferenceException
        || e is NotSupportedException)
      {
        error = new Dictionary<string, object> { ["status"] = "argument" };
      }
      if (name != null && error == null)
        variables[name] = result;
      return Complaint(variables, step, result, error);
    }

    private static object ValueOf(Dictionary<string, object> variables, object value)
    {
      return value is IDictionary<string, object> members && members.Count == 1 && members.ContainsKey("var")
        ? variables[(string)members["var"]]
        : value;
    }

    private static IDictionary<string, object> Describe(QmsException e)
    {
      Problem first = e.Problems.FirstOrDefault();
      return new Dictionary<string, object>
      {
        ["message"] = first?.Message,
        ["message_en"] = first?.MessageEn,
        ["remedy"] = first?.Remedy,
        ["remedy_en"] = first?.RemedyEn,
        ["status"] = e.Status == Status.NotFound ? "not-found" : e.Status.ToString().ToLowerInvariant(),
        ["id"] = e.Id,
        ["file"] = e.File,
        ["path"] = e.Path,
        ["line"] = (long)e.Line,
        ["column"] = (long)e.Column
      };
    }

    private static string Complaint(Dictionary<string, object> variables, IDictionary<string, object> step, object result,
      IDictionary<string, object> error)
    {
      var fails = (IDictionary<string, object>)Member(step, "fails");
      if (fails == null ? error != null : error == null || !fails.All(member => Same(Member(error, member.Key), member.Value)))
        return step["call"] + ": expected " + Json.Write(fails) + ", found " + Show(error ?? result);
      object expected = ValueOf(variables, Member(step, "gives"));
      if (fails == null && step.ContainsKey("gives") && !Same(result, expected))
        return step["call"] + ": expected " + Show(expected) + ", found " + Show(result);
      return null;
    }

    private static string Show(object value)
    {
      return value is Resource || value is Node ? value.ToString() : Json.Write(value);
    }

    /// <summary>Whether two values are the same, deeply.</summary>
    private static bool Same(object a, object b)
    {
      if (a is IDictionary<string, object> left && b is IDictionary<string, object> right)
        return left.Count == right.Count && left.All(member => right.ContainsKey(member.Key) && Same(member.Value, right[member.Key]));
      if (a is IList<object> items && b is IList<object> others)
        return items.Count == others.Count && items.Zip(others, Same).All(same => same);
      return Equals(a, b);
    }
  }
}
