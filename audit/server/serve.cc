#include "server/serve.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <string_view>
#include <utility>

#include "archive/interrupt.h"
#include "server/api.h"
#include "server/archive_routes.h"
#include "server/desk.h"
#include "server/desk_routes.h"
#include "server/drafts_routes.h"
#include "server/http_server.h"
#include "server/own_routes.h"

extern char** environ;

namespace hearsay {
namespace {

#ifdef __APPLE__
constexpr const char* kOpener = "open";
#else
constexpr const char* kOpener = "xdg-open";
#endif

// "https://cms.example" or "app://obsidian.md": a scheme and a host, nothing behind.
void check_origin(const std::string& origin) {
  const std::size_t scheme = origin.find("://");
  const std::string_view host =
      scheme == std::string::npos || scheme == 0 ? std::string_view() : std::string_view(origin).substr(scheme + 3);
  const bool plain = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return c > 0x20 && c < 0x7f && c != '/' && c != '?' && c != '#' && c != '*' && c != ',' && c != '@';
  });
  if (!plain)
    throw Fatal({.message = "--allow-origin is '" + origin + "'",
                 .remedy = "give a scheme, a host and no path, as in https://cms.example or app://obsidian.md"});
}

bool is_loopback(const std::string& host) {
  return host.empty() || host == "localhost" || host == "::1" || host.starts_with("127.");
}

/// The system's program that opens addresses; without a shell, with no stream of ours. 0: it was not started.
pid_t open_in_browser(const std::string& address) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {0, 1, 2}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0);
  }
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setpgroup(&attributes, 0);  // Ctrl-C is meant for us
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::string program = kOpener;
  std::string argument = address;
  std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  const int error = posix_spawnp(&child, kOpener, &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : 0;
}

}  // namespace

void serve(const ServeChoice& choice, Listener& listener, const Output& out) {
  for (const std::string& origin : choice.origins) check_origin(origin);
  const Interrupt interrupt;  // before what takes long
  Diagnostics diagnostics;
  Desk desk(choice.settings, choice.store, diagnostics);
  listener.report(diagnostics);

  Metrics metrics;
  metrics.add("hearsay_articles_audited_total", "Articles audited", [&desk] { return desk.audited().load(); });
  Routes routes;
  append(routes, own_routes(metrics));
  append(routes, api_routes(desk));
  append(routes, desk_routes(desk));
  append(routes, drafts_routes(desk));
  append(routes, archive_routes(desk));
  append(routes, language_tool_routes(desk));

  ServerOptions options{.host = choice.host, .port = choice.port, .token = make_token(), .origins = choice.origins};
  if (choice.open) options.ticket = make_token();
  options.limits.threads = desk.session().settings.threads;
  HttpServer server(options, std::move(routes), metrics);
  if (!is_loopback(choice.host))
    listener.report({.severity = Severity::warning,
                     .message = "whoever reaches " + choice.host + " port " + std::to_string(server.guard().port) +
                                " may ask /v2, and reads the token of others on the way: this is no HTTPS",
                     .remedy = "put a reverse proxy in front of it, which takes HTTPS (docs/api.md)"});
  out(address_of(server.guard(), options.token) + "\n");
  listener.waits();  // the address goes out now
  pid_t opener = 0;
  if (choice.open) {
    opener = open_in_browser(address_of(server.guard(), options.ticket));
    if (opener == 0)
      listener.report({.severity = Severity::warning,
                       .message = std::string(kOpener) + " cannot be started",
                       .remedy = "open the address yourself"});
  }
  server.run(interrupt.descriptor());
  if (opener != 0) waitpid(opener, nullptr, WNOHANG);
  listener.say("stopped");
}

}  // namespace hearsay
