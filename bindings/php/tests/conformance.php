<?php
// SPDX-License-Identifier: Apache-2.0
// Runs the conformance suite (docs/conformance.md): conformance.php PROJECT-DIRECTORY.
declare(strict_types=1);

require __DIR__ . '/../src/autoload.php';

use Qms\{Calendar, Document, DocxImport, Json, Model, Node, NodeList, Office, OpenCase, Qms, QmsException, Report, Workflow};

define('ROOT', realpath($argv[1]));

function below(string $name): string
{
    return ROOT . "/$name";
}

/** Members of an array or object by their names in the suite. */
function members(array|object $from, array $names): array
{
    $values = is_array($from) ? $from : get_object_vars($from);
    return array_combine($names, array_map(fn ($name) => $values[lcfirst(str_replace('_', '', ucwords($name, '_')))], $names));
}

function reload(Document $document, string $format): Document
{
    $file = sys_get_temp_dir() . '/qms-' . getmypid() . ".$format";
    try {
        $document->save($file);
        return Qms::load($file);
    } finally {
        @unlink($file);
    }
}

function item_of(Node $node, string $field, int $index): mixed
{
    return $node->$field[$index] ?? null;
}

function insert(Node $node, string $field, ?int $index, mixed $value): void
{
    $node->$field->insert($index ?? count($node->$field), $value);
}

function field_info(string $type, string $name): ?array
{
    foreach (Model::type($type)['fields'] as $field) {
        if ($field['name'] === $name || $field['xml'] === $name) {
            return members($field, ['name', 'xml', 'kind', 'form', 'list', 'required', 'target', 'enum']);
        }
    }
    return null;
}

function rule_info(string $id): ?array
{
    $rule = Model::rule($id);
    return $rule === null ? null : members($rule, ['id', 'slug', 'severity', 'category']) + ['cite' => $rule['cites'][0] ?? null];
}

function type_info(string $name): ?array
{
    $type = Model::type($name);
    return $type === null ? null : members($type, ['name', 'xml', 'root']) + ['doc' => $type['docEn']];
}

function findings(Report $report, array $names, ?string $rule = null): array
{
    $rows = [];
    foreach ($report as $finding) {
        $members = get_object_vars($finding);
        $members = ['node' => $finding->node?->nodePath(), 'message_en' => $finding->messageEn,
            'suppressed' => $finding->suppression !== null, 'suppressed_by' => $finding->suppression['who'] ?? null,
            'suppressed_until' => $finding->suppression['until'] ?? null, 'suppressed_reason' => $finding->suppression['reason'] ?? null,
            'suppressed_in_file' => $finding->suppression['inFile'] ?? false] + $members;
        if ($rule === null || $finding->rule === $rule) {
            $rows[] = array_map(fn ($name) => $members[$name], $names);
        }
    }
    return $rows;
}

function state(OpenCase $case, string $now): array
{
    return ['status' => $case->status(), 'ended' => $case->isEnded(), 'running' => $case->isRunning(), 'due' => $case->due(),
        'timeliness' => $case->timeliness($now),
        'open' => array_map(fn ($open) => [$open['step']['id'], $open['due']], $case->openSteps($now))];
}

function keep_children(string $text, int $count, string $name): int
{
    $kept = [];
    for ($i = 0; $i < $count; $i++) {
        $kept[] = Qms::parse($text)->root()->agency->units[0];
    }
    gc_collect_cycles();
    return count(array_filter($kept, fn ($unit) => $unit->name === $name));
}

/** PHP has no threads: as many processes at once, each of which prints its report. */
function parallel(string $file, int $count): int
{
    $expected = Qms::check(below($file), '2026-06-01')->write('json', 'vi');
    $pipes = [];
    for ($i = 0; $i < $count; $i++) {
        $pipes[] = popen(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(__DIR__ . '/report.php') . ' ' . escapeshellarg(below($file))
            . ' 2026-06-01', 'r');
    }
    return count(array_filter(array_map('stream_get_contents', $pipes), fn ($report) => $report === $expected));
}

function starting(array $names, string $start): array
{
    return array_values(array_filter($names, fn ($name) => str_starts_with($name, $start)));
}

function migration_work(Document $document, ?string $to, ?string $day = null): array
{
    $document->migrate($to, $work, $day);
    return array_map(fn ($note) => [$note->id, $note->path], $work);
}

function coverage_rows(Document $document, string $day, string $id): array
{
    $rows = [];
    foreach ($document->coverage($day) as $row) {
        if ($row['id'] === $id) {
            $rows[] = ['evidence' => array_map(fn ($item) => [$item['node']->nodePath(), $item['title']], $row['evidence'])]
                + members($row, ['kind', 'id', 'state', 'title', 'title_en', 'note', 'lack', 'lack_en', 'warning', 'warning_en']);
        }
    }
    return $rows;
}

function bpmn_report(Document $document, string $xml): Report
{
    Qms::importBpmn($document, $xml, report: $report);
    return $report;
}

function site(Document $document, string $edition, array $names, ?Report $findings = null): array
{
    $files = Office::site($document, $edition === 'internal', $findings);
    return array_combine($names, array_map(fn ($name) => isset($files[$name]) ? substr($files[$name], 0, 15) : null, $names));
}

function docx_fields(DocxImport $report, array $names, string $end): array
{
    $fields = array_filter($report->fields, fn ($field) => str_ends_with($field->path, $end));
    return array_map(fn ($field) => array_values(members($field, $names)), array_values($fields));
}

function step(Workflow $workflow, string $id): ?array
{
    $step = array_column($workflow->steps(), null, 'id')[$id] ?? null;
    return $step === null ? null : [
        'forms_in' => array_map(array_values(...), $step['formsIn']),
        'forms_out' => array_map(array_values(...), $step['formsOut']),
    ] + members($step, ['number', 'kind', 'role', 'unit', 'unit_name', 'phase', 'agency']);
}

function outcome(Workflow $workflow, string $step, string $code): ?array
{
    $found = array_column($workflow->outcomes($step), null, 'code')[$code] ?? null;
    return $found === null ? null : members($found, ['name', 'scenario', 'lost', 'back']);
}

/** Times in whole minutes or months. */
function whole(array $times): array
{
    return [(int) $times['working'], (int) $times['calendar'], (int) $times['months']];
}

function way_details(Workflow $workflow, string $extreme, ?string $scenario = null, ?string $phase = null): ?array
{
    $way = $workflow->way($extreme === 'longest', $scenario, $phase);
    return $way === null ? null : [
        'places' => array_map(array_values(...), $way['places']),
        'hand_overs' => $way['handOvers'],
        'roles' => array_map(fn ($role) => [$role['role'], (int) $role['working']], $way['roles']),
        'times' => whole($way),
    ];
}

function paths(Workflow $workflow, ...$arguments): array
{
    $found = $workflow->paths(...$arguments);
    $describe = fn ($path) => [array_map(array_values(...), $path['places']), (int) $path['working']];
    return ['complete' => $found['complete'], 'paths' => array_map($describe, $found['paths'])];
}

function timing(Workflow $workflow): array
{
    $timing = $workflow->timing();
    $describe = fn ($row) => ['shortest' => whole($row['shortest']), 'longest' => whole($row['longest']),
        'slack' => $row['slack'] ? [(int) $row['slack']['amount'], $row['slack']['unit']] : null,
        'reduction' => $row['reduction'] === null ? null : (int) round($row['reduction'] * 100)] + $row;
    return ['complete' => $timing['complete'], 'rows' => array_map($describe, $timing['rows'])];
}

function open_step(OpenCase $case, string $id, string $now, int $soon = 0): ?array
{
    foreach ($case->openSteps($now, $soon) as $open) {
        if ($open['step']['id'] === $id) {
            return members($open, ['entered', 'due', 'running', 'timeliness', 'remaining', 'used']);
        }
    }
    return null;
}

// Each is called with what the step is on, then its arguments.
$operations = [
    'parse' => fn ($_, $text) => Qms::parse($text),
    'parse_base64' => fn ($_, $text) => Qms::parse(base64_decode($text)),
    'load' => fn ($_, $name, $options = []) => Qms::load(below($name), ...$options),
    'read' => fn ($_, $text, $options) => Qms::parse($text, ...$options),
    'new' => fn ($_, $type) => Qms::create($type),
    'root' => fn (Document $document) => $document->root(),
    'find' => fn (Document $document, $id) => $document->find($id),
    'format' => fn (Document $document) => $document->format() ?? 'auto',
    'file' => fn (Document $document) => str_replace(ROOT . '/', '', $document->file()),
    'diagnostics' => fn (Document $document) => array_column($document->problems(), 'id'),
    'write' => fn (Document $document, $format) => $document->write($format),
    'reload' => reload(...),
    'save' => fn (Document $document, $path) => $document->save($path),
    'data' => fn (Document $document) => $document->jsonSerialize(),
    'from_data' => fn ($_, $data) => Qms::fromData($data),
    'diff' => fn (Document $document, $other) => array_map(array_values(...), $document->diff($other)),

    'type' => fn (Node $node) => $node->nodeType(),
    'id' => fn (Node $node) => $node->nodeId(),
    'path' => fn (Node $node) => $node->nodePath(),
    'line' => fn (Node $node) => $node->nodeLine(),
    'column' => fn (Node $node) => $node->nodeColumn(),
    'index' => fn (Node $node) => $node->nodeIndex(),
    'parent' => fn (Node $node) => $node->nodeParent(),
    'parent_field' => fn (Node $node) => $node->nodeField(),
    'document' => fn (Node $node) => $node->nodeDocument(),
    'at' => fn (Node $node, $path) => $node->nodeAt($path),
    'get' => fn (Node $node, $field) => $node->$field,
    'text' => fn (Node $node, $field, $index = 0) => $node->nodeText($field, $index),
    'has' => fn (Node $node, $field) => isset($node->$field),
    'count' => fn (Node $node, $field) => count($node->$field),
    'present' => fn (Node $node) => $node->nodeFields(),
    'item' => item_of(...),
    'items' => fn (Node $node, $field) => $node->$field->toArray(),
    'set' => function (Node $node, $field, $value) { $node->$field = $value; },
    'set_text' => fn (Node $node, $field, $text) => $node->nodeSetText($field, $text),
    'unset' => function (Node $node, $field) { unset($node->$field); },
    'insert' => insert(...),
    'add' => fn (Node $node, $field, $index = null) => $index === null ? $node->nodeAdd($field) : $node->$field->insert($index),
    'remove' => fn (Node $node, $field, $index) => $node->$field->remove($index),
    'move' => fn (Node $node, $field, $from, $to) => $node->$field->move($from, $to),
    'attach' => insert(...),
    'detach' => fn (Node $node) => $node->nodeDetach(),
    'copy' => fn (Node $node, $document = null) => $node->nodeCopy($document),
    'equal' => fn (Node $node, $other) => $node->nodeEquals($other),
    'resolve' => fn (Node $node, $field) => $node->nodeResolve($field),
    'extension' => fn (Node $node, ...$name) => $node->nodeExtension(...$name),
    'set_extension' => fn (Node $node, ...$values) => $node->nodeSetExtension(...$values),
    'node_data' => fn (Node $node) => $node->jsonSerialize(),

    'type_info' => fn ($_, $name) => type_info($name),
    'root_types' => fn () => array_values(array_filter(Model::types(), fn ($name) => Model::type($name)['root'])),
    'type_fields' => fn ($_, $name) => array_column(Model::type($name)['fields'], 'name'),
    'field_info' => fn ($_, ...$names) => field_info(...$names),
    'field_texts' => fn ($_, $type, $name) => members(array_column(Model::type($type)['fields'], null, 'name')[$name],
        ['pattern', 'doc', 'doc_en']),
    'enumerations' => fn ($_, $start) => starting(Model::enumerations(), $start),
    'enum_values' => fn ($_, $name) => array_map(array_values(...), Model::values($name)),
    'rules' => fn ($_, $start) => starting(Model::rules(), $start),
    'rule_texts' => fn ($_, $id) => members(Model::rule($id), ['title', 'title_en', 'why', 'why_en', 'remedy', 'remedy_en', 'since',
        'cites', 'items']),
    'schema' => fn ($_, $format, $count) => ($text = Model::schema($format)) === null ? null : substr($text, 0, $count),
    'rule_info' => fn ($_, $id) => rule_info($id),

    'validate' => fn (Document $document, $options = [], $suppressions = null) => $document->validate($options['as_of'] ?? null,
        $options['framework'] ?? null, isset($options['legal']) ? below($options['legal']) : null, $suppressions, $options['max_findings'] ?? null),
    'findings' => findings(...),
    'counts' => fn (Report $report) => ['findings' => count($report)] + $report->counts(),
    'left_out' => fn (Report $report) => $report->leftOut(),
    'report_file' => fn (Report $report) => $report->file(),
    'check_suppressions' => fn (Document $suppressions, $report, $options = []) =>
        $suppressions->checkSuppressions([$report], $options['as_of'] ?? null),
    'refused' => fn ($_, $text, $name) => Qms::checkText($text, $name),
    'report' => fn (Report $report, $format, $lang) => $report->write($format, $lang),

    'frameworks' => fn () => Qms::frameworks(),
    'framework' => fn ($_, $id) => Qms::framework($id),
    'check_framework' => fn ($_, $name) => Qms::checkFramework(below($name)),
    'new_system' => fn ($_, ...$arguments) => Qms::newSystem(...$arguments),
    'migrate' => fn (Document $document, $to, $day = null) => $document->migrate($to, asOf: $day),
    'migration_work' => migration_work(...),
    'coverage' => fn (Document $document, $day) => $document->coverage($day)->counts(),
    'coverage_rows' => coverage_rows(...),
    'coverage_table' => fn (Document $document, $day, ...$arguments) => $document->coverage($day)->write(...$arguments),
    'inspect' => fn (Report $report, $least = 'error') => $report->inspect(least: $least),
    'inspection_counts' => fn (Document $inspection) => $inspection->inspectionCounts(),
    'inspection_table' => fn (Document $inspection, ...$arguments) => $inspection->inspectionTable(...$arguments),
    'legal_act' => fn ($_, $number) => Qms::legalAct($number),
    'legal_status' => fn ($_, $number, $day) => Qms::legalStatus($number, $day),
    'portal_import' => fn (Document $document, $json) => Qms::importPortal($document, $json),
    'portal_export' => fn (Node $node) => Qms::portalRecord($node),
    'portal_notes' => fn (Document $document) => array_column(Qms::portalNotes($document), 'id'),
    'bpmn' => fn (Node $node, ...$profile) => Qms::bpmn($node, ...$profile),
    'import_bpmn' => fn (Document $document, $xml) => Qms::importBpmn($document, $xml),
    'bpmn_report' => bpmn_report(...),
    'svg_pages' => fn (Node $node, $whole = false) => count(array_filter(Qms::svg($node, $whole), fn ($page) => str_contains($page, '<svg'))),

    'csv' => fn (Document $document, $table) => Office::csv($document, $table),
    'import_csv' => fn (Document $document, ...$arguments) => array_values(Office::importCsv($document, ...$arguments)),
    'site' => site(...),
    'templates' => fn ($_, $start) => starting(Office::templates(), $start),
    'fill' => fn (Node $node, $name, $day) => base64_encode(Office::fill($node, Office::template($name), $day)),
    'import_docx' => fn (Document $document, $docx, $name, $keep) =>
        Office::importDocx($document, base64_decode($docx), $name, $keep)->procedure,
    'docx_report' => fn (Document $document, $docx, $name, $keep) =>
        Office::importDocx($document, base64_decode($docx), $name, $keep),
    'refused_docx' => fn ($_, $docx, $name) => Office::tryImportDocx(Qms::create('system'), base64_decode($docx), $name),
    'docx_counts' => fn (DocxImport $report) => ['procedure' => $report->path, 'fields' => count($report->fields),
        'doubtful' => $report->doubtful, 'notes' => count($report->notes)],
    'docx_fields' => docx_fields(...),
    'docx_notes' => fn (DocxImport $report, $names) => array_map(fn ($note) => array_values(members($note, $names)), $report->notes),
    'docx_text' => fn (DocxImport $report, $format, $lang) => $report->write($format, $lang),

    'workflow' => fn (Node $node) => Qms::workflow($node),
    'steps' => fn (Workflow $workflow) => array_map(fn ($step) => array_values(members($step, ['id', 'name', 'role_name', 'counts'])),
        $workflow->steps()),
    'outcomes' => fn (Workflow $workflow, $step) => array_map(
        fn ($outcome) => array_values(members($outcome, ['code', 'kind', 'target', 'branches'])), $workflow->outcomes($step)),
    'way' => fn (Workflow $workflow, $extreme) => [($way = $workflow->way($extreme === 'longest'))['steps'], (int) $way['working']],
    'step' => step(...),
    'duration' => fn (Workflow $workflow, ...$arguments) => $workflow->duration(...$arguments),
    'scenarios' => fn (Workflow $workflow) => array_map(array_values(...), $workflow->scenarios()),
    'phases' => fn (Workflow $workflow) => array_map(array_values(...), $workflow->phases()),
    'outcome' => outcome(...),
    'way_details' => way_details(...),
    'paths' => paths(...),
    'timing' => timing(...),
    'workflow_text' => fn (Node $node, ...$arguments) => Qms::workflowText($node, ...$arguments),
    'verdicts' => fn (Workflow $workflow) => array_column($workflow->verdicts(), 'verdict'),
    'calendar' => fn ($_, $name) => Qms::calendar($name),
    'calendar_from' => fn (Document $document) => Qms::calendar($document),
    'due' => fn (Calendar $calendar, ...$arguments) => array_values($calendar->due(...$arguments)),
    'same_day_due' => fn (Calendar $calendar, $received) => array_values($calendar->sameDayDue($received)),
    'add_minutes' => fn (Calendar $calendar, ...$arguments) => array_values($calendar->add(...$arguments)),
    'working_minutes' => fn (Calendar $calendar, ...$times) => $calendar->workingMinutes(...$times),
    'day' => fn (Calendar $calendar, $day) => array_slice(array_values($calendar->day($day)), 0, 2),
    'day_off' => fn (Calendar $calendar, $day) => array_slice(array_values($calendar->day($day)), 2),
    'calendar_info' => fn (Calendar $calendar) => [$calendar->id(), $calendar->dayMinutes(), $calendar->utcOffset()],
    'parse_limit' => fn ($_, $text) => Qms::parseLimit($text),
    'start_case' => fn (Document $document, ...$arguments) => Qms::startCase($document, ...$arguments),
    'open_case' => fn (Document $document, ...$arguments) => Qms::openCase($document, ...$arguments),
    'complete' => fn (OpenCase $case, $step, $outcome, $time, ...$rest) => $case->complete($time, $step, $outcome, ...$rest),
    'happen' => fn (OpenCase $case, ...$arguments) => $case->happen(...$arguments),
    'hand_over' => fn (OpenCase $case, $agency, $code, $time, ...$rest) => $case->handOver($agency, $time, $code, ...$rest),
    'extend' => fn (OpenCase $case, ...$arguments) => $case->extend(...$arguments),
    'state' => state(...),
    'remaining' => fn (OpenCase $case, $now) => $case->remaining($now),
    'used' => fn (OpenCase $case, $now) => $case->used($now),
    'open_step' => open_step(...),
    'next' => fn (OpenCase $case, ...$arguments) => $case->next(...$arguments),
    'form' => fn (OpenCase $case, $kind) => json_decode($case->form($kind, 'json', 'vi'), true),
    'case_document' => fn (OpenCase $case) => $case->document,
    'case_code' => fn ($_, ...$arguments) => Qms::caseCode(...$arguments),
    'parse_case_code' => fn ($_, $code) => array_values(Qms::parseCaseCode($code)),

    'keep_children' => fn ($_, ...$arguments) => keep_children(...$arguments),
    'parallel' => fn ($_, ...$arguments) => parallel(...$arguments),
];

/** PHP's own errors count as argument. */
function agrees(Throwable $error, array $expected): bool
{
    $problem = $error instanceof QmsException ? ($error->problems[0] ?? null) : null;
    $texts = $problem ? ['message_en' => $problem->messageEn, 'remedy_en' => $problem->remedyEn] : [];
    $found = ($problem ? get_object_vars($problem) : []) + $texts + ['status' => $error instanceof QmsException ? $error->status : 'argument'];
    return array_intersect_key($found, $expected) == $expected;
}

function resolved(mixed $value, array $variables): mixed
{
    return is_array($value) && array_keys($value) === ['var'] ? $variables[$value['var']] : $value;
}

/** Members of objects have no order, in lists they have; an object without any is no list. */
function sorted(mixed $value): mixed
{
    if ($value instanceof stdClass) {
        return '{}';
    }
    if (!is_array($value)) {
        return $value;
    }
    $value = array_map(sorted(...), $value);
    array_is_list($value) || ksort($value);
    return $value;
}

/** What is wrong; null if nothing is. */
function run_step(array $step, array &$variables): ?string
{
    global $operations;
    $arguments = array_map(fn ($value) => resolved($value, $variables), $step['args'] ?? []);
    try {
        $result = $operations[$step['call']]($variables[$step['on'] ?? ''] ?? null, ...$arguments);
    } catch (QmsException | TypeError | ValueError | LogicException $error) {
        return isset($step['fails']) && agrees($error, (array) $step['fails']) ? null : "found $error";
    }
    if (isset($step['fails'])) {
        return 'expected ' . json_encode($step['fails']);
    }
    $variables[$step['as'] ?? ''] = $result;
    $expected = resolved($step['gives'] ?? null, $variables);
    $good = !array_key_exists('gives', $step)
        || ($result instanceof Node ? $result->nodeIs($expected) : sorted($result) === sorted($expected));
    return $good ? null : 'expected ' . json_encode($step['gives']) . ', found ' . json_encode($result, JSON_UNESCAPED_UNICODE);
}

function run_case(array $case): ?string
{
    $variables = [];
    $input = $case['input'] ?? null;
    $call = $input !== null && str_contains('<{', $input[0]) ? 'parse' : 'load';
    $first = $input === null ? [] : [['call' => $call, 'args' => [$input], 'as' => 'doc']];
    foreach ([...$first, ...$case['steps']] as $step) {
        if (($wrong = run_step($step, $variables)) !== null) {
            return "{$step['call']}: $wrong";
        }
    }
    return null;
}

[$passed, $failed] = [0, 0];
foreach (glob(below('tests/conformance/*.json')) as $file) {
    foreach (Json::decode(file_get_contents($file))['cases'] as $case) {
        $wrong = run_case($case);
        $wrong === null ? $passed++ : $failed++;
        echo $wrong === null ? '' : 'PHP: ' . basename($file) . ": {$case['name']}: $wrong\n";
    }
}
echo $failed ? "PHP: $failed cases failed\n" : '', "PHP: $passed cases passed\n";
exit($failed || !$passed ? 1 : 0);
