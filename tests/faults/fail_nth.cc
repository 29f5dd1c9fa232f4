// Preloaded into the program: lets one call of the system or of the allocator fail, the n-th. HEARSAY_FAIL is
// "write:7:28", the call, which one (0: none) and the errno; HEARSAY_FAIL_COUNT names a file that gets the number of
// such calls. Writes to standard output and error are not counted.
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Plan {
  char call[16] = "";
  long at = 0;
  int error = 0;
};

Plan read_plan() {
  Plan plan;
  const char* wish = std::getenv("HEARSAY_FAIL");
  if (wish != nullptr) std::sscanf(wish, "%15[^:]:%ld:%d", plan.call, &plan.at, &plan.error);
  return plan;
}

const Plan& plan() {
  static const Plan kPlan = read_plan();
  return kPlan;
}

std::atomic<long> calls = 0;
std::atomic<bool> begun = false;

bool fails(const char* call) {
  if (std::strcmp(plan().call, call) != 0) return false;
  if (++calls != plan().at) return false;
  errno = plan().error;
  return true;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

__attribute__((destructor)) void tell() {
  const char* path = std::getenv("HEARSAY_FAIL_COUNT");
  if (path == nullptr) return;
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  char words[32];
  const int size = std::snprintf(words, sizeof words, "%ld\n", calls.load());
  static const auto kWrite = next<ssize_t (*)(int, const void*, size_t)>("write");
  if (file >= 0 && kWrite(file, words, static_cast<size_t>(size)) == size) close(file);
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static const auto kNext = next<ssize_t (*)(int, const void*, size_t)>("write");
  if (file > STDERR_FILENO && fails("write")) return -1;
  return kNext(file, bytes, size);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static const auto kNext = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  if (fails("write")) return -1;
  return kNext(file, bytes, size, at);
}

int fsync(int file) {
  static const auto kNext = next<int (*)(int)>("fsync");
  return fails("fsync") ? -1 : kNext(file);
}

int fdatasync(int file) {
  static const auto kNext = next<int (*)(int)>("fdatasync");
  return fails("fsync") ? -1 : kNext(file);
}

int rename(const char* from, const char* to) noexcept {
  static const auto kNext = next<int (*)(const char*, const char*)>("rename");
  return fails("rename") ? -1 : kNext(from, to);
}

// main() calls it first thing: what static values took before is not the program's to survive.
void (*signal(int number, void (*handler)(int)) noexcept)(int) {
  static const auto kNext = next<void (*(*)(int, void (*)(int)))(int)>("signal");
  begun = true;
  return kNext(number, handler);
}

void* mi_malloc(size_t size) {
  static const auto kNext = next<void* (*)(size_t)>("mi_malloc");
  return begun && fails("memory") ? nullptr : kNext(size);
}

}  // extern "C"
