// A question to the store within bounds of time and rows, for all who answer it over a line.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "report/table/table.h"
#include "report/threads/threads.h"
#include "server/desk.h"
#include "server/route.h"
#include "store/question.h"

namespace hearsay {

struct AskLimits {
  std::chrono::milliseconds time{10'000};  // then it is given up: 504
  std::uint64_t rows = 10'000;             // more are left out and counted
};

/// The table, or, of QuestionKind::threads, the threads; or a problem: no store 404, bad question 400, no time 504.
using StoreAnswer = std::variant<Table, ThreadsReport, Response>;
[[nodiscard]] StoreAnswer ask_store(const Desk& desk, const Question& question, const AskLimits& limits = {});

/// The parameters of the query that asked_question() reads.
[[nodiscard]] std::vector<Parameter> question_parameters(const AskLimits& limits = {});
/// Of one kind, with the parameters of a request, which were checked against the table above.
[[nodiscard]] Question asked_question(QuestionKind kind, const Request& request);

/// 404: the server was started without one.
[[nodiscard]] Response no_store();

}  // namespace hearsay
