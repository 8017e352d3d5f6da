<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** For each clause of the standard and each requirement of the framework, what in a system answers to it. */
final class Coverage implements \Countable, \IteratorAggregate
{
    private const KINDS = [null, 'clause', 'requirement'];
    private const STATES = [1 => 'met', 'partial', 'missing', 'excluded'];

    /** Takes the matrix. */
    public function __construct(private readonly CData $coverage, private readonly Document $document)
    {
    }

    public function __destruct()
    {
        Library::ffi()->qms_coverage_free($this->coverage);
    }

    private function __clone()
    {
    }

    /** Number of rows that are met, partial, missing, excluded. */
    public function counts(): array
    {
        $counts = [];
        foreach (self::STATES as $number => $state) {
            $counts[$state] = Library::ffi()->qms_coverage_state_count($this->coverage, 0, $number);
        }
        return $counts;
    }

    public function count(): int
    {
        return Library::ffi()->qms_coverage_count($this->coverage);
    }

    /** @return \Generator<int, array> rows: kind, id, state, title, titleEn, note, lack, lackEn, warning, warningEn, evidence */
    public function getIterator(): \Generator
    {
        for ($row = 0; $row < count($this); $row++) {
            yield $row => $this->row($row);
        }
    }

    private function row(int $row): array
    {
        $q = Library::ffi();
        return [
            'kind' => self::KINDS[$q->qms_coverage_kind($this->coverage, $row)],
            'id' => $q->qms_coverage_id($this->coverage, $row),
            'state' => self::STATES[$q->qms_coverage_state($this->coverage, $row)],
            'title' => $q->qms_coverage_title($this->coverage, $row, 0),
            'titleEn' => $q->qms_coverage_title($this->coverage, $row, 1),
            'note' => $q->qms_coverage_note($this->coverage, $row),
            'lack' => $q->qms_coverage_lack($this->coverage, $row, 0),
            'lackEn' => $q->qms_coverage_lack($this->coverage, $row, 1),
            'warning' => $q->qms_coverage_warning($this->coverage, $row, 0),
            'warningEn' => $q->qms_coverage_warning($this->coverage, $row, 1),
            'evidence' => Library::list($q->qms_coverage_evidence_count($this->coverage, $row), fn (int $item) => [
                'node' => Node::of($this->document, $q->qms_coverage_evidence($this->coverage, $row, $item)),
                'title' => Library::take($q->qms_coverage_evidence_title($this->coverage, $row, $item, 0)),
            ]),
        ];
    }

    /** The matrix as text, json, html or csv. */
    public function write(string $format = 'text', ?string $lang = null): string
    {
        return Library::obtainText('coverage_write', $this->coverage, Library::text($format), Library::language($lang));
    }
}
