/* SPDX-License-Identifier: Apache-2.0 */
/* Does one thing to one file once and prints how long it took and how much memory the process used at most:
 * bench MODE FILE → "seconds peak-kilobytes". Peers are libxml2's ways of doing the same.
 *
 * What is measured stands in a function bench_… of its own, so that callgrind can collect inside it alone. Freeing the result
 * is not measured. */
#define _POSIX_C_SOURCE 200809L

#include <qms.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MEASURED __attribute__ ((noinline, used))

typedef struct {
  const char *path;
  char *data; /* the file, for what reads from memory */
  size_t size;
  QmsDocument *document; /* what was read, or is to be written */
  QmsReport *report;
  char *text;
  xmlDocPtr tree;
  xmlSchemaPtr schema;
} Bench;

typedef struct {
  const char *name;
  void (*prepare) (Bench *bench);
  void (*run) (Bench *bench);
} Mode;

static _Noreturn void
die (const char *what)
{
  fprintf (stderr, "bench: %s\n", what);
  exit (2);
}

static void
expect_ok (QmsStatus status, QmsError *error)
{
  if (status != QMS_OK)
    die (qms_error_message (error, QMS_LANG_EN));
}

static void
prepare_nothing (Bench *bench)
{
  (void)bench;
}

static void
prepare_memory (Bench *bench)
{
  FILE *file = fopen (bench->path, "rb");
  if (file == NULL || fseek (file, 0, SEEK_END) != 0)
    die ("cannot open the file");
  bench->size = (size_t)ftell (file);
  bench->data = malloc (bench->size);
  rewind (file);
  if (bench->data == NULL || fread (bench->data, 1, bench->size, file) != bench->size)
    die ("cannot read the file");
  fclose (file);
}

static void
prepare_document (Bench *bench)
{
  QmsError *error = NULL;
  expect_ok (qms_document_load (bench->path, &bench->document, &error), error);
}

static void
prepare_schema (Bench *bench)
{
  const char *text = qms_schema_text ("xsd");
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt (text, (int)strlen (text));
  bench->schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  if (bench->schema == NULL)
    die ("the generated XSD is not valid");
}

static void
null_start (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
            const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  (void)context, (void)name, (void)prefix, (void)uri, (void)n_namespaces, (void)namespaces;
  (void)n_attributes, (void)n_defaulted, (void)attributes;
}

static void
null_end (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void)context, (void)name, (void)prefix, (void)uri;
}

static void
null_text (void *context, const xmlChar *text, int length)
{
  (void)context, (void)text, (void)length;
}

MEASURED static void
bench_null_sax (Bench *bench)
{
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt (bench->data, (int)bench->size);
  memset (parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = null_start;
  parser->sax->endElementNs = null_end;
  parser->sax->characters = null_text;
  parser->sax->ignorableWhitespace = null_text;
  if (xmlParseDocument (parser) != 0)
    die ("not well-formed");
  xmlFreeParserCtxt (parser);
}

MEASURED static void
bench_qms_read (Bench *bench)
{
  QmsError *error = NULL;
  expect_ok (qms_document_load (bench->path, &bench->document, &error), error);
}

/* Reads the data about legal acts, which a process does once. */
static void
prepare_validation (Bench *bench)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsReport *report = NULL;
  QmsError *error = NULL;
  (void)bench;
  expect_ok (qms_system_set_framework (qms_document_root (document), "bkhcn-101-2019", &error), error);
  expect_ok (qms_document_validate (document, &report, &error), error);
  qms_report_free (report);
  qms_document_unref (document);
}

MEASURED static void
bench_qms_validate (Bench *bench)
{
  QmsError *error = NULL;
  bench_qms_read (bench);
  expect_ok (qms_document_validate (bench->document, &bench->report, &error), error);
}

MEASURED static void
bench_qms_write (Bench *bench)
{
  QmsError *error = NULL;
  expect_ok (qms_document_write (bench->document, QMS_FORMAT_XML, &bench->text, NULL, &error), error);
}

MEASURED static void
bench_libxml2_dom (Bench *bench)
{
  bench->tree = xmlReadFile (bench->path, NULL, XML_PARSE_NONET);
  if (bench->tree == NULL)
    die ("not well-formed");
}

MEASURED static void
bench_libxml2_dom_xsd (Bench *bench)
{
  bench_libxml2_dom (bench);
  xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt (bench->schema);
  if (xmlSchemaValidateDoc (validator, bench->tree) != 0)
    die ("not valid against the XSD");
  xmlSchemaFreeValidCtxt (validator);
}

static const Mode modes[] = {
  { "null-sax", prepare_memory, bench_null_sax },
  { "qms-read", prepare_nothing, bench_qms_read },
  { "qms-validate", prepare_validation, bench_qms_validate },
  { "qms-write", prepare_document, bench_qms_write },
  { "libxml2-dom", prepare_nothing, bench_libxml2_dom },
  { "libxml2-dom-xsd", prepare_schema, bench_libxml2_dom_xsd },
};

static double
now (void)
{
  struct timespec time;
  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Highest resident size of this program; getrusage would count what ran in the process before it, too. */
static long
peak_kilobytes (void)
{
  char line[256];
  long peak = 0;
  FILE *file = fopen ("/proc/self/status", "r");
  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "VmHWM: %ld", &peak) == 1)
      break;
  if (file != NULL)
    fclose (file);
  return peak;
}

static const Mode *
find_mode (const char *name)
{
  for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
    if (strcmp (modes[i].name, name) == 0)
      return &modes[i];
  return NULL;
}

static void
release (Bench *bench)
{
  qms_report_free (bench->report);
  qms_document_unref (bench->document);
  qms_free (bench->text);
  xmlFreeDoc (bench->tree);
  xmlSchemaFree (bench->schema);
  free (bench->data);
}

int
main (int argc, char **argv)
{
  const Mode *mode = argc == 3 ? find_mode (argv[1]) : NULL;
  if (mode == NULL)
    die ("usage: bench null-sax|qms-read|qms-validate|qms-write|libxml2-dom|libxml2-dom-xsd FILE");
  Bench bench = { .path = argv[2] };
  mode->prepare (&bench);
  double start = now ();
  mode->run (&bench);
  double seconds = now () - start;
  printf ("%.6f %ld\n", seconds, peak_kilobytes ());
  release (&bench);
  return 0;
}
