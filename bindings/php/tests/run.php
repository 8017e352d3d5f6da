<?php
// SPDX-License-Identifier: Apache-2.0
// What the binding does beyond the conformance suite: the ways of PHP. Prints a line for each test; exit 1 if one failed.
declare(strict_types=1);

require __DIR__ . '/../src/autoload.php';

use Qms\{Command, Document, Node, Qms, QmsException, Types};

const SYSTEM = '<heThong xmlns="urn:libqms:1"><coQuan><vaiTro id="VT"><ten>Lãnh đạo</ten><tenKhac>a</tenKhac><tenKhac>b</tenKhac></vaiTro>
</coQuan><quyTrinh id="QT" lanBanHanh="2"><ten>Một</ten><buoc id="B1" vaiTro="VT"/><buoc id="B2"/><buoc id="B3"/></quyTrinh></heThong>';
const NAME = '𡨸 Văn phòng';
const COUNT = 100_000;

function same(mixed $expected, mixed $found): void
{
    if ($expected !== $found) {
        throw new AssertionError('expected ' . var_export($expected, true) . ', found ' . var_export($found, true));
    }
}

/** The error that an action throws has to be of a class, and of a status if it is the library's. */
function refuses(string $class, callable $action, ?string $status = null): void
{
    try {
        $action();
    } catch (Throwable $error) {
        if (!$error instanceof $class) {
            throw $error;
        }
        same($status, $error instanceof QmsException ? $error->status : null);
        return;
    }
    throw new AssertionError("nothing was thrown, expected $class");
}

function procedure(): Node
{
    return Qms::parse(SYSTEM)->root()->procedures[0];
}

/** Resident memory in MB. */
function resident(): float
{
    preg_match('/^VmRSS:\s+(\d+)/m', file_get_contents('/proc/self/status'), $found);
    return $found[1] / 1000;
}

function children(): array
{
    $kept = [];
    $text = '<heThong xmlns="urn:libqms:1"><coQuan><donVi id="A"><ten>' . NAME . '</ten></donVi></coQuan></heThong>';
    for ($i = 0; $i < COUNT; $i++) {
        $kept[] = Qms::parse($text)->root()->agency->units[0];
    }
    gc_collect_cycles();
    return $kept;
}

$tests = [
    'fields are properties' => function () {
        $procedure = procedure();
        same('Một', $procedure->title);
        same(true, $procedure instanceof Types\Procedure);
        same([true, false], [isset($procedure->edition), isset($procedure->purpose)]);
        $procedure->edition = 3;
        $procedure->issueDate = new DateTimeImmutable('2026-01-05');
        same([3, '2026-01-05'], [$procedure->edition, $procedure->issueDate]);
        unset($procedure->edition);
        same(null, $procedure->edition);
        same('Lãnh đạo', $procedure->steps[0]->roleNode->name);
        same(null, $procedure->steps[1]->roleNode);
    },
    'lists are counted, read and changed like arrays' => function () {
        $steps = procedure()->steps;
        same(3, count($steps));
        same(['B1', 'B2', 'B3'], array_map(fn ($step) => $step->id, $steps->toArray()));
        $steps->move(0, 2);
        unset($steps[0]);
        $steps[] = ['id' => 'B4', 'durations' => [['value' => '4 gioLamViec']]];
        same(['B3', 'B1', 'B4'], array_map(fn ($step) => $step->id, iterator_to_array($steps)));
        same('4 gioLamViec', $steps[2]->durations[0]->value);
        refuses(OutOfRangeException::class, fn () => $steps[3]);
        refuses(LogicException::class, function () use ($steps) { $steps[0] = []; });
    },
    'a list is replaced as a whole or not at all' => function () {
        $role = Qms::parse(SYSTEM)->root()->agency->roles[0];
        $role->aliases = ['c', 'd', 'e'];
        refuses(QmsException::class, function () use ($role) { $role->aliases = ['f', "\x01"]; }, 'value');
        same(['c', 'd', 'e'], $role->aliases->toArray());
        $procedure = procedure();
        refuses(QmsException::class, function () use ($procedure) { $procedure->steps = [['id' => 'B9'], ['khongCo' => 1]]; }, 'argument');
        same('B1', $procedure->steps[0]->id);
    },
    'a list may be replaced by its own items' => function () {
        $procedure = procedure();
        $ids = fn () => array_map(fn ($step) => $step->id, $procedure->steps->toArray());
        $procedure->steps = $procedure->steps;
        same(['B1', 'B2', 'B3'], $ids());
        $procedure->steps = (function () use ($procedure) {
            yield $procedure->steps[2];
            yield from [$procedure->steps[0], ['id' => 'B4']];
        })();
        same(['B3', 'B1', 'B4'], $ids());
    },
    'a node is replaced as a whole or not at all' => function () {
        $root = Qms::parse(SYSTEM)->root();
        $root->policy = ['statement' => 'Công khai'];
        refuses(TypeError::class, function () use ($root) { $root->policy = ['statement' => 5]; });
        refuses(QmsException::class, fn () => $root->nodeAdd('policy', ['khongCo' => 1]), 'argument');
        refuses(QmsException::class, function () use ($root) { $root->policy = $root->agency; }, 'argument');
        same('Công khai', $root->policy->statement);
    },
    'what is no value is refused' => function () {
        $procedure = procedure();
        refuses(TypeError::class, function () use ($procedure) { $procedure->title = 5; });
        refuses(TypeError::class, function () use ($procedure) { $procedure->edition = '2'; });
        refuses(QmsException::class, function () use ($procedure) { $procedure->title = "a\0b"; }, 'value');
        refuses(QmsException::class, function () use ($procedure) { $procedure->title = "\xff"; }, 'value');
        refuses(QmsException::class, fn () => $procedure->titel, 'argument');
        refuses(ValueError::class, fn () => Qms::create('khongCo'));
        same('Một', $procedure->title);
    },
    'an exception tells all that one call found' => function () {
        try {
            Qms::parse('<heThong xmlns="urn:libqms:1"><a/><b/></heThong>', name: 'x.xml');
        } catch (QmsException $error) {
            same(['QMS-CT-001', 'QMS-CT-001'], array_column($error->problems, 'id'));
            same(['structure', 'x.xml', 31], [$error->status, $error->problems[0]->file, $error->problems[0]->column]);
            same(1, preg_match('/^x\.xml:1:31: .+\[QMS-CT-001\]\nx\.xml:1:35: /', $error->getMessage()));
        }
        same(true, isset($error));
    },
    'what the binding refuses itself is a problem as well' => function () {
        try {
            procedure()->title = "a\0b";
        } catch (QmsException $error) {
            same(['value', null], [$error->problems[0]->status, $error->problems[0]->id]);
            same($error->getMessage(), $error->problems[0]->messageEn);
        }
        same(true, isset($error));
    },
    'what nobody knows is refused, not passed over' => function () {
        $workflow = Qms::workflow(procedure());
        refuses(ValueError::class, fn () => $workflow->way(scenario: 'TH-9'));
        refuses(ValueError::class, fn () => $workflow->way(phase: 'GD-9'));
        refuses(ValueError::class, fn () => $workflow->paths(scenario: 'TH-9'));
        refuses(ValueError::class, fn () => $workflow->duration('B1', 'TH-9'));
    },
    'a number of things is not negative' => function () {
        $procedure = procedure();
        refuses(ValueError::class, fn () => Qms::parse(SYSTEM, limits: ['nodes' => -1]));
        refuses(ValueError::class, fn () => $procedure->nodeDocument()->validate(maxFindings: -1));
        refuses(ValueError::class, fn () => Qms::workflow($procedure)->paths(limit: -1));
        refuses(ValueError::class, fn () => Qms::workflowText($procedure, paths: -1));
    },
    "what is the library's own cannot be changed, nor handles copied" => function () {
        $act = Qms::legalAct('61/2018/NĐ-CP');
        refuses(QmsException::class, function () use ($act) { $act->title = 'x'; }, 'argument');
        refuses(QmsException::class, fn () => $act->nodeDetach(), 'argument');
        refuses(Error::class, fn () => clone Qms::create());
        refuses(Error::class, fn () => clone $act);
    },
    'data comes and goes as JSON' => function () {
        $document = Qms::parse(SYSTEM);
        same([], $document->diff(Qms::fromData(json_decode(json_encode($document), true))));
        same('{"id":"B1","role":"VT"}', json_encode($document->find('B1')));
        same('["a","b"]', json_encode($document->root()->agency->roles[0]->aliases));
    },
    'data of nodes without a value are objects' => function () {
        $document = Qms::create();
        $document->root()->procedures->add()->steps->add();
        same('{"steps":[{}]}', json_encode($document->root()->procedures[0]));
        same('{}', json_encode($document->root()->procedures[0]->steps[0]));
        same([], $document->diff(Qms::fromData($document->jsonSerialize())));
        same([], $document->diff(Qms::fromData(json_decode($document->write('json')))));
    },
    'the command does without FFI' => function () use ($argv) {
        $file = __DIR__ . '/../../../examples/xml/ubnd-xa-nho.xml';
        $command = new Command($argv[1] ?? 'qms');
        same(json_decode(Qms::check($file, '2026-06-01')->write('json'), true), $command->validate('2026-06-01', $file));
        same(Qms::load($file)->jsonSerialize(), $command->data($file));
        try {
            $command->data('/khong/co.xml');
        } catch (RuntimeException $error) {
            same(true, str_contains($error->getMessage(), '/khong/co.xml'));
        }
        same(true, isset($error));
    },
    '100,000 children outlive the variables of their documents, and all is freed after them' => function () {
        $kept = children();
        same(COUNT, count(array_filter($kept, fn ($unit) => $unit->name === NAME)));
        $held = resident();
        unset($kept);
        $kept = children();
        same(true, resident() < 1.25 * $held);
        same(true, $kept[COUNT - 1]->nodeParent()->nodeDocument() instanceof Document);
    },
];

$failed = 0;
foreach ($tests as $name => $test) {
    try {
        $test();
        echo "ok: $name\n";
    } catch (Throwable $error) {
        $failed++;
        echo "not ok: $name: $error\n";
    }
}
echo count($tests) - $failed, " passed, $failed failed\n";
exit($failed ? 1 : 0);
