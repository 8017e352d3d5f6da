<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;

/** Where everything begins: read documents, ask for frameworks, law and calendars, exchange with others. */
final class Qms
{
    private const LIMITS = [null, 'bytes', 'depth', 'attributes', 'namespaces', 'tag', 'text', 'nodes', 'errors'];
    private const FORMATS = ['auto', 'xml', 'json'];
    private const STANDINGS = ['unknown', 'not_yet', 'in_force', 'expired'];
    private const PROFILES = ['generic', 'camunda7', 'flowable'];

    public static function version(): string
    {
        return Library::ffi()->qms_version();
    }

    // ---- documents

    private static function reader(bool $lenient, string $format, array $limits): FFI\CData
    {
        $format = Library::number(self::FORMATS, $format);
        $numbers = array_map(fn (string $name) => Library::number(self::LIMITS, $name), array_keys($limits));
        $limits = array_map(Library::count(...), array_values($limits));
        $reader = Library::ffi()->qms_reader_new();
        Library::ffi()->qms_reader_set_lenient($reader, (int) $lenient);
        Library::ffi()->qms_reader_set_format($reader, $format);
        foreach ($numbers as $index => $number) {
            Library::ffi()->qms_reader_set_limit($reader, $number, $limits[$index]);
        }
        return $reader;
    }

    /** Reads a file, XML or JSON. Lenient keeps what the model does not know; limits are those of docs/limits.md by name. */
    public static function load(string $path, bool $lenient = false, string $format = 'auto', array $limits = []): Document
    {
        $reader = self::reader($lenient, $format, $limits);
        try {
            return new Document(Library::obtain('QmsDocument *', 'reader_load', $reader, Library::text($path)));
        } finally {
            Library::ffi()->qms_reader_free($reader);
        }
    }

    /** Reads bytes; $name stands for the file in messages. */
    public static function parse(
        string $data,
        ?string $name = null,
        bool $lenient = false,
        string $format = 'auto',
        array $limits = [],
    ): Document {
        $reader = self::reader($lenient, $format, $limits);
        $bytes = Library::bytes($data);
        try {
            return new Document(
                Library::obtain('QmsDocument *', 'reader_parse', $reader, FFI::addr($bytes[0]), strlen($data), Library::text($name)));
        } finally {
            Library::ffi()->qms_reader_free($reader);
        }
    }

    /** A document from data as json_encode ($document) writes it: nodes are arrays or objects, those without a value objects. */
    public static function fromData(array|\stdClass $data): Document
    {
        return self::parse(json_encode($data, JSON_THROW_ON_ERROR), format: 'json');
    }

    /** A new document whose root is of a type. */
    public static function create(string $type = 'system'): Document
    {
        $found = Library::ffi()->qms_type_by_name(Library::text($type));
        $document = $found === null ? null : Library::ffi()->qms_document_new(Library::ffi()->qms_type_id($found));
        return new Document($document ?? throw new \ValueError("'$type' is no type that a document may begin with"));
    }

    /** The report on a file, also on one that cannot be read. */
    public static function check(string $path, null|string|\DateTimeInterface $asOf = null): Report
    {
        [$document, $error] = [Library::ffi()->new('QmsDocument *'), Library::ffi()->new('QmsError *')];
        if (Library::ffi()->qms_document_load(Library::text($path), FFI::addr($document), FFI::addr($error)) === 0) {
            return (new Document($document))->validate($asOf);
        }
        return self::refused($error);
    }

    /** The same of bytes; $name stands for the file. */
    public static function checkText(string $data, ?string $name = null, null|string|\DateTimeInterface $asOf = null): Report
    {
        $q = Library::ffi();
        [$document, $error, $reader] = [$q->new('QmsDocument *'), $q->new('QmsError *'), $q->qms_reader_new()];
        $bytes = Library::bytes($data);
        $status = $q->qms_reader_parse($reader, FFI::addr($bytes[0]), strlen($data), Library::text($name), FFI::addr($document),
            FFI::addr($error));
        $q->qms_reader_free($reader);
        return $status === 0 ? (new Document($document))->validate($asOf) : self::refused($error);
    }

    private static function refused(FFI\CData $error): Report
    {
        $report = Library::ffi()->qms_report_from_error($error, null);
        Library::ffi()->qms_error_free($error);
        return new Report($report, null);
    }

    // ---- frameworks and law

    /** @return string[] identifiers of the framework models that ship with the library */
    public static function frameworks(): array
    {
        $ids = [];
        for ($index = 0; $index < Library::ffi()->qms_framework_count(); $index++) {
            $ids[] = Library::ffi()->qms_framework_id($index);
        }
        return $ids;
    }

    /** A framework model by identifier or file. */
    public static function framework(string $id): Document
    {
        return new Document(Library::obtain('QmsDocument *', 'framework_load', Library::text($id)));
    }

    /** The report on a framework file that someone writes. */
    public static function checkFramework(string $path): Report
    {
        return new Report(Library::obtain('QmsReport *', 'framework_check_file', Library::text($path)), null);
    }

    /** A new system for an agency; what the agency has to decide is marked [[…]]. */
    public static function newSystem(string $framework, string $agencyType, string $name): Document
    {
        return new Document(Library::obtain('QmsDocument *', 'framework_instantiate', Library::text($framework),
            Library::enumValue('agency_type', $agencyType), Library::text($name)));
    }

    /** What the library knows of a legal act, a node that cannot be changed; null if it knows nothing. */
    public static function legalAct(string $number): ?Node
    {
        $q = Library::ffi();
        $act = $q->qms_legal_find(Library::text($number));
        return $act === null ? null : Node::of(new Document($q->qms_document_ref($q->qms_node_document($act)), constant: true), $act);
    }

    /** unknown, not_yet, in_force or expired on a day. */
    public static function legalStatus(string $number, string|\DateTimeInterface $day): string
    {
        $act = Library::ffi()->qms_legal_find(Library::text($number));
        return self::STANDINGS[Library::ffi()->qms_legal_status($act, ...Library::day($day))];
    }

    // ---- other formats

    /** Takes records of the national portal, as text, into a system; their number. */
    public static function importPortal(Document $document, string $json, ?string $name = null): int
    {
        return Library::obtain('size_t', 'portal_import', $document->handle(), Library::text($json), strlen($json), Library::text($name))
            ->cdata;
    }

    /** @return Problem[] what records say in another way than the model can: a note for each key */
    public static function portalNotes(Document $document): array
    {
        $notes = Library::ffi()->new('QmsError *');
        $status = Library::ffi()->qms_portal_notes($document->handle(), FFI::addr($notes));
        if ($status !== 0) {
            Library::fail($status, null);
        }
        $problems = Library::problems($notes);
        Library::ffi()->qms_error_free($notes);
        return $problems;
    }

    /** The record of an administrative procedure, as data. */
    public static function portalRecord(Node $procedure): array
    {
        return Json::decode(Library::obtainText('portal_export', $procedure->handle()));
    }

    /** A procedure as BPMN 2.0 for generic, camunda7 or flowable. */
    public static function bpmn(Node $procedure, string $profile = 'generic'): string
    {
        return Library::obtainText('bpmn_export', $procedure->handle(), Library::number(self::PROFILES, $profile));
    }

    /** Reads BPMN into a system: the procedure. What was lost or guessed is put into $report. */
    public static function importBpmn(Document $document, string $xml, ?string $name = null, ?Report &$report = null): Node
    {
        [$procedure, $found] = [Library::ffi()->new('QmsNode *'), Library::ffi()->new('QmsReport *')];
        Library::attempt('bpmn_import', $document->handle(), Library::text($xml), strlen($xml), Library::text($name),
            FFI::addr($procedure), FFI::addr($found));
        $report = new Report($found, $document);
        return Node::of($document, $procedure);
    }

    /** @return string[] flow chart of a procedure: SVG documents, one for each page of A4, or one as large as it needs */
    public static function svg(Node $procedure, bool $whole = false): array
    {
        $svg = Library::obtain('QmsSvg *', 'svg_new', $procedure->handle(), (int) $whole);
        $pages = [];
        for ($page = 0; $page < Library::ffi()->qms_svg_pages($svg); $page++) {
            $pages[] = Library::ffi()->qms_svg_page($svg, $page, null);
        }
        Library::ffi()->qms_svg_free($svg);
        return $pages;
    }

    // ---- calendars, workflows, cases

    /** A calendar that ships with the library by identifier, a file, or a document. */
    public static function calendar(string|Document $source = 'vn'): Calendar
    {
        return new Calendar($source instanceof Document
            ? Library::obtain('QmsCalendar *', 'calendar_new', $source->handle())
            : Library::obtain('QmsCalendar *', 'calendar_load', Library::text($source)));
    }

    /** A time limit as people write it, "02 (hai) ngày làm việc", as files have it. */
    public static function parseLimit(string $limit): string
    {
        return Library::durationText(...Library::limit($limit));
    }

    /** The workflow of a procedure for people (text) or programs (json), with at most $paths ways of each scenario. */
    public static function workflowText(Node $procedure, string $format = 'text', ?string $lang = null, int $paths = 0): string
    {
        $handle = $procedure->handle();
        return Library::obtainText('workflow_write', FFI::addr($handle), 1, Library::text($format), Library::language($lang),
            Library::count($paths));
    }

    public static function workflow(Node $procedure): Workflow
    {
        return new Workflow(Library::obtain('QmsWorkflow *', 'workflow_new', $procedure->handle()));
    }

    /** Starts a case: the document is new, of type case_file, and says when the dossier was received. */
    public static function startCase(Document $document, Node $procedure, ?Calendar $calendar = null): OpenCase
    {
        return new OpenCase(
            Library::obtain('QmsCase *', 'case_start', $document->handle(), $procedure->handle(), $calendar?->handle()), $document);
    }

    /** Opens a case that has begun. */
    public static function openCase(Document $document, ?Calendar $calendar = null): OpenCase
    {
        return new OpenCase(Library::obtain('QmsCase *', 'case_open', $document->handle(), $calendar?->handle()), $document);
    }

    /** Code of a case: agency code, day of receipt, number of the day. */
    public static function caseCode(string $agency, string|\DateTimeInterface $day, int $serial): string
    {
        return Library::take(Library::obtain('char *', 'case_code_build', Library::text($agency), ...[...Library::day($day), $serial]));
    }

    /** Takes a code of a case apart: agency, day, serial. */
    public static function parseCaseCode(string $code): array
    {
        $q = Library::ffi();
        [$agency, $serial] = [$q->new('char *'), $q->new('int64_t')];
        [$year, $month, $day] = [$q->new('int32_t'), $q->new('int32_t'), $q->new('int32_t')];
        Library::attempt('case_code_parse', Library::text($code), FFI::addr($agency), FFI::addr($year), FFI::addr($month),
            FFI::addr($day), FFI::addr($serial));
        return [
            'agency' => Library::take($agency),
            'day' => sprintf('%04d-%02d-%02d', $year->cdata, $month->cdata, $day->cdata),
            'serial' => $serial->cdata,
        ];
    }
}
