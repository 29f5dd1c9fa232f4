# Completion of hearsay for bash.
_hearsay() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local common="--rules --settings --color --quiet --help -h"
  local judging="--policy --outlet --min-confidence --evidence"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "audit check explain rules evaluate learn dump --help --version -h" -- "$current"))
    return
  fi
  case $previous in
    --format) [ "$command" = evaluate ] && { COMPREPLY=($(compgen -W "text json tsv" -- "$current")); return; }
      COMPREPLY=($(compgen -W "html xml json brat text" -- "$current")); return ;;
    --fail-on) COMPREPLY=($(compgen -W "error warning note never" -- "$current")); return ;;
    --evidence) COMPREPLY=($(compgen -W "on off" -- "$current")); return ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
    --stage) COMPREPLY=($(compgen -W "text blocks tokens sentences quotes mentions matches attributions sources trace scorecard" -- "$current")); return ;;
    --out|--rules) COMPREPLY=($(compgen -d -- "$current")); return ;;
    --settings) COMPREPLY=($(compgen -f -W "none" -- "$current")); return ;;
    --outlet|--threads|--min-confidence|--misses|--wrong) return ;;
  esac
  if [ "$command" = rules ] && [ "$COMP_CWORD" -eq 2 ]; then
    COMPREPLY=($(compgen -W "list test lint expand cues explain calibrate" -- "$current"))
    return
  fi
  if [[ $current == -* ]]; then
    case $command in
      audit) COMPREPLY=($(compgen -W "--format --out --flat --fail-on --threads $judging $common" -- "$current")) ;;
      check) COMPREPLY=($(compgen -W "--fail-on --threads $judging $common" -- "$current")) ;;
      explain) COMPREPLY=($(compgen -W "--outlet --min-confidence --evidence $common" -- "$current")) ;;
      dump) COMPREPLY=($(compgen -W "--stage $judging $common" -- "$current")) ;;
      learn) COMPREPLY=($(compgen -W "--out --silver --threads $common" -- "$current")) ;;
      evaluate) COMPREPLY=($(compgen -W "--format --misses --wrong --save --diff --min-confidence --evidence --threads $common" -- "$current")) ;;
      rules) COMPREPLY=($(compgen -W "--out --threads $common" -- "$current")) ;;
    esac
    return
  fi
  COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _hearsay hearsay
