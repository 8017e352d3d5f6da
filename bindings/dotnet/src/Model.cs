// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;

namespace Libqms
{
  /// <summary>Language of texts for people. The numbers are those of the ABI.</summary>
  public enum Language
  {
    Vi,
    En
  }

  /// <summary>Kind of a field's value. The numbers are those of the ABI.</summary>
  public enum Kind
  {
    Id = 1,
    String,
    Text,
    Code,
    Ref,
    Bool,
    Int,
    Money,
    Decimal,
    Date,
    DateTime,
    Duration,
    Enum,
    Node
  }

  /// <summary>Where a field stands in XML. The numbers are those of the ABI.</summary>
  public enum Form
  {
    Attribute = 1,
    Element,
    Content
  }

  /// <summary>A value of an enumeration of the model. Constant.</summary>
  public sealed class EnumValue
  {
    internal EnumValue(IntPtr enumeration, int number)
    {
      Number = number;
      Name = Text.Sure(Lib.qms_enum_value_name(enumeration, number));
      Xml = Text.Sure(Lib.qms_enum_value_xml(enumeration, number));
      Label = Text.Sure(Lib.qms_enum_value_label(enumeration, number, (int)Language.Vi));
      LabelEn = Text.Sure(Lib.qms_enum_value_label(enumeration, number, (int)Language.En));
    }

    /// <summary>Number of the ABI, which the enum of Libqms.Model shares.</summary>
    public int Number { get; }

    /// <summary>API name.</summary>
    public string Name { get; }

    /// <summary>Text in files.</summary>
    public string Xml { get; }

    /// <summary>Words for people, Vietnamese.</summary>
    public string Label { get; }

    /// <summary>Words for people, English.</summary>
    public string LabelEn { get; }
  }

  /// <summary>An enumeration of the model. Constant.</summary>
  public sealed class Enumeration
  {
    private readonly List<EnumValue> values = new List<EnumValue>();

    internal Enumeration(IntPtr pointer)
    {
      Name = Text.Sure(Lib.qms_enum_name(pointer));
      for (int i = 0; i < (int)Lib.qms_enum_value_count(pointer); i++)
        values.Add(new EnumValue(pointer, Lib.qms_enum_value_at(pointer, (UIntPtr)i)));
    }

    /// <summary>Enumeration of an API name such as "agency_type"; null if there is none.</summary>
    public static Enumeration? Find(string name)
    {
      return Tables.Enumerations.TryGetValue(name, out var found) ? found : null;
    }

    /// <summary>All enumerations.</summary>
    public static IReadOnlyList<Enumeration> All => new List<Enumeration>(Tables.Enumerations.Values);

    /// <summary>API name.</summary>
    public string Name { get; }

    /// <summary>Its values in order.</summary>
    public IReadOnlyList<EnumValue> Values => values;

    /// <summary>Value of an API name or of the text in files; null if there is none.</summary>
    public EnumValue? Value(string nameOrText)
    {
      return values.Find(value => value.Name == nameOrText) ?? values.Find(value => value.Xml == nameOrText);
    }

    /// <summary>Value of a number of the ABI; null if there is none.</summary>
    public EnumValue? Value(int number)
    {
      return values.Find(value => value.Number == number);
    }
  }

  /// <summary>A field of a type of the model. Constant.</summary>
  public sealed class Field
  {
    private readonly IntPtr target;
    private readonly string? enumeration;

    internal Field(IntPtr pointer)
    {
      Id = Lib.qms_field_id(pointer);
      Kind = (Kind)Lib.qms_field_kind(pointer);
      Form = (Form)Lib.qms_field_form(pointer);
      IsList = Lib.qms_field_is_list(pointer) != 0;
      IsRequired = Lib.qms_field_is_required(pointer) != 0;
      Name = Text.Sure(Lib.qms_field_name(pointer));
      XmlName = Text.Sure(Lib.qms_field_xml_name(pointer));
      Doc = Text.Sure(Lib.qms_field_doc(pointer, (int)Language.Vi));
      DocEn = Text.Sure(Lib.qms_field_doc(pointer, (int)Language.En));
      Pattern = Text.At(Lib.qms_field_pattern(pointer));
      target = Lib.qms_field_target(pointer);
      enumeration = Text.At(Lib.qms_enum_name(Lib.qms_field_enum(pointer)));
    }

    internal int Id { get; }

    internal bool IsText => Kind <= Kind.Ref;

    /// <summary>API name.</summary>
    public string Name { get; }

    /// <summary>Name in XML.</summary>
    public string XmlName { get; }

    /// <summary>Regular expression of a code; null if there is none.</summary>
    public string? Pattern { get; }

    public Kind Kind { get; }

    public Form Form { get; }

    public bool IsList { get; }

    /// <summary>Whether a rule asks for it.</summary>
    public bool IsRequired { get; }

    /// <summary>Type of a node, or that a reference points to; null for other kinds.</summary>
    public ModelType? Target => Tables.TypesByPointer.TryGetValue(target, out var found) ? found : null;

    /// <summary>Enumeration of the values; null for other kinds.</summary>
    public Enumeration? Enumeration => enumeration == null ? null : Tables.Enumerations[enumeration];

    /// <summary>What the field is, in Vietnamese.</summary>
    public string Doc { get; }

    /// <summary>What the field is, in English.</summary>
    public string DocEn { get; }
  }

  /// <summary>A type of the model: what a node may hold. Constant.</summary>
  public sealed class ModelType
  {
    private readonly List<Field> fields = new List<Field>();
    private readonly Dictionary<string, Field> byName = new Dictionary<string, Field>();

    internal ModelType(IntPtr pointer)
    {
      Id = Lib.qms_type_id(pointer);
      Name = Text.Sure(Lib.qms_type_name(pointer));
      XmlName = Text.Sure(Lib.qms_type_xml_name(pointer));
      IsRoot = Lib.qms_type_is_root(pointer) != 0;
      Doc = Text.Sure(Lib.qms_type_doc(pointer, (int)Language.Vi));
      DocEn = Text.Sure(Lib.qms_type_doc(pointer, (int)Language.En));
      for (int i = 0; i < (int)Lib.qms_type_field_count(pointer); i++)
        fields.Add(new Field(Lib.qms_type_field_at(pointer, (UIntPtr)i)));
      foreach (Field field in fields)
        byName[field.XmlName] = field;
      foreach (Field field in fields)
        byName[field.Name] = field;
    }

    /// <summary>Type of an API name such as "procedure", or for a root of its name in XML; null if there is none.</summary>
    public static ModelType? Find(string name)
    {
      return Tables.TypesByName.TryGetValue(name, out var found) ? found : null;
    }

    /// <summary>All types.</summary>
    public static IReadOnlyList<ModelType> All => new List<ModelType>(Tables.TypesByPointer.Values);

    internal int Id { get; }

    /// <summary>API name.</summary>
    public string Name { get; }

    /// <summary>Usual name in XML.</summary>
    public string XmlName { get; }

    /// <summary>Whether a document may have this type as its root.</summary>
    public bool IsRoot { get; }

    /// <summary>What the type is, in Vietnamese.</summary>
    public string Doc { get; }

    /// <summary>What the type is, in English.</summary>
    public string DocEn { get; }

    /// <summary>Its fields in canonical order.</summary>
    public IReadOnlyList<Field> Fields => fields;

    /// <summary>Field of an API name or name in XML; null if the type has none.</summary>
    public Field? FindField(string name)
    {
      return byName.TryGetValue(name, out var found) ? found : null;
    }

    /// <summary>Field of an API name or name in XML; ArgumentException if the type has none.</summary>
    internal Field Field(string name)
    {
      return FindField(name) ?? throw new ArgumentException(Name + " has no field " + name);
    }
  }

  /// <summary>The tables of the model, read from the library once.</summary>
  internal static class Tables
  {
    internal static readonly Dictionary<string, Enumeration> Enumerations = new Dictionary<string, Enumeration>();
    internal static readonly Dictionary<string, ModelType> TypesByName = new Dictionary<string, ModelType>();
    internal static readonly Dictionary<IntPtr, ModelType> TypesByPointer = new Dictionary<IntPtr, ModelType>();
    internal static readonly Dictionary<int, Field> Fields = new Dictionary<int, Field>();

    static Tables()
    {
      for (int i = 0; i < (int)Lib.qms_enum_count(); i++)
      {
        var enumeration = new Enumeration(Lib.qms_enum_at((UIntPtr)i));
        Enumerations[enumeration.Name] = enumeration;
      }
      for (int i = 0; i < (int)Lib.qms_type_count(); i++)
        AddType(Lib.qms_type_at((UIntPtr)i));
      foreach (ModelType type in TypesByPointer.Values)
        if (type.IsRoot && !TypesByName.ContainsKey(type.XmlName))
          TypesByName[type.XmlName] = type;
    }

    private static void AddType(IntPtr pointer)
    {
      var type = new ModelType(pointer);
      TypesByName[type.Name] = type;
      TypesByPointer[pointer] = type;
      foreach (Field field in type.Fields)
        Fields[field.Id] = field;
    }
  }
}
