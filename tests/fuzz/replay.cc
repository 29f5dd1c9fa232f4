// Runs fuzzers without a fuzzer:
//   fuzz_replay NAME FOLDER…                     over nothing, its seeds and the files of folders (none is fine)
//   fuzz_replay --mutate SECONDS NUMBER FOLDER…  all fuzzers, so long each, over these inputs changed blindly, with
//   FOLDER/NAME;
//                                                what crashes one is left in crash-NAME in the working folder
//   fuzz_replay --seeds FOLDER                   writes the seeds of each into FOLDER/NAME
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/fuzzers.h"
#include "fuzz/mutate.h"
#include "fuzz/seeds.h"

namespace {

namespace fs = std::filesystem;
using hearsay::fuzz::all_fuzzers;
using hearsay::fuzz::Fuzzer;
using hearsay::fuzz::Seeds;
using hearsay::fuzz::seeds_of;

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
  for (const auto& [name, run] : all_fuzzers()) {
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

void mutate(const Fuzzer& fuzzer, std::chrono::seconds each, std::uint64_t number,
            const std::vector<fs::path>& folders) {
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGALRM}) std::signal(signal, leave_input);
  left_file = "crash-" + std::string(fuzzer.name);
  alarm(static_cast<unsigned>(each.count()) + 60);  // an input without end is one that crashes
  Seeds inputs = seeds_of(fuzzer.name);
  inputs.emplace_back();
  for (const fs::path& folder : folders)
    for_each_file(folder / fuzzer.name, [&](const fs::path& path) { inputs.push_back(bytes_of(path)); });
  hearsay::fuzz::Mutator mutator(inputs, number);
  const auto end = std::chrono::steady_clock::now() + each;
  int count = 0;
  for (; std::chrono::steady_clock::now() < end; ++count) {
    running = mutator.next();
    fuzzer.run(running);
  }
  std::printf("%.*s: %d inputs\n", static_cast<int>(fuzzer.name.size()), fuzzer.name.data(), count);
  std::fflush(stdout);
}

/// Each in a process of its own, so that one that crashes ends no other. False where one did.
bool mutate_all(std::chrono::seconds each, std::uint64_t number, const std::vector<fs::path>& folders) {
  bool well = true;
  for (const Fuzzer& fuzzer : all_fuzzers()) {
    const pid_t child = fork();
    if (child == 0) {
      mutate(fuzzer, each, number, folders);
      std::exit(0);
    }
    int status = 0;
    const bool waited = child > 0 && waitpid(child, &status, 0) == child;
    if (waited && status == 0) continue;
    well = false;
    std::printf("%.*s: crashed\n", static_cast<int>(fuzzer.name.size()), fuzzer.name.data());
    std::fflush(stdout);
  }
  return well;
}

void replay(const Fuzzer& fuzzer, const std::vector<fs::path>& folders) {
  fuzzer.run("");
  int count = 1;
  for (const std::string& seed : seeds_of(fuzzer.name)) {
    std::fprintf(stderr, "seed %d\n", count++);
    fuzzer.run(seed);
  }
  for (const fs::path& folder : folders) {
    for_each_file(folder, [&](const fs::path& path) {
      std::fprintf(stderr, "%s\n", path.c_str());  // the last one is the one that crashed
      fuzzer.run(bytes_of(path));
      ++count;
    });
  }
  std::printf("%d inputs\n", count);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view wanted = argc > 1 ? argv[1] : "";
  if (wanted == "--seeds" && argc == 3) {
    write_seeds(argv[2]);
  } else if (wanted == "--mutate" && argc >= 4) {
    const std::chrono::seconds each(std::strtol(argv[2], nullptr, 10));
    return mutate_all(each, std::strtoull(argv[3], nullptr, 16), {argv + 4, argv + argc}) ? 0 : 1;
  } else if (const Fuzzer* const fuzzer = hearsay::fuzz::fuzzer_named(wanted)) {
    replay(*fuzzer, {argv + 2, argv + argc});
  } else {
    std::fprintf(stderr, "no such fuzzer\n");
    return 2;
  }
  return 0;
}
