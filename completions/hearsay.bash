# Completion of hearsay for bash.
_hearsay() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local common="--rules --settings --color --quiet --help -h"
  local judging="--policy --outlet --min-confidence --evidence"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "audit check explain trace rules evaluate learn store report dump --help --version -h" -- "$current"))
    return
  fi
  case $previous in
    --format) [ "$command" = evaluate ] && { COMPREPLY=($(compgen -W "text json tsv" -- "$current")); return; }
      case $command in report|trace) COMPREPLY=($(compgen -W "text csv json html" -- "$current")); return ;; esac
      COMPREPLY=($(compgen -W "html xml json jsonl brat text" -- "$current")); return ;;
    --to) COMPREPLY=($(compgen -W "html xml json jsonl brat text" -- "$current")); return ;;
    --from) COMPREPLY=($(compgen -W "auto jsonl file" -- "$current")); return ;;
    --errors) COMPREPLY=($(compgen -W "report record" -- "$current")); return ;;
    --fail-on) COMPREPLY=($(compgen -W "error warning note never" -- "$current")); return ;;
    --evidence) COMPREPLY=($(compgen -W "on off" -- "$current")); return ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
    --stage) COMPREPLY=($(compgen -W "text blocks tokens sentences quotes mentions matches attributions sources trace scorecard" -- "$current")); return ;;
    --store) COMPREPLY=($(compgen -f -- "$current")); return ;;
    --out|--rules) COMPREPLY=($(compgen -d -- "$current")); return ;;
    --settings) COMPREPLY=($(compgen -f -W "none" -- "$current")); return ;;
    --outlet|--threads|--shard|--min-confidence|--misses|--wrong) return ;;
  esac
  if [ "$command" = rules ] && [ "$COMP_CWORD" -eq 2 ]; then
    COMPREPLY=($(compgen -W "list test lint expand cues explain calibrate" -- "$current"))
    return
  fi
  if [ "$command" = report ] && [ "$COMP_CWORD" -eq 2 ]; then
    COMPREPLY=($(compgen -W "overview outlets bylines months anonymous sources named findings dossier callsheet search" -- "$current"))
    return
  fi
  if [ "$command" = store ] && [ "$COMP_CWORD" -eq 2 ]; then
    COMPREPLY=($(compgen -W "merge info check" -- "$current"))
    return
  fi
  if [[ $current == -* ]]; then
    case $command in
      audit) COMPREPLY=($(compgen -W "--format --to --from --out --store --resume --shard --errors --flat --fail-on --threads $judging $common" -- "$current")) ;;
      check) COMPREPLY=($(compgen -W "--from --shard --fail-on --threads $judging $common" -- "$current")) ;;
      explain) COMPREPLY=($(compgen -W "--outlet --min-confidence --evidence $common" -- "$current")) ;;
      trace) COMPREPLY=($(compgen -W "--format --quote --source --store --from --shard --outlet --min-confidence --evidence --threads $common" -- "$current")) ;;
      dump) COMPREPLY=($(compgen -W "--stage --from --shard $judging $common" -- "$current")) ;;
      learn) COMPREPLY=($(compgen -W "--out --silver --threads $common" -- "$current")) ;;
      evaluate) COMPREPLY=($(compgen -W "--format --misses --wrong --save --diff --min-confidence --evidence --threads $common" -- "$current")) ;;
      report) COMPREPLY=($(compgen -W "--store --format --out --outlet --since --until --min-articles --sort --limit --color --quiet --help -h" -- "$current")) ;;
      store) COMPREPLY=($(compgen -W "--color --quiet --help -h" -- "$current")) ;;
      rules) COMPREPLY=($(compgen -W "--out --threads $common" -- "$current")) ;;
    esac
    return
  fi
  COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _hearsay hearsay
