<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

/** A list field of a node: always as the node is. */
final class NodeList implements \ArrayAccess, \Countable, \IteratorAggregate, \JsonSerializable
{
    public function __construct(private readonly Node $node, private readonly Field $field)
    {
    }

    public function count(): int
    {
        return Library::ffi()->qms_node_count($this->node->handle(), $this->field->id);
    }

    public function getIterator(): \Generator
    {
        for ($index = 0; $index < count($this); $index++) {
            yield $index => $this[$index];
        }
    }

    public function offsetExists(mixed $offset): bool
    {
        return is_int($offset) && $offset >= 0 && $offset < count($this);
    }

    public function offsetGet(mixed $offset): mixed
    {
        $this->need($offset);
        $q = Library::ffi();
        [$node, $field] = [$this->node->handle(), $this->field];
        return match (true) {
            $field->kind === 'node' => Node::of($this->node->nodeDocument(), $q->qms_node_get_node_at($node, $field->id, $offset)),
            $field->isText => $q->qms_node_get_string_at($node, $field->id, $offset),
            $field->isNumber => $field->fromNumber($q->qms_node_get_int_at($node, $field->id, $offset)),
            default => Library::take($q->qms_node_get_text($node, $field->id, $offset)),
        };
    }

    /** Only at the end: $list[] = $value. */
    public function offsetSet(mixed $offset, mixed $value): void
    {
        $offset === null ? $this->add($value) : throw new \LogicException('an item is not assigned: use insert and remove');
    }

    public function offsetUnset(mixed $offset): void
    {
        $this->remove($offset);
    }

    private function need(mixed $index): void
    {
        if (!$this->offsetExists($index)) {
            throw new \OutOfRangeException('there is no item ' . var_export($index, true));
        }
    }

    /** @return Node|mixed[] all items */
    public function toArray(): array
    {
        return iterator_to_array($this);
    }

    public function jsonSerialize(): array
    {
        return $this->toArray();
    }

    /** A new item at the end: values of a node, a detached node, a scalar. The node, or null. */
    public function add(mixed $value = []): ?Node
    {
        return $this->put(-1, $value);
    }

    public function insert(int $index, mixed $value = []): ?Node
    {
        if ($index !== count($this)) {
            $this->need($index);
        }
        return $this->put($index, $value);
    }

    public function remove(int $index): void
    {
        $this->need($index);
        Library::attempt('node_remove', $this->node->handle(change: true), $this->field->id, $index);
    }

    public function move(int $from, int $to): void
    {
        $this->need($from);
        $this->need($to);
        Library::attempt('node_move', $this->node->handle(change: true), $this->field->id, $from, $to);
    }

    public function clear(): void
    {
        $this->node->nodeUnset($this->field->name);
    }

    /** Replaces all items; if one is refused, the list stays as it was. */
    public function assign(iterable $values): void
    {
        $before = $this->toArray();
        $items = is_array($values) ? $values : iterator_to_array($values, false); // now: they may come from the list itself
        $this->clear();
        try {
            array_map($this->add(...), $items);
        } catch (\Throwable $problem) {
            $this->clear();
            array_map($this->add(...), $before);
            throw $problem;
        }
    }

    /** Puts a value before an index; -1: at the end. */
    public function put(int $index, mixed $value): ?Node
    {
        [$node, $field] = [$this->node->handle(change: true), $this->field];
        if ($value instanceof Node) {
            Library::attempt('node_attach', $node, $field->id, $index, $value->handle());
            return $value;
        }
        if ($field->kind !== 'node') {
            Library::attempt('node_insert_text', $node, $field->id, $index, $field->toText($value));
            return null;
        }
        return is_array($value) ? $this->create($index, $value) : throw new \TypeError("$field->name takes a node or an array of values");
    }

    /** A new node with values; if one is refused, what the field held is there again. */
    private function create(int $index, array $values): Node
    {
        $before = $this->field->isList ? null : $this->node->{$this->field->name};
        $error = Library::ffi()->new('QmsError *');
        $added = Library::ffi()->qms_node_add($this->node->handle(change: true), $this->field->id, $index, \FFI::addr($error));
        if ($added === null) {
            Library::fail(1, $error);
        }
        $node = Node::of($this->node->nodeDocument(), $added);
        try {
            foreach ($values as $name => $value) {
                $node->$name = $value;
            }
        } catch (\Throwable $problem) {
            $node->nodeDetach();
            if ($before !== null) {
                $this->put(0, $before);
            }
            throw $problem;
        }
        return $node;
    }
}
