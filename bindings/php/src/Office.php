<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;

/** Files for offices: tables as CSV, web sites, Word documents in and out. */
final class Office
{
    /** A table of a system as CSV: tthc, risks, records (docs/csv.md). */
    public static function csv(Document $document, string $table): string
    {
        return Library::obtainText('csv_export', Library::ffi()->qms_document_root($document->handle()), Library::text($table));
    }

    /** Reads CSV into a table: added (rows that were new), changed (rows that changed something). */
    public static function importCsv(Document $document, string $table, string $csv, ?string $name = null): array
    {
        [$added, $changed] = [Library::ffi()->new('size_t'), Library::ffi()->new('size_t')];
        $bytes = Library::bytes($csv);
        Library::attempt('csv_import', $document->handle(), Library::text($table), FFI::addr($bytes[0]), strlen($csv),
            Library::text($name), FFI::addr($added), FFI::addr($changed));
        return ['added' => $added->cdata, 'changed' => $changed->cdata];
    }

    /** @return string[] a web site for posting: contents by names of files; the report is for the internal edition */
    public static function site(Document $document, bool $internal = false, ?Report $findings = null): array
    {
        $q = Library::ffi();
        $site = Library::obtain('QmsSite *', 'site_new', $q->qms_document_root($document->handle()), (int) $internal, $findings?->handle());
        $files = [];
        for ($index = 0; $index < $q->qms_site_count($site); $index++) {
            $files[$q->qms_site_name($site, $index)] = $q->qms_site_file($site, $index, null);
        }
        $q->qms_site_free($site);
        return $files;
    }

    /** @return string[] names of the Word templates that ship with the library */
    public static function templates(): array
    {
        $q = Library::ffi();
        return Library::list($q->qms_template_count(), fn (int $index) => $q->qms_template_name($index));
    }

    /** The .docx of a shipped template, to edit it in Word. */
    public static function template(string $name): string
    {
        $size = Library::ffi()->new('size_t');
        $data = Library::ffi()->qms_template_data(Library::text($name), FFI::addr($size))
            ?? throw new QmsException('not-found', [], "there is no template '$name'");
        return FFI::string(Library::ffi()->cast('char *', $data), $size->cdata);
    }

    /** A .docx (docs/templates.md): a template, filled with a node; $asOf is the day that it shows as today. */
    public static function fill(Node $node, string $docx, ?string $asOf = null): string
    {
        $bytes = Library::bytes($docx);
        $template = Library::obtain('QmsTemplate *', 'template_read', FFI::addr($bytes[0]), strlen($docx), null);
        try {
            return Library::obtainText('template_fill', $template, $node->handle(), Library::text($asOf));
        } finally {
            Library::ffi()->qms_template_free($template);
        }
    }

    /** Reads a procedure from a .docx into a system (docs/docx.md); $keepNames keeps names of persons that sign. */
    public static function importDocx(Document $document, string $docx, ?string $name = null, bool $keepNames = false): DocxImport
    {
        return DocxImport::of($document, $docx, $name, $keepNames);
    }

    /** The same, but what is refused gives an import without a procedure, whose notes say why. */
    public static function tryImportDocx(Document $document, string $docx, ?string $name = null, bool $keepNames = false): DocxImport
    {
        return DocxImport::try($document, $docx, $name, $keepNames);
    }
}
