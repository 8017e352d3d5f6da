<?php
// SPDX-License-Identifier: Apache-2.0
// For web servers, where PHP allows FFI only to files that were loaded with the server. In php.ini:
//   ffi.enable=preload
//   ffi.preload=…/bindings/php/src/libqms.h
//   opcache.preload=…/bindings/php/preload.php
// libqms.so.0 has to be where the system's loader finds it.
declare(strict_types=1);

require_once __DIR__ . '/src/autoload.php';
foreach (glob(__DIR__ . '/src/*.php') as $file) {
    require_once $file;
}
