<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
use FFI\CData;

/**
 * One element of the model; it keeps its document alive. Fields are properties in camelCase; null is no value, and what a reference
 * points to is the property with Node behind its name. What is the library's own begins with node.
 */
class Node implements \JsonSerializable
{
    /** @param Field[] $fields by any of their names */
    private function __construct(
        private readonly Document $document,
        private readonly CData $node,
        private readonly array $fields,
    ) {
    }

    private function __clone()
    {
    }

    /** The node at an address, of the class of its type; null for none. */
    public static function of(Document $document, ?CData $node): ?self
    {
        if ($node === null) {
            return null;
        }
        [$class, $fields] = Model::classOf(Library::ffi()->qms_node_type($node));
        return new $class($document, $node, $fields);
    }

    /** The address. */
    public function handle(bool $change = false): CData
    {
        if ($change && $this->document->isConstant()) {
            throw new QmsException('argument', [], "this is the library's own and cannot be changed");
        }
        return $this->node;
    }

    private function field(string $name): Field
    {
        $type = $this->nodeType();
        return $this->fields[$name] ?? throw new QmsException('argument', [], "a $type has no field '$name'");
    }

    public function __get(string $name): mixed
    {
        $field = $this->fields[$name] ?? null;
        if ($field === null) {
            return str_ends_with($name, 'Node') ? $this->nodeResolve(substr($name, 0, -4)) : $this->field($name);
        }
        $q = Library::ffi();
        if ($field->isList) {
            return new NodeList($this, $field);
        }
        if ($field->isText) {
            return $q->qms_node_get_string($this->node, $field->id);
        }
        if ($field->isNumber) {
            $value = $q->qms_node_get_int($this->node, $field->id);
            return $value !== 0 || $q->qms_node_has($this->node, $field->id) ? $field->fromNumber($value) : null;
        }
        if ($field->kind === 'node') {
            return self::of($this->document, $q->qms_node_get_node($this->node, $field->id));
        }
        return Library::take($q->qms_node_get_text($this->node, $field->id, 0));
    }

    public function __set(string $name, mixed $value): void
    {
        $field = $this->field($name);
        $node = $this->handle(change: true);
        if ($value === null) {
            $this->nodeUnset($name);
        } elseif ($field->isList) {
            (new NodeList($this, $field))->assign($value);
        } elseif ($field->kind === 'node') {
            (new NodeList($this, $field))->put(0, $value);
        } else {
            Library::attempt($field->isText ? 'node_set_string' : 'node_set_text', $node, $field->id, $field->toText($value));
        }
    }

    public function __isset(string $name): bool
    {
        return isset($this->fields[$name]) && $this->nodeHas($name);
    }

    public function __unset(string $name): void
    {
        $this->nodeUnset($name);
    }

    /** API name of its type. */
    public function nodeType(): string
    {
        return Library::ffi()->qms_type_name(Library::ffi()->qms_node_type($this->node));
    }

    public function nodeDocument(): Document
    {
        return $this->document;
    }

    public function nodeId(): ?string
    {
        return Library::ffi()->qms_node_id($this->node);
    }

    public function nodePath(): string
    {
        return Library::take(Library::ffi()->qms_node_path($this->node));
    }

    /** Line of its start tag, from 1; 0 if it was not read from a file. */
    public function nodeLine(): int
    {
        return Library::ffi()->qms_node_line($this->node);
    }

    public function nodeColumn(): int
    {
        return Library::ffi()->qms_node_column($this->node);
    }

    public function nodeIndex(): int
    {
        return Library::ffi()->qms_node_index($this->node);
    }

    public function nodeParent(): ?self
    {
        return self::of($this->document, Library::ffi()->qms_node_parent($this->node));
    }

    /** API name of the parent's field that holds the node; null if nothing does. */
    public function nodeField(): ?string
    {
        $field = Library::ffi()->qms_node_parent_field($this->node);
        return $field === null ? null : Library::ffi()->qms_field_name($field);
    }

    /** @return string[] API names of the fields that have a value */
    public function nodeFields(): array
    {
        $q = Library::ffi();
        $present = array_filter(Field::all($q->qms_node_type($this->node)), fn (Field $field) => $q->qms_node_has($this->node, $field->id));
        return array_column($present, 'name');
    }

    /** Whether another object stands for the same node. */
    public function nodeIs(mixed $other): bool
    {
        return $other instanceof self && $other->node == $this->node;
    }

    /** Node at a path such as /heThong/quyTrinh[QT-1] or steps[2]. */
    public function nodeAt(string $path): ?self
    {
        return self::of($this->document, Library::ffi()->qms_node_at($this->node, Library::text($path), null));
    }

    public function nodeHas(string $field): bool
    {
        return Library::ffi()->qms_node_has($this->node, $this->field($field)->id) === 1;
    }

    /** A value as files have it. */
    public function nodeText(string $field, int $index = 0): ?string
    {
        return Library::take(Library::ffi()->qms_node_get_text($this->node, $this->field($field)->id, $index));
    }

    public function nodeSetText(string $field, string $text): void
    {
        Library::attempt('node_set_text', $this->handle(change: true), $this->field($field)->id, Library::text($text));
    }

    public function nodeUnset(string $field): void
    {
        $status = Library::ffi()->qms_node_unset($this->handle(change: true), $this->field($field)->id);
        if ($status !== 0) {
            Library::fail($status, null);
        }
    }

    /** A new node in a field, with some values; what a field that is no list held is detached. */
    public function nodeAdd(string $field, array $values = []): self
    {
        $list = new NodeList($this, $this->field($field));
        return $list->put($this->field($field)->isList ? -1 : 0, $values);
    }

    /** Node that the reference in a field points to. */
    public function nodeResolve(string $field): ?self
    {
        return self::of($this->document, Library::ffi()->qms_node_resolve($this->node, $this->field($field)->id));
    }

    /** Takes the node out of its parent; it may be put back. */
    public function nodeDetach(): void
    {
        Library::attempt('node_detach', $this->handle(change: true));
    }

    /** A deep copy, detached, in a document. */
    public function nodeCopy(?Document $document = null): static
    {
        $document ??= $this->document;
        return self::of($document, Library::ffi()->qms_node_copy($this->node, $document->handle()));
    }

    /** Whether another node holds the same values. */
    public function nodeEquals(self $other): bool
    {
        return Library::ffi()->qms_node_equal($this->node, $other->node) === 1;
    }

    /** Text of a foreign child element. */
    public function nodeExtension(string $uri, string $name): ?string
    {
        return Library::ffi()->qms_node_extension($this->node, Library::text($uri), Library::text($name));
    }

    public function nodeSetExtension(string $uri, string $name, ?string $text): void
    {
        Library::attempt('node_set_extension', $this->handle(change: true), ...array_map(Library::text(...), [$uri, $name, $text]));
    }

    /** The node and all below it as data; an empty node is an object without members. */
    public function jsonSerialize(): array|\stdClass
    {
        return Json::decode(Library::obtainText('node_write_json', $this->node));
    }
}
