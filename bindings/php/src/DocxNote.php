<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** What was not understood in a Word document or is not as it should be. */
final class DocxNote
{
    private function __construct(
        public readonly string $id,
        public readonly string $severity,
        public readonly string $message,
        public readonly string $messageEn,
        /** the text that it is about, and where that stands; null: nowhere in particular */
        public readonly ?string $source,
        public readonly ?string $place,
        public readonly ?string $placeEn,
    ) {
    }

    public static function of(CData $report, int $index): self
    {
        $q = Library::ffi();
        return new self(
            $q->qms_docx_report_note_id($report, $index),
            Report::SEVERITIES[$q->qms_docx_report_note_severity($report, $index)],
            $q->qms_docx_report_note($report, $index, 0),
            $q->qms_docx_report_note($report, $index, 1),
            $q->qms_docx_report_note_source($report, $index),
            $q->qms_docx_report_note_place($report, $index, 0),
            $q->qms_docx_report_note_place($report, $index, 1),
        );
    }
}
