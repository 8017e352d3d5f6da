<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** A field that was filled from a Word document. */
final class DocxField
{
    private function __construct(
        public readonly string $path,
        /** as files have it */
        public readonly string $value,
        /** the text that it was read from, and where that stands; null: nowhere in particular */
        public readonly ?string $source,
        public readonly ?string $place,
        public readonly ?string $placeEn,
        /** how sure it is, from 0 to 100, and why */
        public readonly int $confidence,
        public readonly string $reason,
        public readonly string $reasonEn,
    ) {
    }

    public static function of(CData $report, int $index): self
    {
        $q = Library::ffi();
        return new self(
            $q->qms_docx_report_path($report, $index),
            $q->qms_docx_report_value($report, $index),
            $q->qms_docx_report_source($report, $index),
            $q->qms_docx_report_place($report, $index, 0),
            $q->qms_docx_report_place($report, $index, 1),
            $q->qms_docx_report_confidence($report, $index),
            $q->qms_docx_report_reason($report, $index, 0),
            $q->qms_docx_report_reason($report, $index, 1),
        );
    }
}
