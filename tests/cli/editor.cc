#include "cli/editor.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace {

constexpr int kPatience = 120'000;  // ms; who waits so long has failed, be it under a sanitizer on a busy machine

}  // namespace

Editor::Editor(const std::vector<std::string>& options) {
  std::array<int, 2> to{}, from{};
  if (pipe(to.data()) != 0 || pipe(from.data()) != 0) std::abort();
  std::vector<std::string> words = {HEARSAY_PROGRAM, "lsp"};
  words.insert(words.end(), options.begin(), options.end());
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  child_ = fork();
  if (child_ == 0) {
    dup2(to[0], 0);
    dup2(from[1], 1);
    for (const int fd : {to[0], to[1], from[0], from[1]}) close(fd);
    unsetenv("HEARSAY_RULES");
    execv(argv[0], argv.data());
    _exit(121);
  }
  close(to[0]);
  close(from[1]);
  to_ = to[1];
  from_ = from[0];
  std::signal(SIGPIPE, SIG_IGN);
}

Editor::~Editor() {
  close_input();
  if (child_ > 0) {
    kill(child_, SIGKILL);
    wait();
  }
  close(from_);
}

void Editor::send_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(to_, bytes.data(), bytes.size());
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Editor::send(const Json& message) {
  const std::string body = message.dump();
  send_bytes("Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

void Editor::notify(const std::string& method, Json params) {
  send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

int Editor::begin(const std::string& method, Json params) {
  send({{"jsonrpc", "2.0"}, {"id", ++last_id_}, {"method", method}, {"params", std::move(params)}});
  return last_id_;
}

Editor::Json Editor::request(const std::string& method, Json params) {
  const int id = begin(method, std::move(params));
  while (true) {
    Json message = read_message();
    if (message.is_null() || (message.contains("id") && message["id"] == id)) return message;
    kept_.push_back(std::move(message));
  }
}

Editor::Json Editor::receive() {
  if (kept_.empty()) return read_message();
  Json message = std::move(kept_.front());
  kept_.erase(kept_.begin());
  return message;
}

Editor::Json Editor::diagnostics() {
  while (true) {
    Json message = receive();
    if (message.is_null()) return message;
    if (message.contains("method") && message["method"] == "textDocument/publishDiagnostics") return message["params"];
  }
}

Editor::Json Editor::start(Json capabilities, Json options) {
  Json answer = request("initialize", {{"processId", nullptr},
                                       {"rootUri", nullptr},
                                       {"capabilities", std::move(capabilities)},
                                       {"initializationOptions", std::move(options)}});
  notify("initialized", Json::object());
  return answer.contains("result") ? answer["result"] : answer;
}

void Editor::open(const std::string& uri, const std::string& text, int version) {
  notify("textDocument/didOpen",
         {{"textDocument", {{"uri", uri}, {"languageId", "plaintext"}, {"version", version}, {"text", text}}}});
}

void Editor::edit(const std::string& uri, int version, unsigned line, unsigned from, unsigned to,
                  const std::string& text) {
  const Json range = {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", line}, {"character", to}}}};
  notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                    {"contentChanges", Json::array({{{"range", range}, {"text", text}}})}});
}

void Editor::close_input() {
  if (to_ >= 0) close(to_);
  to_ = -1;
}

int Editor::wait() {
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int Editor::stop() {
  request("shutdown", nullptr);
  notify("exit", nullptr);
  return wait();
}

Editor::Json Editor::read_message() {
  while (true) {
    const std::size_t head = buffer_.find("\r\n\r\n");
    if (head != std::string::npos) {
      const std::size_t length = std::strtoull(buffer_.c_str() + std::string("Content-Length: ").size(), nullptr, 10);
      if (buffer_.size() >= head + 4 + length) {
        Json message = Json::parse(buffer_.substr(head + 4, length), nullptr, false);
        buffer_.erase(0, head + 4 + length);
        return message;
      }
    }
    pollfd ready{.fd = from_, .events = POLLIN, .revents = 0};
    std::array<char, 65536> bytes{};
    if (poll(&ready, 1, kPatience) <= 0) return nullptr;
    const ssize_t size = read(from_, bytes.data(), bytes.size());
    if (size <= 0) return nullptr;
    buffer_.append(bytes.data(), static_cast<std::size_t>(size));
  }
}
