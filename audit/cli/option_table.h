// The options of each command as Boost.Program_options describes them: what the parser takes and what the help prints.
#pragma once

#include <boost/program_options/options_description.hpp>

#include "cli/options.h"

namespace hearsay {

/// The options of a command. Help::brief leaves out those that few runs need; the parser takes Help::whole.
[[nodiscard]] boost::program_options::options_description options_of(Command command, Help help);

}  // namespace hearsay
