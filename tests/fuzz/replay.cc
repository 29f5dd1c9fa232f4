// Runs fuzzers without a fuzzer:
//   fuzz_replay NAME FOLDER…                     over nothing, its seeds and the files of folders (none is fine)
//   fuzz_replay --mutate SECONDS NUMBER FOLDER…  all fuzzers, so long each, over these inputs changed blindly, with
//   FOLDER/NAME;
//                                                what crashes one is left in crash-NAME in the working folder
//   fuzz_replay --seeds FOLDER                   writes the seeds of each into FOLDER/NAME
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "fuzz/mutate.h"
#include "fuzz/seeds.h"

// All fuzzers, X(NAME) each: CMake gives the list.
#define X(name) void fuzz_##name(std::string_view bytes);
namespace hearsay::fuzz {
HEARSAY_FUZZERS
}
#undef X

namespace {

namespace fs = std::filesystem;
using hearsay::fuzz::Seeds;
using hearsay::fuzz::seeds_of;

#define X(name) std::pair{std::string_view(#name), &hearsay::fuzz::fuzz_##name},
constexpr std::array kFuzzers = {HEARSAY_FUZZERS};
#undef X

std::string running;    // the input that is being run
std::string left_file;  // where it is left if it crashes

void leave_input(int signal) {
  const int file = open(left_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file >= 0 && write(file, running.data(), running.size()) >= 0) close(file);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_seeds(const fs::path& folder) {
  for (const auto& [name, run] : kFuzzers) {
    fs::create_directories(folder / name);
    int count = 0;
    for (const std::string& seed : seeds_of(name))
      std::ofstream(folder / name / ("seed-" + std::to_string(++count)), std::ios::binary) << seed;
  }
}

template <class Take>
void for_each_file(const fs::path& folder, const Take& take) {
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) take(entry.path());
  }
}

void mutate(std::chrono::seconds each, std::uint64_t number, const std::vector<fs::path>& folders) {
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGALRM}) std::signal(signal, leave_input);
  for (const auto& [name, run] : kFuzzers) {
    Seeds inputs = seeds_of(name);
    inputs.emplace_back();
    for (const fs::path& folder : folders)
      for_each_file(folder / name, [&](const fs::path& path) { inputs.push_back(bytes_of(path)); });
    left_file = "crash-" + std::string(name);
    alarm(static_cast<unsigned>(each.count()) + 60);  // an input without end is one that crashes
    hearsay::fuzz::Mutator mutator(inputs, number);
    const auto end = std::chrono::steady_clock::now() + each;
    int count = 0;
    for (; std::chrono::steady_clock::now() < end; ++count) {
      running = mutator.next();
      run(running);
    }
    std::printf("%.*s: %d inputs\n", static_cast<int>(name.size()), name.data(), count);
  }
}

bool replay(std::string_view wanted, const std::vector<fs::path>& folders) {
  for (const auto& [name, run] : kFuzzers) {
    if (name != wanted) continue;
    run("");
    int count = 1;
    for (const std::string& seed : seeds_of(name)) {
      std::fprintf(stderr, "seed %d\n", count++);
      run(seed);
    }
    for (const fs::path& folder : folders) {
      for_each_file(folder, [&, run = run](const fs::path& path) {
        std::fprintf(stderr, "%s\n", path.c_str());  // the last one is the one that crashed
        run(bytes_of(path));
        ++count;
      });
    }
    std::printf("%d inputs\n", count);
    return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view wanted = argc > 1 ? argv[1] : "";
  if (wanted == "--seeds" && argc == 3) {
    write_seeds(argv[2]);
  } else if (wanted == "--mutate" && argc >= 4) {
    mutate(std::chrono::seconds(std::strtol(argv[2], nullptr, 10)), std::strtoull(argv[3], nullptr, 16),
           {argv + 4, argv + argc});
  } else if (argc < 2 || !replay(wanted, {argv + 2, argv + argc})) {
    std::fprintf(stderr, "no such fuzzer\n");
    return 2;
  }
  return 0;
}
