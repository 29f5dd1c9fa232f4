// Questions to an archive, each answered by one table.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "report/table/table.h"
#include "store/facet.h"
#include "store/question.h"

namespace hearsay {

/// A store opened for several questions: what they share is gathered once.
class Enquiry {
 public:
  /// `stop`: asked again and again while a question is being answered; once it is true, ask() throws Fatal. Throws
  /// Fatal where the store cannot be read.
  explicit Enquiry(const std::string& path, std::function<bool()> stop = {});
  ~Enquiry();
  Enquiry(const Enquiry&) = delete;
  Enquiry& operator=(const Enquiry&) = delete;

  /// The same store and question give the same table; of QuestionKind::threads an empty one. Throws Fatal where the
  /// store cannot be read, and where the question names a source, article, outlet, check or column that is not there:
  /// the remedy then names near ones.
  [[nodiscard]] Table ask(const Question& question);
  /// What the articles that the question is about can be chosen by; counted by all that it asks, each facet but by
  /// itself. Throws as ask().
  [[nodiscard]] std::vector<Facet> facets(const Question& question);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Opens the store for one question.
[[nodiscard]] Table ask(const std::string& path, const Question& question);

}  // namespace hearsay
