<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** What the binding knows of a field of the model. */
final class Field
{
    public const KINDS = [null, 'id', 'string', 'text', 'code', 'ref', 'bool', 'int', 'money', 'decimal', 'date', 'dateTime',
        'duration', 'enum', 'node'];
    private const FORMS = [null, 'attribute', 'element', 'content'];

    public readonly int $id;
    public readonly string $name;
    public readonly string $property;
    public readonly string $kind;
    public readonly bool $isText; // read and set as it is
    public readonly bool $isNumber;
    public readonly bool $isList;
    private readonly ?CData $enumeration;

    private function __construct(private readonly CData $field)
    {
        $q = Library::ffi();
        $this->id = $q->qms_field_id($field);
        $this->name = $q->qms_field_name($field);
        $this->property = lcfirst(str_replace('_', '', ucwords($this->name, '_')));
        $this->kind = self::KINDS[$q->qms_field_kind($field)];
        $this->isText = in_array($this->kind, ['id', 'string', 'text', 'code', 'ref'], true);
        $this->isNumber = in_array($this->kind, ['bool', 'int', 'money', 'enum'], true);
        $this->isList = $q->qms_field_is_list($field) === 1;
        $this->enumeration = $q->qms_field_enum($field);
    }

    /** @return Field[] the fields of a type in canonical order */
    public static function all(CData $type): array
    {
        $q = Library::ffi();
        $fields = [];
        for ($index = 0; $index < $q->qms_type_field_count($type); $index++) {
            $fields[] = new self($q->qms_type_field_at($type, $index));
        }
        return $fields;
    }

    /** @return Field[] by property, API name and name in XML; API names go first */
    public static function byName(CData $type): array
    {
        $fields = self::all($type);
        $xml = array_map(fn (Field $field) => Library::ffi()->qms_field_xml_name($field->field), $fields);
        return array_combine(array_column($fields, 'property'), $fields) + array_combine(array_column($fields, 'name'), $fields)
            + array_combine($xml, $fields);
    }

    /** What the library gives for the field as a whole number. */
    public function fromNumber(int $value): bool|int|string|null
    {
        return match ($this->kind) {
            'bool' => $value !== 0,
            'enum' => Library::ffi()->qms_enum_value_name($this->enumeration, $value),
            default => $value,
        };
    }

    /** The text that files have of a value. */
    public function toText(mixed $value): string
    {
        $text = match (true) {
            $this->kind === 'bool' => is_bool($value) ? ($value ? 'true' : 'false') : null,
            $this->kind === 'int', $this->kind === 'money' => is_int($value) ? (string) $value : null,
            $value instanceof \DateTimeInterface => $this->timeText($value),
            default => is_string($value) ? $value : null,
        };
        if ($text === null) {
            throw new \TypeError("$this->name is a $this->kind: " . get_debug_type($value) . ' is no value for it');
        }
        if ($this->kind !== 'enum') {
            return Library::text($text);
        }
        $known = Library::ffi()->qms_enum_value_by_name($this->enumeration, Library::text($text));
        return $known ? Library::ffi()->qms_enum_value_xml($this->enumeration, $known) : $text;
    }

    private function timeText(\DateTimeInterface $time): ?string
    {
        return match ($this->kind) {
            'date' => $time->format('Y-m-d'),
            'dateTime' => $time->format('Y-m-d\TH:i:sP'),
            default => null,
        };
    }

    /** What the model says of the field. */
    public function describe(): array
    {
        $q = Library::ffi();
        $target = $q->qms_field_target($this->field);
        return [
            'name' => $this->name,
            'xml' => $q->qms_field_xml_name($this->field),
            'kind' => $this->kind,
            'form' => self::FORMS[$q->qms_field_form($this->field)],
            'list' => $this->isList,
            'required' => $q->qms_field_is_required($this->field) === 1,
            'target' => $target === null ? null : $q->qms_type_name($target),
            'enum' => $this->enumeration === null ? null : $q->qms_enum_name($this->enumeration),
            'pattern' => $q->qms_field_pattern($this->field),
            'doc' => $q->qms_field_doc($this->field, 0),
            'docEn' => $q->qms_field_doc($this->field, 1),
        ];
    }
}
