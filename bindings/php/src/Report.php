<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
use FFI\CData;

/** The findings of one validation, sorted by place. */
final class Report implements \Countable, \IteratorAggregate
{
    public const SEVERITIES = [null, 'info', 'warning', 'error'];

    /** Takes the report; the document is null for a file that could not be read. */
    public function __construct(private readonly CData $report, private readonly ?Document $document)
    {
    }

    public function __destruct()
    {
        Library::ffi()->qms_report_free($this->report);
    }

    private function __clone()
    {
    }

    /** The address. */
    public function handle(): CData
    {
        return $this->report;
    }

    /** Name of the file that it is about. */
    public function file(): ?string
    {
        return Library::ffi()->qms_report_file($this->report);
    }

    public function count(): int
    {
        return Library::ffi()->qms_report_count($this->report);
    }

    /** @return \Generator<int, Finding> */
    public function getIterator(): \Generator
    {
        for ($index = 0; $index < count($this); $index++) {
            yield $index => Finding::of($this->report, $index, $this->document);
        }
    }

    /** Findings that are not suppressed by severity, and the suppressed ones. */
    public function counts(): array
    {
        $q = Library::ffi();
        return [
            'error' => $q->qms_report_severity_count($this->report, 3),
            'warning' => $q->qms_report_severity_count($this->report, 2),
            'info' => $q->qms_report_severity_count($this->report, 1),
            'suppressed' => $q->qms_report_suppressed_count($this->report),
        ];
    }

    /** Findings beyond the greatest number by severity. */
    public function leftOut(): array
    {
        $q = Library::ffi();
        return [
            'error' => $q->qms_report_left_out_count($this->report, 3),
            'warning' => $q->qms_report_left_out_count($this->report, 2),
            'info' => $q->qms_report_left_out_count($this->report, 1),
        ];
    }

    /** The report as text, json, ndjson, sarif or junit. */
    public function write(string $format = 'text', ?string $lang = null): string
    {
        return Library::obtainText('report_write', FFI::addr($this->report), 1, Library::text($format), Library::language($lang), 0);
    }

    /** An inspection document that is drawn from the report. */
    public function inspect(?string $framework = null, string $least = 'error', ?string $lang = null): Document
    {
        [$inspection, $skipped] = [Library::ffi()->new('QmsDocument *'), Library::ffi()->new('QmsError *')];
        Library::attempt('inspection_draw', FFI::addr($this->report), 1, Library::text($framework),
            Library::number(self::SEVERITIES, $least), Library::language($lang), FFI::addr($inspection), FFI::addr($skipped));
        Library::ffi()->qms_error_free($skipped);
        return new Document($inspection);
    }
}
