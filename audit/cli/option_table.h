// The options of each command as Boost.Program_options describes them: what the parser takes and what the help prints.
#pragma once

#include <boost/program_options/options_description.hpp>
#include <vector>

#include "cli/options.h"

namespace hearsay {

/// An option as people see it.
struct OptionRow {
  const char* name;   // "threads" or "out,o"
  const char* value;  // what it takes, as shown: "DIR|FILE.jsonl"; nullptr: a flag
  const char* text;
};
/// Of a command, in the order of its help.
[[nodiscard]] std::vector<OptionRow> option_rows(Command command);

/// The options of a command. Help::brief leaves out those that few runs need; the parser takes Help::whole.
[[nodiscard]] boost::program_options::options_description options_of(Command command, Help help);

}  // namespace hearsay
