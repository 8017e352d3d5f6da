/* SPDX-License-Identifier: Apache-2.0 */
/* Two calls of the library by Node-API, which measure.js compares with the same by koffi. Compile as the README says. */
#include <node_api.h>
#include <qms.h>

/* The node and the field of a call. */
static const QmsNode *
arguments (napi_env env, napi_callback_info info, uint32_t *field)
{
  napi_value argv[2];
  size_t argc = 2;
  void *node = NULL;

  napi_get_cb_info (env, info, &argc, argv, NULL, NULL);
  napi_get_value_external (env, argv[0], &node);
  napi_get_value_uint32 (env, argv[1], field);
  return node;
}

static napi_value
get_string (napi_env env, napi_callback_info info)
{
  uint32_t field = 0;
  const QmsNode *node = arguments (env, info, &field);
  const char *text = qms_node_get_string (node, field);
  napi_value result;

  if (!text || napi_create_string_utf8 (env, text, NAPI_AUTO_LENGTH, &result) != napi_ok)
    napi_get_null (env, &result);
  return result;
}

static napi_value
get_int (napi_env env, napi_callback_info info)
{
  uint32_t field = 0;
  const QmsNode *node = arguments (env, info, &field);
  napi_value result;

  napi_create_int64 (env, qms_node_get_int (node, field), &result);
  return result;
}

/* The address of a node as Node-API has it. */
static napi_value
wrap (napi_env env, napi_callback_info info)
{
  napi_value argv[1], result;
  uint64_t address = 0;
  size_t argc = 1;
  bool lossless;

  napi_get_cb_info (env, info, &argc, argv, NULL, NULL);
  napi_get_value_bigint_uint64 (env, argv[0], &address, &lossless);
  napi_create_external (env, (void *)(uintptr_t)address, NULL, NULL, &result);
  return result;
}

NAPI_MODULE_INIT ()
{
  static const struct {
    const char *name;
    napi_callback call;
  } functions[] = { { "getString", get_string }, { "getInt", get_int }, { "wrap", wrap } };
  napi_value function;

  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    napi_create_function (env, NULL, 0, functions[i].call, NULL, &function);
    napi_set_named_property (env, exports, functions[i].name, function);
  }
  return exports;
}
