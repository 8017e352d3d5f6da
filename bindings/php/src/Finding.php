<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** One thing that a rule found. */
final class Finding
{
    private function __construct(
        public readonly string $rule,
        public readonly string $slug,
        public readonly string $category,
        public readonly string $severity,
        public readonly string $message,
        public readonly string $messageEn,
        public readonly ?string $cite,
        public readonly ?string $requirement,
        public readonly int $line,
        public readonly int $column,
        public readonly ?string $path,
        public readonly ?Node $node,
        /** who, until, reason, inFile (whether it stands in the document itself); null: it is not suppressed */
        public readonly ?array $suppression,
        public readonly string $fingerprint,
    ) {
    }

    public static function of(CData $report, int $index, ?Document $document): self
    {
        $q = Library::ffi();
        $rule = $q->qms_report_rule($report, $index);
        return new self(
            $q->qms_rule_id($rule),
            $q->qms_rule_slug($rule),
            $q->qms_rule_category($rule),
            Report::SEVERITIES[$q->qms_report_severity($report, $index)],
            $q->qms_report_message($report, $index, 0),
            $q->qms_report_message($report, $index, 1),
            $q->qms_report_cite($report, $index),
            $q->qms_report_requirement($report, $index),
            $q->qms_report_line($report, $index),
            $q->qms_report_column($report, $index),
            $q->qms_report_path($report, $index),
            $document ? Node::of($document, $q->qms_report_node($report, $index)) : null,
            $q->qms_report_is_suppressed($report, $index) ? [
                'who' => $q->qms_report_suppression_who($report, $index),
                'until' => $q->qms_report_suppression_until($report, $index),
                'reason' => $q->qms_report_suppression_reason($report, $index),
                'inFile' => $q->qms_report_suppression_is_in_file($report, $index) === 1,
            ] : null,
            $q->qms_report_fingerprint($report, $index),
        );
    }

    public function __toString(): string
    {
        $message = Library::language(null) ? $this->messageEn : $this->message;
        return "$this->line:$this->column: $this->severity: $message [$this->rule]";
    }
}
