// Memory that is refused at any place of an article's way costs this article and nothing else: a thousand places, each
// an exception that comes out, and the same scorecard after it as before.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <optional>
#include <string>

#include "document/read.h"
#include "report/formats.h"
#include "shipped_engine.h"

namespace {

// Of this thread: allocations up to the one that fails; 0: none does. And how many there were.
thread_local long until_failure = 0;
thread_local long allocations = 0;

void* give(std::size_t size) {
  ++allocations;
  if (until_failure > 0 && --until_failure == 0) throw std::bad_alloc();
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) {
  return give(size);
}
void* operator new[](std::size_t size) {
  return give(size);
}
// Asked by sorting for room that it can do without.
void* operator new(std::size_t size, const std::nothrow_t& /*may fail*/) noexcept {
  try {
    return give(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace hearsay {
namespace {

std::string card_of(const std::string& bytes, const std::string& path) {
  const Engine& engine = shipped_engine();
  const Analysis analysis = analyse(read(bytes, path, engine.page), engine);
  const Report report = report_of(analysis, engine);
  std::string all;
  for (const ReportFormat& format : report_formats()) {
    if (!format.office) all += format.write(report, analysis.document, {});
  }
  return all;
}

TEST(NoMemory, AThousandPlacesCostAnArticleEach) {
  constexpr long kPlaces = 500;  // of each article
  const std::string story = "The quay was unsafe, said Ana Ruiz, an engineer. “We asked twice,” she told reporters.";
  const std::pair<std::string, std::string> articles[] = {
      {"Ferry talks stall\n\nBy Lena Orsk\n\n" + story + "\n\nNo ferry will sail, an official said.\n", "a.txt"},
      {"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>" + story + "</p><p>" + story +
           "</p></article></body></html>",
       "a.html"}};
  for (const auto& [bytes, path] : articles) {
    const std::string whole = card_of(bytes, path);
    allocations = 0;
    static_cast<void>(card_of(bytes, path));
    const long all = allocations;
    ASSERT_GT(all, kPlaces);
    long failed = 0;
    for (long place = 0; place < kPlaces; ++place) {
      std::optional<std::string> card;
      until_failure = 1 + place * (all - 1) / kPlaces;
      try {
        card = card_of(bytes, path);
      } catch (const std::bad_alloc&) {
        ++failed;
      }
      until_failure = 0;
      EXPECT_TRUE(!card || *card == whole) << path << ", place " << place;  // too long to be printed
    }
    EXPECT_GT(failed, kPlaces / 2);
    EXPECT_EQ(card_of(bytes, path), whole) << path;
  }
}

}  // namespace
}  // namespace hearsay
