// An editor as the language server sees one: starts the built program with pipes and speaks the protocol with it.
#pragma once

#include <sys/types.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

class Editor {
 public:
  using Json = nlohmann::json;

  explicit Editor(const std::vector<std::string>& options = {});
  /// Kills a server that still runs.
  ~Editor();
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;

  void send_bytes(std::string_view bytes);
  void send(const Json& message);
  void notify(const std::string& method, Json params);
  /// Sends a request without waiting; its id.
  int begin(const std::string& method, Json params);
  /// The whole answer; what comes before it is kept for receive(). Null where none comes within 20 s.
  Json request(const std::string& method, Json params);
  /// The next message that is no answer to a request(); null where none comes within 20 s or the server ended.
  Json receive();
  /// The next diagnostics published.
  Json diagnostics();

  /// initialize and initialized; the result.
  Json start(Json capabilities = Json::object(), Json options = nullptr);
  void open(const std::string& uri, const std::string& text, int version = 1);
  /// One edit of (line, from) … (line, to).
  void edit(const std::string& uri, int version, unsigned line, unsigned from, unsigned to, const std::string& text);

  void close_input();
  /// 128 + signal where it was killed.
  int wait();
  /// shutdown, exit and wait.
  int stop();

 private:
  Json read_message();

  pid_t child_ = -1;
  int to_ = -1, from_ = -1;
  int last_id_ = 0;
  std::string buffer_;
  std::vector<Json> kept_;
};
