/* SPDX-License-Identifier: Apache-2.0 */
/* libxml2's SAX2 parser behind xml_sax.h, fed by a callback: it costs fewer instructions than the push parser and holds as
 * little of the input. Uses no libxml2 global: the host process owns those. */
#include "codec/xml_sax.h"

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

struct QmsXmlParser {
  const QmsXmlHandler *handler;
  void *user;
  QmsXmlInput input;
  xmlParserCtxt *context;
  size_t bare_tag; /* length from "<" to the end of the name if the tag at hand has nothing more; else 0 */
  bool stopped;
  QmsXmlProblem problem;
  QmsPosition problem_position;
  char *detail;
  int code;   /* libxml2's number of a problem of syntax; 0 if there is none */
  char *name; /* what it is about */
};

/* libxml2 passes attributes as five pointers each and namespaces as two: the layout of our structures. */
G_STATIC_ASSERT (sizeof (QmsXmlAttribute) == 5 * sizeof (xmlChar *));
G_STATIC_ASSERT (sizeof (QmsXmlNamespace) == 2 * sizeof (xmlChar *));

/* ---- positions */

/* Characters between two places of a line. */
static uint32_t
characters (const char *from, const char *to)
{
  uint32_t count = 0;

  for (; from < to; from++)
    count += ((unsigned char)*from & 0xC0) != 0x80;
  return count;
}

enum { LONGEST_INDENT = 512 }; /* how far back a line's begin is looked for */

/* Position of `place`, which lies in the parser's buffer at or before where the parser is. */
static QmsPosition
position_in_buffer (const xmlParserInput *input, const char *place)
{
  const char *now = (const char *)input->cur, *base = (const char *)input->base;
  const char *from = place - base > LONGEST_INDENT ? place - LONGEST_INDENT : base;
  const char *newline = memrchr (from, '\n', (size_t)(place - from));
  QmsPosition position = { (uint32_t)input->line, 0 };

  for (const char *p = place; p < now && (p = memchr (p, '\n', (size_t)(now - p))); p++)
    position.line--;
  if (newline)
    position.column = characters (newline, place);
  else if (position.line == (uint32_t)input->line)
    position.column = (uint32_t)MAX (1, input->col - (int)characters (place, now));
  return position;
}

QmsPosition
qms_xml_position (const QmsXmlParser *parser)
{
  const xmlParserInput *input = parser->context->input;
  const char *now = (const char *)input->cur, *base = (const char *)input->base;
  const char *tag;

  if (parser->bare_tag && now - base >= (gssize)parser->bare_tag && now[-(gssize)parser->bare_tag] == '<')
    return (QmsPosition){ (uint32_t)input->line, (uint32_t)input->col - (uint32_t)parser->bare_tag };
  tag = memrchr (base, '<', (size_t)(now - base)); /* no "<" can stand inside a tag */
  return position_in_buffer (input, tag ? tag : now);
}

QmsPosition
qms_xml_here (const QmsXmlParser *parser)
{
  const xmlParserInput *input = parser->context->input;

  return (QmsPosition){ (uint32_t)input->line, (uint32_t)MAX (1, input->col) };
}

QmsPosition
qms_xml_position_of (const QmsXmlParser *parser, const char *piece)
{
  const xmlParserInput *input = parser->context->input;

  if (piece < (const char *)input->base || piece >= (const char *)input->cur)
    return qms_xml_position (parser);
  return position_in_buffer (input, piece);
}

/* ---- callbacks */

static QmsXmlParser *
self_of (void *context)
{
  return ((xmlParserCtxt *)context)->_private;
}

static void
on_start (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
          const xmlChar **namespaces, int n_attributes, int n_defaulted G_GNUC_UNUSED, const xmlChar **attributes)
{
  QmsXmlParser *self = self_of (context);
  QmsXmlElement element = {
    .name = (const char *)name,
    .prefix = (const char *)prefix,
    .uri = (const char *)uri,
    .attributes = (const QmsXmlAttribute *)(const void *)attributes,
    .n_attributes = (size_t)n_attributes,
    .namespaces = (const QmsXmlNamespace *)(const void *)namespaces,
    .n_namespaces = (size_t)n_namespaces,
  };

  if (*self->context->input->cur != '>' && *self->context->input->cur != '/')
    return; /* a tag without an end; the error comes next */
  self->bare_tag = n_attributes || n_namespaces || prefix ? 0 : 1 + strlen ((const char *)name);
  if (!self->stopped)
    self->handler->start (self->user, &element);
  self->bare_tag = 0;
}

static void
on_end (void *context, const xmlChar *name G_GNUC_UNUSED, const xmlChar *prefix G_GNUC_UNUSED,
        const xmlChar *uri G_GNUC_UNUSED)
{
  QmsXmlParser *self = self_of (context);

  if (!self->stopped)
    self->handler->end (self->user);
}

static void
on_text (void *context, const xmlChar *text, int length)
{
  QmsXmlParser *self = self_of (context);

  if (!self->stopped)
    self->handler->text (self->user, (const char *)text, (size_t)length);
}

static void
on_comment (void *context, const xmlChar *text)
{
  QmsXmlParser *self = self_of (context);

  if (!self->stopped)
    self->handler->comment (self->user, (const char *)text);
}

static void
on_instruction (void *context, const xmlChar *target, const xmlChar *text)
{
  QmsXmlParser *self = self_of (context);

  if (!self->stopped)
    self->handler->instruction (self->user, (const char *)target, (const char *)text);
}

static void
set_problem (QmsXmlParser *self, QmsXmlProblem problem, QmsPosition position, const char *detail)
{
  if (!self->problem) {
    self->problem = problem;
    self->problem_position = position;
    self->detail = g_strdup (detail);
    g_strchomp (self->detail);
  }
  qms_xml_stop (self);
}

static void
on_doctype (void *context, const xmlChar *name G_GNUC_UNUSED, const xmlChar *public_id G_GNUC_UNUSED,
            const xmlChar *system_id G_GNUC_UNUSED)
{
  QmsXmlParser *self = self_of (context);

  set_problem (self, QMS_XML_DOCTYPE, qms_xml_position (self), "");
}

static xmlEntity *
on_entity (void *context G_GNUC_UNUSED, const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static xmlEntity *
on_parameter_entity (void *context G_GNUC_UNUSED, const xmlChar *name G_GNUC_UNUSED)
{
  return NULL;
}

/* The bytes that are no UTF-8, if that is what libxml2 says ("Bytes: 0xC3 0x3C …"); NULL otherwise. */
static const char *
bytes_refused (const xmlError *error)
{
  static const char before[] = "Bytes: ";
  bool told = error->code == XML_ERR_INVALID_CHAR && error->str1 && g_str_has_prefix (error->str1, before);

  return told ? error->str1 + strlen (before) : NULL;
}

static void
on_error (void *context, xmlError *error)
{
  QmsXmlParser *self = self_of (context);
  QmsPosition position = { (uint32_t)MAX (error->line, 0), (uint32_t)MAX (error->int2, 0) };
  const char *bytes = bytes_refused (error);

  if (error->level < XML_ERR_ERROR || error->code == XML_WAR_NS_URI || self->stopped)
    return; /* any text may name a namespace */
  if (!self->problem) {
    self->code = error->code;
    self->name = g_strdup (error->str1);
  }
  if (bytes)
    set_problem (self, QMS_XML_ENCODING, position, bytes);
  else
    set_problem (self, QMS_XML_MALFORMED, position, error->message ? error->message : "");
}

/* ---- parser */

static void
fill_callbacks (xmlSAXHandler *sax)
{
  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->internalSubset = on_doctype;
  sax->getEntity = on_entity;
  sax->getParameterEntity = on_parameter_entity;
  sax->startElementNs = on_start;
  sax->endElementNs = on_end;
  sax->characters = on_text;
  sax->ignorableWhitespace = on_text;
  sax->cdataBlock = on_text;
  sax->comment = on_comment;
  sax->processingInstruction = on_instruction;
  sax->serror = on_error;
}

static int
on_read (void *user, char *buffer, int room)
{
  QmsXmlParser *self = user;
  int count = self->stopped ? -1 : self->input (self->user, buffer, room);

  if (count < 0)
    self->stopped = true;
  return count;
}

/* libxml2 prepares itself at its first use, which must not happen in two threads at once. */
static void
prepare_libxml2 (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready)) {
    xmlInitParser ();
    g_once_init_leave (&ready, 1);
  }
}

QmsXmlParser *
qms_xml_parser_new (const QmsXmlHandler *handler, void *user)
{
  QmsXmlParser *self = g_new0 (QmsXmlParser, 1);
  xmlSAXHandler sax;

  prepare_libxml2 ();
  fill_callbacks (&sax);
  self->handler = handler;
  self->user = user;
  self->context = xmlCreateIOParserCtxt (&sax, NULL, on_read, NULL, self, XML_CHAR_ENCODING_NONE);
  if (!self->context)
    g_error ("libxml2: out of memory");
  /* NOENT: or else each "&" of an attribute comes as "&#38;". There are no entities but the five: no DOCTYPE passes.
   * HUGE: the limits are the reader's. IGNORE_ENC: UTF-8 whatever is declared. */
  xmlCtxtUseOptions (self->context, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
  self->context->_private = self;
  self->context->linenumbers = 1;
  return self;
}

void
qms_xml_parser_free (QmsXmlParser *parser)
{
  if (!parser)
    return;
  xmlFreeParserCtxt (parser->context);
  g_free (parser->detail);
  g_free (parser->name);
  g_free (parser);
}

const char *
qms_xml_intern (QmsXmlParser *parser, const char *name)
{
  return (const char *)xmlDictLookup (parser->context->dict, (const xmlChar *)name, -1);
}

bool
qms_xml_parse (QmsXmlParser *parser, QmsXmlInput input)
{
  parser->input = input;
  xmlParseDocument (parser->context);
  if (!parser->stopped && !parser->context->wellFormed)
    set_problem (parser, QMS_XML_MALFORMED, qms_xml_here (parser), "");
  return !parser->stopped;
}

void
qms_xml_stop (QmsXmlParser *parser)
{
  parser->stopped = true; /* wellFormed stays 1 after xmlStopParser: our own flag tells */
  xmlStopParser (parser->context);
}

QmsXmlProblem
qms_xml_problem (const QmsXmlParser *parser, QmsPosition *position, const char **detail)
{
  *position = parser->problem_position;
  *detail = parser->detail;
  return parser->problem;
}

char *
qms_xml_problem_vi (const QmsXmlParser *parser)
{
  return qms_xml_syntax_text (parser->code, parser->name);
}
