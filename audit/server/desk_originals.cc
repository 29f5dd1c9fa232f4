#include "server/desk_originals.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/digest.h"

namespace hearsay {
namespace {

/// What it takes in memory, nearly.
std::uint64_t bytes_held(const Document& document) {
  return sizeof document + document.text.size() + sizeof(Block) * document.blocks.size() + 64 * document.turns.size() +
         48 * document.marks.size() + sizeof(Origin) * document.origins.size() +
         256 * (document.annotations.size() + document.posts.size());
}

}  // namespace

std::string original_id(std::string_view name, std::string_view bytes) {
  const std::array<std::string_view, 3> pieces = {name, std::string_view("\0", 1), bytes};
  return sha256_hex(pieces).substr(0, 32);
}

std::list<DeskOriginals::Held>::iterator DeskOriginals::find(std::string_view id) {
  return std::find_if(held_.begin(), held_.end(), [&](const Held& one) { return one.original.id == id; });
}

bool DeskOriginals::add(DeskOriginal&& original) {
  const std::uint64_t bytes = bytes_held(original.document);
  if (bytes > most_bytes_) return false;
  const std::unique_lock lock(mutex_);
  if (const auto known = find(original.id); known != held_.end()) {
    held_.splice(held_.end(), held_, known);
    return true;
  }
  while (!held_.empty() && (bytes_ + bytes > most_bytes_ || held_.size() >= kMostOriginals)) {
    bytes_ -= held_.front().bytes;
    held_.pop_front();
  }
  held_.push_back({std::move(original), bytes});
  bytes_ += bytes;
  return true;
}

bool DeskOriginals::forget(std::string_view id) {
  {
    const std::scoped_lock beside(beside_mutex_);
    for (auto& [draft, ids] : beside_) ids.erase(std::remove(ids.begin(), ids.end(), id), ids.end());
  }
  const std::unique_lock lock(mutex_);
  const auto known = find(id);
  if (known == held_.end()) return false;
  bytes_ -= known->bytes;
  held_.erase(known);
  return true;
}

void DeskOriginals::with(const std::vector<std::string>& ids,
                         const std::function<void(const std::vector<const DeskOriginal*>&)>& use) {
  const std::shared_lock lock(mutex_);
  std::vector<const DeskOriginal*> found;
  {
    const std::scoped_lock order(order_);
    for (const std::string& id : ids) {
      const auto known = find(id);
      found.push_back(known == held_.end() ? nullptr : &known->original);
      if (known != held_.end()) held_.splice(held_.end(), held_, known);
    }
  }
  use(found);
}

void DeskOriginals::lay_beside(const std::string& draft, const std::vector<std::string>& ids) {
  const std::scoped_lock lock(beside_mutex_);
  auto at = std::find_if(beside_.begin(), beside_.end(), [&](const auto& one) { return one.first == draft; });
  if (at == beside_.end()) {
    if (beside_.size() >= kMostDraftsHeld) beside_.pop_front();
    beside_.emplace_back(draft, std::vector<std::string>());
    at = std::prev(beside_.end());
  }
  std::vector<std::string>& all = at->second;
  for (const std::string& id : ids) {
    if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
  }
  if (all.size() > kMostPageOriginals)
    all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kMostPageOriginals));
  beside_.splice(beside_.end(), beside_, at);
}

std::vector<std::string> DeskOriginals::beside(const std::string& draft) {
  const std::scoped_lock lock(beside_mutex_);
  const auto at = std::find_if(beside_.begin(), beside_.end(), [&](const auto& one) { return one.first == draft; });
  return at == beside_.end() ? std::vector<std::string>() : at->second;
}

}  // namespace hearsay
