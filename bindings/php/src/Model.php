<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** What the library says of its model. */
final class Model
{
    /** By id of the type. */
    private static array $classes = [];

    /** The class of a type, its own where the façade has one (Types.php, generated), else Node; and its fields by any of their names. */
    public static function classOf(CData $type): array
    {
        return self::$classes[Library::ffi()->qms_type_id($type)]
            ??= [self::findClass(Library::ffi()->qms_type_name($type)), Field::byName($type)];
    }

    private static function findClass(string $name): string
    {
        $class = 'Qms\\Types\\' . str_replace('_', '', ucwords($name === 'system' ? 'quality_system' : $name, '_'));
        return class_exists($class) ? $class : Node::class;
    }

    /** What the model says of a type; null if there is none. */
    public static function type(string $name): ?array
    {
        $q = Library::ffi();
        $type = $q->qms_type_by_name(Library::text($name));
        return $type === null ? null : [
            'name' => $q->qms_type_name($type),
            'xml' => $q->qms_type_xml_name($type),
            'root' => $q->qms_type_is_root($type) === 1,
            'doc' => $q->qms_type_doc($type, 0),
            'docEn' => $q->qms_type_doc($type, 1),
            'fields' => array_map(fn (Field $field) => $field->describe(), Field::all($type)),
        ];
    }

    /** The values of an enumeration such as agency_type; none if it is unknown. */
    public static function values(string $name): array
    {
        $q = Library::ffi();
        $enumeration = $q->qms_enum_by_name(Library::text($name));
        $values = [];
        for ($index = 0; $enumeration !== null && $index < $q->qms_enum_value_count($enumeration); $index++) {
            $value = $q->qms_enum_value_at($enumeration, $index);
            $values[] = [
                'name' => $q->qms_enum_value_name($enumeration, $value),
                'xml' => $q->qms_enum_value_xml($enumeration, $value),
                'label' => $q->qms_enum_value_label($enumeration, $value, 0),
                'labelEn' => $q->qms_enum_value_label($enumeration, $value, 1),
            ];
        }
        return $values;
    }

    /** A rule by identifier or slug; null if there is none. */
    public static function rule(string $id): ?array
    {
        $q = Library::ffi();
        $rule = $q->qms_rule_find(Library::text($id));
        return $rule === null ? null : [
            'id' => $q->qms_rule_id($rule),
            'slug' => $q->qms_rule_slug($rule),
            'severity' => Report::SEVERITIES[$q->qms_rule_severity($rule)],
            'category' => $q->qms_rule_category($rule),
            'since' => $q->qms_rule_since($rule),
            'title' => $q->qms_rule_title($rule, 0),
            'titleEn' => $q->qms_rule_title($rule, 1),
            'why' => $q->qms_rule_why($rule, 0),
            'whyEn' => $q->qms_rule_why($rule, 1),
            'remedy' => $q->qms_rule_remedy($rule, 0),
            'remedyEn' => $q->qms_rule_remedy($rule, 1),
            'cites' => Library::list($q->qms_rule_cite_count($rule), fn (int $index) => $q->qms_rule_cite($rule, $index)),
            'items' => Library::list($q->qms_rule_item_count($rule), fn (int $index) => $q->qms_rule_item($rule, $index)),
        ];
    }

    /** @return string[] identifiers of all rules */
    public static function rules(): array
    {
        $q = Library::ffi();
        return Library::list($q->qms_rule_count(), fn (int $index) => $q->qms_rule_id($q->qms_rule_at($index)));
    }

    /** @return string[] names of all types */
    public static function types(): array
    {
        $q = Library::ffi();
        return Library::list($q->qms_type_count(), fn (int $index) => $q->qms_type_name($q->qms_type_at($index)));
    }

    /** @return string[] names of all enumerations */
    public static function enumerations(): array
    {
        $q = Library::ffi();
        return Library::list($q->qms_enum_count(), fn (int $index) => $q->qms_enum_name($q->qms_enum_at($index)));
    }

    /** The XML Schema (xsd) or JSON Schema (json) of the model, as text; null for another name. */
    public static function schema(string $format): ?string
    {
        return Library::ffi()->qms_schema_text(Library::text($format));
    }
}
