// Rules, policies and evidence as settings name them, each set of files loaded once for all articles, threads and
// documents that need it.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pipeline.h"
#include "service/settings.h"

namespace hearsay {

class Engines;
struct LoadedEngine;

/// An engine, which stays loaded while somebody holds it. Engines must outlive what holds one of them.
class HeldEngine {
 public:
  HeldEngine(HeldEngine&& other) noexcept;
  HeldEngine& operator=(HeldEngine&&) = delete;
  HeldEngine(const HeldEngine&) = delete;
  HeldEngine& operator=(const HeldEngine&) = delete;
  ~HeldEngine();

  [[nodiscard]] const Engine& operator*() const;
  [[nodiscard]] const Engine* operator->() const { return &**this; }
  /// What is wrong with its files.
  [[nodiscard]] const Diagnostics& problems() const;
  /// Where others can be asked for.
  [[nodiscard]] Engines& engines() const { return engines_; }
  /// It was not loaded before this was asked for.
  [[nodiscard]] bool is_new() const { return new_; }

 private:
  friend class Engines;
  HeldEngine(Engines& engines, LoadedEngine& loaded, bool is_new) : engines_(engines), loaded_(&loaded), new_(is_new) {}

  Engines& engines_;
  LoadedEngine* loaded_;  // nullptr: another took over
  bool new_;
};

class Engines {
 public:
  Engines();
  ~Engines();
  Engines(const Engines&) = delete;
  Engines& operator=(const Engines&) = delete;

  /// May be called by several threads. Of engines that nobody holds some are kept for whoever asks next. Throws Fatal
  /// as load_engine, and where evidence is wanted that the pack lacks.
  [[nodiscard]] HeldEngine of(const Settings& settings);
  /// Files may have changed: what is asked for from now on is loaded anew.
  void forget();

 private:
  friend class HeldEngine;
  void let_go(LoadedEngine& loaded);

  std::mutex mutex_;
  std::vector<std::unique_ptr<LoadedEngine>> loaded_;  // the one asked for last at the end
};

}  // namespace hearsay
