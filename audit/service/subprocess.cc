// posix_spawn with two pipes, read together so that neither fills and blocks the other program.
#include "service/subprocess.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

extern char** environ;

namespace hearsay {
namespace {

constexpr std::uint64_t kMostErrorBytes = 64U << 10U;

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) ends_ = {-1, -1};
  }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  [[nodiscard]] int read_end() const { return ends_[0]; }
  [[nodiscard]] int write_end() const { return ends_[1]; }
  void close_read() { close_end(0); }
  void close_write() { close_end(1); }

 private:
  void close_end(std::size_t i) {
    if (ends_[i] >= 0) ::close(ends_[i]);
    ends_[i] = -1;
  }
  std::array<int, 2> ends_ = {-1, -1};
};

/// False at the end of the stream.
bool take(Pipe& pipe, std::string& into) {
  std::array<char, 65536> buffer{};
  const ssize_t size = ::read(pipe.read_end(), buffer.data(), buffer.size());
  if (size < 0 && errno == EINTR) return true;
  if (size <= 0) return false;
  into.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

}  // namespace

Subprocess run_subprocess(const std::vector<std::string>& arguments, std::uint64_t max_bytes) {
  Subprocess result;
  Pipe out;
  Pipe err;
  if (out.read_end() < 0 || err.read_end() < 0) return result;
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.write_end(), STDERR_FILENO);
  pid_t child = -1;
  const int failure = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) {
    result.exit = 127;
    return result;
  }
  out.close_write();
  err.close_write();
  bool reading_out = true;
  bool reading_err = true;
  while (reading_out || reading_err) {
    std::array<pollfd, 2> wanted = {
        {{reading_out ? out.read_end() : -1, POLLIN, 0}, {reading_err ? err.read_end() : -1, POLLIN, 0}}};
    if (::poll(wanted.data(), wanted.size(), -1) < 0 && errno != EINTR) break;
    if (wanted[0].revents != 0) reading_out = take(out, result.out);
    if (wanted[1].revents != 0) reading_err = take(err, result.err);
    if (result.out.size() > max_bytes) {
      result.cut = true;
      ::kill(child, SIGTERM);
      break;
    }
    if (result.err.size() > kMostErrorBytes) result.err.resize(kMostErrorBytes);
  }
  out.close_read();
  err.close_read();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace hearsay
