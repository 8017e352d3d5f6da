<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
use FFI\CData;

/** What became of a Word document: a procedure, and what was read from where. */
final class DocxImport
{
    private const KEEP_NAMES = 1;

    /** path of the procedure; null if the document was refused */
    public readonly ?string $path;

    /** number of fields that a person should look at */
    public readonly int $doubtful;

    /** @var DocxField[] */
    public readonly array $fields;

    /** @var DocxNote[] */
    public readonly array $notes;

    private function __construct(private readonly CData $report, public readonly ?Node $procedure)
    {
        $q = Library::ffi();
        $this->path = $q->qms_docx_report_procedure($report);
        $this->doubtful = $q->qms_docx_report_doubtful($report);
        $this->fields = Library::list($q->qms_docx_report_count($report), fn (int $index) => DocxField::of($report, $index));
        $this->notes = Library::list($q->qms_docx_report_note_count($report), fn (int $index) => DocxNote::of($report, $index));
    }

    public function __destruct()
    {
        Library::ffi()->qms_docx_report_free($this->report);
    }

    private function __clone()
    {
    }

    /** Reads a document; $refused makes an import of the status and error of one that is refused. */
    private static function read(Document $document, string $docx, ?string $name, bool $keepNames, callable $refused): self
    {
        $q = Library::ffi();
        [$procedure, $report, $error] = [$q->new('QmsNode *'), $q->new('QmsDocxReport *'), $q->new('QmsError *')];
        $bytes = Library::bytes($docx);
        $status = $q->qms_docx_import($document->handle(), FFI::addr($bytes[0]), strlen($docx), Library::text($name),
            $keepNames ? self::KEEP_NAMES : 0, FFI::addr($procedure), FFI::addr($report), FFI::addr($error));
        return $status === 0 ? new self($report, Node::of($document, $procedure)) : $refused($status, $error);
    }

    /** Reads a .docx into a system; see Office::importDocx. */
    public static function of(Document $document, string $docx, ?string $name, bool $keepNames): self
    {
        return self::read($document, $docx, $name, $keepNames, Library::fail(...));
    }

    /** The same; see Office::tryImportDocx. */
    public static function try(Document $document, string $docx, ?string $name, bool $keepNames): self
    {
        return self::read($document, $docx, $name, $keepNames, function (int $_, CData $error) use ($name): self {
            $report = Library::ffi()->qms_docx_report_from_error($error, $name);
            Library::ffi()->qms_error_free($error);
            return new self($report, null);
        });
    }

    /** The report as text (notes and what is not sure), json (everything) or html (source beside result). */
    public function write(string $format = 'text', ?string $lang = null): string
    {
        return Library::obtainText('docx_report_write', FFI::addr($this->report), 1, Library::text($format), Library::language($lang));
    }
}
