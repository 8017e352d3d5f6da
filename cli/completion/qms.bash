# SPDX-License-Identifier: Apache-2.0
# Completion for bash. Asks qms itself, so that it cannot differ from it.

_qms_commands () {
  qms --help --lang=en 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'
}

# Options of a command, one a line, as in --format=text|json.
_qms_options () {
  qms $1 --help --lang=en 2>/dev/null | sed -n 's/^  .*\(--[a-z-]*\)\(=[^ ]*\)\{0,1\}.*/\1\2/p'
}

# What may follow an option: the values it names, or files.
_qms_values () {
  local values
  values=$(_qms_options "$1" | sed -n "s/^$2=//p")
  case $values in
    *FILE* | SYSTEM) COMPREPLY=($(compgen -f -- "$3")) ;;
    *'|'*) COMPREPLY=($(compgen -W "${values//|/ }" -- "$3")) ;;
  esac
}

# Words that a command takes before files.
_qms_words () {
  case $1 in
    import | export) echo portal ;;
    schema) echo xsd json ;;
    framework) echo list show ;;
    explain) qms rules --lang=en 2>/dev/null | cut -d' ' -f1 ;;
  esac
}

_qms () {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$(_qms_commands) --help --version --lang=" -- "$current"))
  elif [ "$current" = = ]; then
    _qms_values "$command" "$before" ''
  elif [ "$before" = = ]; then
    _qms_values "$command" "${COMP_WORDS[COMP_CWORD - 2]}" "$current"
  elif [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$(_qms_options "$command" | sed 's/=.*/=/')" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$(_qms_words "$command")" -- "$current") $(compgen -f -- "$current"))
  fi
  [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}

complete -o filenames -F _qms qms
