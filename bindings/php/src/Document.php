<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
use FFI\CData;

/** A document; it ends with the last variable that holds it, a node, a list, a report or a case of it. */
final class Document implements \JsonSerializable
{
    private const FORMATS = ['auto', 'xml', 'json'];
    private const DIFFERENCES = [null, 'added', 'removed', 'changed', 'moved'];

    /** Takes the reference. */
    public function __construct(private readonly CData $document, private readonly bool $constant = false)
    {
    }

    public function __destruct()
    {
        Library::ffi()->qms_document_unref($this->document);
    }

    private function __clone()
    {
    }

    /** The address. */
    public function handle(): CData
    {
        return $this->document;
    }

    /** Whether it is the library's own and cannot be changed. */
    public function isConstant(): bool
    {
        return $this->constant;
    }

    public function root(): Node
    {
        return Node::of($this, Library::ffi()->qms_document_root($this->document));
    }

    public function find(string $id): ?Node
    {
        return Node::of($this, Library::ffi()->qms_document_find($this->document, Library::text($id)));
    }

    /** Name of the file that it was read from. */
    public function file(): ?string
    {
        return Library::ffi()->qms_document_file($this->document);
    }

    /** xml or json as it was read. */
    public function format(): ?string
    {
        return [null, 'xml', 'json'][Library::ffi()->qms_document_format($this->document)];
    }

    /** @return Problem[] what a lenient reader let pass */
    public function problems(): array
    {
        return Library::problems(Library::ffi()->qms_document_diagnostics($this->document));
    }

    /** The canonical text. */
    public function write(string $format = 'xml'): string
    {
        return Library::obtainText('document_write', $this->document, Library::number(self::FORMATS, $format));
    }

    /** Saves at once or not at all; the format follows from the name's ending if it is not given. */
    public function save(string $path, string $format = 'auto'): void
    {
        Library::attempt('document_save', $this->document, Library::text($path), Library::number(self::FORMATS, $format));
    }

    /** The document as data; an empty node is an object without members. */
    public function jsonSerialize(): array
    {
        return Json::decode($this->write('json'));
    }

    /** Runs all rules as on a day (today). */
    public function validate(
        null|string|\DateTimeInterface $asOf = null,
        ?string $framework = null,
        ?string $legal = null,
        ?self $suppressions = null,
        ?int $maxFindings = null,
    ): Report {
        $validator = Library::ffi()->qms_validator_new();
        try {
            Library::attempt('validator_set_as_of', $validator, ...Library::day($asOf));
            Library::attempt('validator_set_framework', $validator, Library::text($framework));
            Library::attempt('validator_set_legal', $validator, Library::text($legal));
            Library::attempt('validator_set_suppressions', $validator, $suppressions?->document);
            if ($maxFindings !== null) {
                Library::ffi()->qms_validator_set_max_findings($validator, Library::count($maxFindings));
            }
            return new Report(Library::obtain('QmsReport *', 'validator_run', $validator, $this->document), $this);
        } finally {
            Library::ffi()->qms_validator_free($validator);
        }
    }

    /** The report on the suppressions of this document after a run of others with them, whose reports are given. */
    public function checkSuppressions(array $reports, null|string|\DateTimeInterface $asOf = null): Report
    {
        $validator = Library::ffi()->qms_validator_new();
        $handles = Library::ffi()->new('QmsReport *[' . max(1, count($reports)) . ']');
        foreach (array_values($reports) as $index => $report) {
            $handles[$index] = $report->handle();
        }
        try {
            Library::attempt('validator_set_as_of', $validator, ...Library::day($asOf));
            Library::attempt('validator_set_suppressions', $validator, $this->document);
            $found = Library::obtain('QmsReport *', 'validator_run_suppressions', $validator, FFI::addr($handles[0]), count($reports));
            return new Report($found, null);
        } finally {
            Library::ffi()->qms_validator_free($validator);
        }
    }

    /** What became different in another document: kind, path, before, after. */
    public function diff(self $other): array
    {
        $q = Library::ffi();
        $diff = Library::obtain('QmsDiff *', 'document_diff', $this->document, $other->document);
        $differences = [];
        for ($index = 0; $index < $q->qms_diff_count($diff); $index++) {
            $differences[] = [
                'kind' => self::DIFFERENCES[$q->qms_diff_kind($diff, $index)],
                'path' => $q->qms_diff_path($diff, $index),
                'before' => $q->qms_diff_before($diff, $index),
                'after' => $q->qms_diff_after($diff, $index),
            ];
        }
        $q->qms_diff_free($diff);
        return $differences;
    }

    /** A copy moved to another framework (null: none), with a day to the forms in force then; what people have to do is put into $work. */
    public function migrate(?string $to, ?array &$work = null, null|string|\DateTimeInterface $asOf = null): self
    {
        [$migrated, $notes] = [Library::ffi()->new('QmsDocument *'), Library::ffi()->new('QmsError *')];
        Library::attempt('framework_migrate', $this->document, Library::text($to), ...[...Library::day($asOf), FFI::addr($migrated),
            FFI::addr($notes)]);
        $work = Library::problems($notes);
        Library::ffi()->qms_error_free($notes);
        return new self($migrated);
    }

    /** What answers to each clause of the standard and each requirement of the framework. */
    public function coverage(null|string|\DateTimeInterface $asOf = null, ?string $framework = null): Coverage
    {
        return new Coverage(
            Library::obtain('QmsCoverage *', 'coverage_run', $this->document, Library::text($framework), ...Library::day($asOf)), $this);
    }

    /** Number of agencies with each verdict, if this is an inspection. */
    public function inspectionCounts(): array
    {
        $q = Library::ffi();
        $verdicts = $q->qms_enum_by_name('verdict');
        $counts = [];
        for ($index = 0; $index < $q->qms_enum_value_count($verdicts); $index++) {
            $verdict = $q->qms_enum_value_at($verdicts, $index);
            $counts[$q->qms_enum_value_name($verdicts, $verdict)] = $q->qms_inspection_count($this->document, $verdict);
        }
        return $counts;
    }

    /** The verdicts of an inspection as a table: text, html, csv. */
    public function inspectionTable(string $format = 'text', ?string $lang = null): string
    {
        return Library::obtainText('inspection_write', $this->document, Library::text($format), Library::language($lang));
    }
}
