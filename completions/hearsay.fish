# Completion of hearsay for fish; the program itself says what may follow.
function __hearsay_complete
    set -l offers (hearsay complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
    switch "$offers[1]"
        case :files
            __fish_complete_path (commandline -ct)
        case :folders
            __fish_complete_directories (commandline -ct)
        case '*'
            string join \n -- $offers
    end
end
complete -c hearsay -f -a '(__hearsay_complete)'
