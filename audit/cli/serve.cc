// hearsay serve: the web server, until it is ended.
#include "server/serve.h"

#include "cli/commands.h"

namespace hearsay {

ExitCode run_serve(const CommandLine& line, Console& console) {
  if (!line.operands.empty())
    throw Fatal(
        {.message = "serve takes no PATH", .remedy = "drafts are given in the browser; an archive is --store FILE"});
  serve({.settings = line.settings,
         .port = line.port.value_or(kServePort),
         .host = line.host,
         .store = line.store,
         .open = line.open,
         .origins = line.origins},
        console, output_of(console));
  return ExitCode::clean;
}

}  // namespace hearsay
