/* SPDX-License-Identifier: Apache-2.0 */
/* The module that the server loads. It loads qms-core.so, which does the work, so that libqms and what it rests on
 * look for names among themselves first: the server has a function json_object of its own, and so has jansson, which
 * libqms uses. A library that is linked to a module directly would be given the server's. */
#include "src/functions.h"

#include <dlfcn.h>
#include <libgen.h>

PG_MODULE_MAGIC;

static void *core;

static void *
symbol (const char *name)
{
  void *address = dlsym (core, name);

  if (!address)
    ereport (ERROR, (errcode (ERRCODE_UNDEFINED_FUNCTION), errmsg ("%s", dlerror ())));
  return address;
}

void _PG_init (void);

void
_PG_init (void)
{
  Dl_info self;
  char *path;
  void (*start) (void);

  if (!dladdr (_PG_init, &self))
    ereport (ERROR, (errcode (ERRCODE_INTERNAL_ERROR), errmsg ("cannot tell where the module lies")));
  path = psprintf ("%s/qms-core.so", dirname (pstrdup (self.dli_fname)));
  core = dlopen (path, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  if (!core)
    ereport (ERROR, (errcode_for_file_access (), errmsg ("%s", dlerror ())));
  start = symbol ("pgqms_start");
  start ();
}

/* An SQL function of qms-core.so; its address is kept after the first call. */
#define FORWARD(name)                                                                                                  \
  PG_FUNCTION_INFO_V1 (pgqms_##name);                                                                                  \
  Datum pgqms_##name (PG_FUNCTION_ARGS)                                                                                \
  {                                                                                                                    \
    static PGFunction function;                                                                                        \
                                                                                                                       \
    if (!function)                                                                                                     \
      function = symbol ("core_" #name);                                                                               \
    return function (fcinfo);                                                                                          \
  }

PGQMS_FUNCTIONS (FORWARD)
