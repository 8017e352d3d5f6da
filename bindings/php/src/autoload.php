<?php
// SPDX-License-Identifier: Apache-2.0
// Loads the classes of the binding where Composer does not.
declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Qms\\Types\\')) {
        require_once __DIR__ . '/Types.php';
    } elseif (str_starts_with($class, 'Qms\\') && is_file($file = __DIR__ . '/' . substr($class, 4) . '.php')) {
        require_once $file;
    }
});
