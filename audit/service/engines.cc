// An engine is known by the names of its files and by what settings change in it. It is loaded under the lock: whoever
// asks for another one meanwhile waits, which happens a few times in a run.
#include "service/engines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "rules/whole_pack.h"
#include "service/locate.h"

namespace hearsay {

struct LoadedEngine {
  std::string key;
  Engine engine;
  Diagnostics problems;
  std::size_t holders = 0;
  bool forgotten = false;
};

namespace {

constexpr std::size_t kMostEngines = 4;  // but for more that are held

std::string key_of(const Settings& settings) {
  std::string key = fmt::format("{}\n{}\n{}\n{}", settings.rules_root.string(), settings.language, settings.policy,
                                settings.evidence ? "evidence" : "rules");
  if (settings.min_certainty) key += fmt::format("\n{}", *settings.min_certainty);
  if (settings.registers_alone) key += "\nregisters";
  for (const auto& file : settings.extra_rules) key += '\n' + file.string();
  return key;
}

Engine engine_by(const Settings& settings, Diagnostics& diagnostics) {
  const LoadOptions pack{.root = settings.rules_root,
                         .language = settings.language,
                         .extra = settings.extra_rules,
                         .registers_alone = settings.registers_alone,
                         .image = locate_image(settings.rules_root, settings.language)};
  const std::filesystem::path model =
      settings.evidence ? locate_model(pack.root, pack.language) : std::filesystem::path();
  Engine engine = load_engine({.pack = pack, .policy = settings.policy, .model = model}, diagnostics);
  if (settings.min_certainty) engine.policy.certain = *settings.min_certainty;
  if (settings.evidence && model.empty() && wants_evidence(pack)) {
    throw Fatal({.file = (pack.root / pack.language).string(),
                 .message = "this pack lacks its evidence (evidence/evidence.bin)",
                 .remedy = "compile it with hearsay learn, or give --evidence off to audit by rules alone"});
  }
  return engine;
}

}  // namespace

HeldEngine::HeldEngine(HeldEngine&& other) noexcept
    : engines_(other.engines_), loaded_(std::exchange(other.loaded_, nullptr)), new_(other.new_) {}

HeldEngine::~HeldEngine() {
  if (loaded_ != nullptr) engines_.let_go(*loaded_);
}

const Engine& HeldEngine::operator*() const {
  return loaded_->engine;
}

const Diagnostics& HeldEngine::problems() const {
  return loaded_->problems;
}

Engines::Engines() = default;
Engines::~Engines() = default;

HeldEngine Engines::of(const Settings& settings) {
  std::string key = key_of(settings);
  const std::scoped_lock lock(mutex_);
  const auto known =
      std::find_if(loaded_.begin(), loaded_.end(), [&](const auto& one) { return !one->forgotten && one->key == key; });
  if (known != loaded_.end()) {
    std::rotate(known, known + 1, loaded_.end());
    ++loaded_.back()->holders;
    return {*this, *loaded_.back(), false};
  }
  auto loaded = std::make_unique<LoadedEngine>();
  loaded->key = std::move(key);
  loaded->engine = engine_by(settings, loaded->problems);
  loaded->holders = 1;
  const auto idle = std::find_if(loaded_.begin(), loaded_.end(), [](const auto& one) { return one->holders == 0; });
  if (loaded_.size() >= kMostEngines && idle != loaded_.end()) loaded_.erase(idle);
  loaded_.push_back(std::move(loaded));
  return {*this, *loaded_.back(), true};
}

void Engines::forget() {
  const std::scoped_lock lock(mutex_);
  std::erase_if(loaded_, [](const auto& one) { return one->holders == 0; });
  for (const auto& one : loaded_) one->forgotten = true;
}

void Engines::let_go(LoadedEngine& loaded) {
  const std::scoped_lock lock(mutex_);
  if (--loaded.holders == 0 && loaded.forgotten)
    std::erase_if(loaded_, [&](const auto& one) { return one.get() == &loaded; });
}

}  // namespace hearsay
