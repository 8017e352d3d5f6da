/* SPDX-License-Identifier: Apache-2.0 */
/* The XML reader: chunks of the source, through the guard and the parser, to the decoder. */
#include "codec/xml_decoder.h"

#include "gen/ids.h"

#include <string.h>

static void
init (QmsDecoder *self, const QmsReader *reader, QmsSource *source, QmsError **error)
{
  const char *file = source->name;

  *self = (QmsDecoder){ .reader = reader, .source = source, .file = file, .error = error };
  self->parser = qms_xml_parser_new (&qms_decoder_handler, self);
  self->document = qms_document_alloc ();
  self->document->file = file ? qms_arena_strndup (self->document->arena, file, strlen (file)) : NULL;
  qms_document_open_index (self->document);
  self->text = g_string_new (NULL);
  self->pending_end = &self->pending;
  qms_foreign_init (&self->foreign);
  self->namespace = qms_xml_intern (self->parser, QMS_NAMESPACE);
  self->names = g_new (const char *, qms_gen_n_names);
  for (size_t i = 0; i < qms_gen_n_names; i++)
    self->names[i] = qms_xml_intern (self->parser, qms_gen_names[i]);
}

static void
clear (QmsDecoder *self)
{
  qms_document_unref (self->document);
  qms_xml_parser_free (self->parser);
  g_free (self->frames);
  g_string_free (self->text, TRUE);
  qms_foreign_clear (&self->foreign);
  g_free (self->names);
}

/* ---- input: a chunk of the source at a time, guarded before the parser sees it */

static QmsStatus
next_chunk (QmsDecoder *self)
{
  QmsPlace place = { self->file, 0, 0, NULL };
  QmsStatus status = qms_source_next (self->source, &self->chunk, &self->chunk_size, self->error);

  self->total += self->chunk_size;
  if (status == QMS_OK && self->total > self->reader->limits[QMS_LIMIT_BYTES])
    return qms_fail_limit (self->reader, QMS_LIMIT_BYTES, &place, self->error);
  return status == QMS_OK ? qms_guard_scan (&self->guard, self->chunk, self->chunk_size, self->file, self->error)
                          : status;
}

static int
on_input (void *user, char *buffer, int room)
{
  QmsDecoder *self = user;
  size_t count;

  if (self->chunk_size == 0 && self->input == QMS_OK)
    self->input = next_chunk (self);
  if (self->input != QMS_OK)
    return -1;
  count = MIN (self->chunk_size, (size_t)room);
  memcpy (buffer, self->chunk, count);
  self->chunk += count;
  self->chunk_size -= count;
  return (int)count;
}

/* The first chunk is at hand already: its beginning told the format. */
static QmsStatus
begin (QmsDecoder *self, const char *chunk, size_t size)
{
  size_t mark;
  QmsStatus status = qms_guard_begin (chunk, size, self->file, &mark, self->error);

  self->total = size;
  self->chunk = chunk + mark;
  self->chunk_size = size - mark;
  qms_guard_init (&self->guard, self->reader);
  return status == QMS_OK ? qms_guard_scan (&self->guard, self->chunk, self->chunk_size, self->file, self->error)
                          : status;
}

/* Status of the first problem. What the parser says of an input that was cut off by the guard counts for nothing. */
static QmsStatus
parse (QmsDecoder *self)
{
  QmsStatus status;

  qms_xml_parse (self->parser, on_input);
  status = self->input;
  if (status == QMS_OK)
    status = qms_xml_fail (self->parser, self->file, self->error);
  return self->status != QMS_OK ? self->status : status;
}

/* What stands after the root. */
static void
settle_epilogue (QmsDecoder *self)
{
  QmsFrame frame = { .node = self->document->root, .extras_end = &self->document->root->extra };

  while (*frame.extras_end)
    frame.extras_end = &(*frame.extras_end)->next;
  qms_decoder_settle (self, &frame, QMS_WHERE_AFTER, 0, 0);
}

QmsStatus
qms_xml_read (const QmsReader *reader, QmsSource *source, const char *chunk, size_t size, QmsDocument **document,
              QmsError **error)
{
  QmsDecoder self;
  QmsStatus status;

  init (&self, reader, source, error);
  status = begin (&self, chunk, size);
  if (status == QMS_OK)
    status = parse (&self);
  if (status == QMS_OK) {
    settle_epilogue (&self);
    *document = g_steal_pointer (&self.document);
  }
  clear (&self);
  return status;
}
