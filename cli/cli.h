/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands of `qms` share: options, texts in two languages, reading, writing, exit codes. */
#pragma once

#include <qms/glib.h>

#include <stdbool.h>

typedef enum {
  CLI_OK = 0,       /* nothing found that counts */
  CLI_FINDINGS = 1, /* findings, differences, files that are not in canonical form */
  CLI_FAILED = 2,   /* wrong usage, input or output error, refused input */
  CLI_INTERNAL = 3, /* a defect of qms */
} CliExit;

typedef struct Cli Cli;

typedef struct {
  const char *name;
  const char *arguments; /* as the usage line shows them, such as "FILE…" */
  const char *summary;   /* what it does, in a few words */
  CliExit (*run) (Cli *cli);
  void (*more) (void); /* prints the rest of the help; NULL if there is none */
} CliCommand;

/* One run of a command. After cli_parse, `arguments` are those that are no options. */
struct Cli {
  const CliCommand *command;
  int n_arguments;
  char **arguments;
  CliExit exit; /* of the command if cli_parse says no */
};

/* texts.c: English texts are the keys, as with gettext. */
const char *cli_text (const char *english) G_GNUC_FORMAT (1);
#define _(text) cli_text (text)
#define N_(text) text
/* Language of all texts: QMS_LANG_…. */
int cli_lang (void);
/* "vi" or "en"; anything else: as LC_ALL, LC_MESSAGES or LANG say; Vietnamese if they say nothing. */
void cli_set_lang (const char *name);
/* placeholder.c: words in capitals, such as FILE, in the user's language. Free with g_free. */
char *cli_placeholders (const char *text);
/* "error", "warning", "info": the word of options and machine formats; the same in the user's language. */
const char *cli_severity_name (int severity);
const char *cli_severity (int severity);

/* options.c: one table per command drives parsing, checking and help. */
typedef enum {
  CLI_FLAG,   /* bool */
  CLI_VALUE,  /* const char *, in UTF-8 */
  CLI_FILE,   /* const char *, bytes as the system has them */
  CLI_CHOICE, /* const char *, one of `argument`, which reads "a|b|c" */
} CliOptionKind;

typedef struct {
  const char *name; /* NULL ends a table */
  char letter;      /* 0: none */
  CliOptionKind kind;
  void *value;          /* where it goes */
  const char *argument; /* what it takes, such as "FILE" */
  const char *help;
} CliOption;

/* Options that several commands have. */
CliOption cli_option_output (const char **value);
CliOption cli_option_lenient (bool *value);

/* Takes the options out of the arguments and checks that `min` to `max` others (max < 0: any number) are left. False: all has
 * been said (help or an error), leave with cli->exit. --lang and --help come by themselves. */
bool cli_parse (Cli *cli, const CliOption *options, int min, int max);
/* Index of `name` in "a|b|c"; -1 if it is not there. */
int cli_choice (const char *choices, const char *name);
/* Sets the language if --lang stands among the arguments, before anything is said. */
void cli_find_lang (int argc, char **argv);

/* Day of a text such as "2026-01-31"; false if it is none. */
bool cli_parse_date (const char *text, int *year, int *month, int *day);
/* Says that an option's value is none. */
CliExit cli_refuse_date (const Cli *cli, const char *option, const char *text);

/* validator.c */
/* What systems are checked against, as options say; NULL: as the file or the library has it. */
typedef struct {
  const char *framework, *legal, *suppressions, *as_of;
} CliBasis;

CliOption cli_option_framework (CliBasis *basis);
CliOption cli_option_suppressions (CliBasis *basis);
CliOption cli_option_legal (CliBasis *basis);
CliOption cli_option_as_of (CliBasis *basis);
/* Validator on that basis; NULL and an error if it asks for something that does not exist. */
QmsValidator *cli_validator (const CliBasis *basis, QmsError **error);
/* The same after a check of the options; NULL after a complaint, with cli->exit. */
QmsValidator *cli_check_basis (Cli *cli, const CliBasis *basis);
/* As cli_would_replace, of the files of the basis. */
bool cli_would_replace_basis (Cli *cli, const char *output, const CliBasis *basis);

/* Tables that CSV has in and out. */
#define CLI_CSV_TABLES "tthc|risks|records"

/* parallel.c */
/* `worker` is a number below that of the threads: what belongs to a worker no other one uses. */
typedef void CliJob (guint index, guint worker, gpointer data);
/* Calls `job` for 0 to `count` - 1 on up to `threads` threads. */
void cli_parallel (guint count, guint threads, CliJob *job, gpointer data);
/* Number of threads; one per processor for NULL, 0 if `text` is no number of threads. */
guint cli_parse_threads (const char *text);

/* message.c: everything on standard error. */
/* Says what is wrong with the way the command was called; returns CLI_FAILED. */
CliExit cli_usage (const Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Says that an argument is missing, by its placeholder; returns CLI_FAILED. */
CliExit cli_missing (const Cli *cli, const char *arguments);
/* Says that something went wrong, with `file` unless it is NULL; returns CLI_FAILED. */
CliExit cli_complain (const char *file, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Says what was done. */
void cli_note (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Prints an error with the chain behind it, frees it; returns its exit code. */
CliExit cli_error (QmsError *error);
/* Prints a chain of errors. */
void cli_print_errors (const QmsError *error);
/* The exit code that goes with a status of the library. */
CliExit cli_exit_of (QmsStatus status);
/* The graver of two. */
CliExit cli_worse (CliExit a, CliExit b);

/* input.c */
/* Reads a document in `format` (QMS_FORMAT_…); complains and gives NULL if that fails. Says what a lenient reader let pass. */
QmsDocument *cli_load (Cli *cli, const char *file, int format, bool lenient);
/* The same of a file that has to hold a system, whose root is heThong. */
QmsDocument *cli_load_system (Cli *cli, const char *file);
/* All bytes of a file or of standard input ("-"); NULL and an error if they cannot be read. Free with g_free. */
char *cli_read (const char *file, size_t *size, QmsError **error);
/* Files named, and all *.xml and *.json below directories, sorted; NULL after a complaint. */
GPtrArray *cli_collect (Cli *cli);

/* output.c */
/* Whether writing `output` would replace one of the files that are read (NULL ones do not count): a report takes the place of
 * no input. Complains then, with cli->exit. */
bool cli_would_replace (Cli *cli, const char *output, const char *const *inputs, size_t count);
/* Writes a file atomically and durably; NULL or "-" is standard output. */
CliExit cli_write (const char *file, const char *text, size_t size);
/* QMS_FORMAT_… of "xml" or "json"; QMS_FORMAT_AUTO for NULL. */
int cli_document_format (const char *name);
/* Writes a document; QMS_FORMAT_AUTO: by the file's ending. */
CliExit cli_save (QmsDocument *document, const char *file, int format);
/* Prints `text` and fills up to `width` characters. */
void cli_print_column (const char *text, int width);
/* True if text may be coloured: a terminal, and NO_COLOR is not set. */
bool cli_color (void);

extern const CliCommand cli_command_new, cli_command_validate, cli_command_rules, cli_command_explain, cli_command_show,
    cli_command_format, cli_command_diff, cli_command_convert, cli_command_import, cli_command_export,
    cli_command_schema, cli_command_framework, cli_command_migrate, cli_command_coverage, cli_command_inspect,
    cli_command_workflow, cli_command_due, cli_command_case;
