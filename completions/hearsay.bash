# Completion of hearsay for bash; the program itself says what may follow.
_hearsay() {
  local current=${COMP_WORDS[COMP_CWORD]} offers
  offers=$(hearsay complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
  case $offers in
    :files) COMPREPLY=($(compgen -f -- "$current")) ;;
    :folders) COMPREPLY=($(compgen -d -- "$current")) ;;
    *) local IFS=$'\n'; COMPREPLY=($(cut -f1 <<<"$offers")) ;;
  esac
}
complete -o filenames -F _hearsay hearsay
