<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** One thing that is wrong. Line and column are 0, file and path null where unknown; id is null if the binding itself found it. */
final class Problem
{
    private function __construct(
        public readonly string $status,
        public readonly ?string $id,
        public readonly ?string $file,
        public readonly int $line,
        public readonly int $column,
        public readonly ?string $path,
        public readonly string $message,
        public readonly string $messageEn,
        public readonly string $remedy,
        public readonly string $remedyEn,
    ) {
    }

    public static function of(CData $error): self
    {
        $q = Library::ffi();
        return new self(
            Library::STATUSES[$q->qms_error_status($error)],
            $q->qms_error_id($error),
            $q->qms_error_file($error),
            $q->qms_error_line($error),
            $q->qms_error_column($error),
            $q->qms_error_path($error),
            $q->qms_error_message($error, 0),
            $q->qms_error_message($error, 1),
            $q->qms_error_remedy($error, 0),
            $q->qms_error_remedy($error, 1),
        );
    }

    /** A problem that the binding itself finds. */
    public static function own(string $status, string $message): self
    {
        return new self($status, null, null, 0, 0, null, $message, $message, '', '');
    }

    public function __toString(): string
    {
        $place = implode(':', array_filter([$this->file, $this->line, $this->column]));
        $message = (Library::language(null) ? $this->messageEn : $this->message) . ($this->id === null ? '' : " [$this->id]");
        return $place === '' ? $message : "$place: $message";
    }
}
