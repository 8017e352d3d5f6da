/* SPDX-License-Identifier: Apache-2.0 */
/* A streaming XML parser: the only place that knows libxml2. No document type declarations, no entities beyond the five,
 * no network, UTF-8 only. */
#pragma once

#include "core/node.h"

typedef struct QmsXmlParser QmsXmlParser;

/* Names, prefixes and namespaces are interned by the parser: equal ones are the same pointer. */
typedef struct {
  const char *name, *prefix, *uri; /* prefix and uri NULL if there is none */
  const char *value, *value_end;   /* not NUL-terminated */
} QmsXmlAttribute;

typedef struct {
  const char *prefix, *uri; /* prefix NULL: the default namespace; uri NULL: undeclared */
} QmsXmlNamespace;

typedef struct {
  const char *name, *prefix, *uri;
  const QmsXmlAttribute *attributes;
  size_t n_attributes;
  const QmsXmlNamespace *namespaces;
  size_t n_namespaces;
} QmsXmlElement;

typedef struct {
  void (*start) (void *user, const QmsXmlElement *element);
  void (*end) (void *user);
  void (*text) (void *user, const char *text, size_t length);
  void (*comment) (void *user, const char *text);
  void (*instruction) (void *user, const char *target, const char *text);
} QmsXmlHandler;

typedef enum {
  QMS_XML_MALFORMED = 1, /* not well-formed; `detail` says why */
  QMS_XML_ENCODING,      /* bytes that are not UTF-8 */
  QMS_XML_DOCTYPE,
} QmsXmlProblem;

QmsXmlParser *qms_xml_parser_new (const QmsXmlHandler *handler, void *user);
void qms_xml_parser_free (QmsXmlParser *parser);
/* The parser's own copy of a name; to compare pointers with. */
const char *qms_xml_intern (QmsXmlParser *parser, const char *name);
/* Puts at most `room` bytes into `buffer` and returns how many; 0 at the end, -1 to stop. */
typedef int (*QmsXmlInput) (void *user, char *buffer, int room);
/* Parses all that `input` gives. False if there was a problem or the parser was stopped. */
bool qms_xml_parse (QmsXmlParser *parser, QmsXmlInput input);
/* Calls no handler any more. */
void qms_xml_stop (QmsXmlParser *parser);
/* About where the parser is. Lines and columns count from 1. */
QmsPosition qms_xml_here (const QmsXmlParser *parser);
/* Within `start`: where the tag begins. */
QmsPosition qms_xml_position (const QmsXmlParser *parser);
/* Within `start`: where a piece of the tag begins (the value of an attribute); the tag's begin if it cannot be told. */
QmsPosition qms_xml_position_of (const QmsXmlParser *parser, const char *piece);
/* The problem that ended parsing; 0 if none. `*detail` stays valid until the parser is freed. */
QmsXmlProblem qms_xml_problem (const QmsXmlParser *parser, QmsPosition *position, const char **detail);
/* The same detail in Vietnamese; NULL if there are no words for it. Free with g_free. */
char *qms_xml_problem_vi (const QmsXmlParser *parser);
/* The problem as an error; QMS_OK if there is none. xml_fail.c */
QmsStatus qms_xml_fail (const QmsXmlParser *parser, const char *file, QmsError **error);
/* Vietnamese words for a number of libxml2, with the name that it is about; NULL if there are none. xml_syntax.c */
char *qms_xml_syntax_text (int code, const char *name);
