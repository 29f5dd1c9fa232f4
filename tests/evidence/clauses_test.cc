// The light parse of a window: how each finite verb comes by its clause, and where the content must have ended.
#include "evidence/clauses.h"

#include <gtest/gtest.h>

#include <array>

#include "evidence/span_window.h"
#include "evidence/tag.h"
#include "marked_text.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, kJoinCount> kJoins = {"", "inner", "outer", "same", "other", "comma", "bare"};

struct Parsed {
  Parsed(const std::string& body, std::string_view head)
      : document(plain_document("\n" + body)), text(tokenize(document, english_vocabulary())) {
    const Tags tags = tag(document, text, shipped_model());
    const Frames frames = frames_of(document, text, tags, shipped_model());
    std::uint32_t token = 0;
    while (token + 1 < text.tokens.size() && token_text(document, text.tokens[token]) != head) ++token;
    span_window(text, frames, token, window);
  }
  [[nodiscard]] std::string word(std::size_t unit) const {
    return std::string(token_text(document, text.tokens[window.units[unit].tokens.begin]));
  }
  /// The finite verbs, each with its join.
  [[nodiscard]] std::string joins() const {
    std::string all;
    for (std::size_t i = 0; i < window.units.size(); ++i) {
      const Join join = window.units[i].clause.join;
      if (join != Join::none)
        all += (all.empty() ? "" : " ") + word(i) + ":" + std::string(kJoins[static_cast<std::size_t>(join)]);
    }
    return all;
  }
  /// The first unit whose `outside` is at least that, or "".
  [[nodiscard]] std::string first_outside(std::uint8_t least) const {
    for (std::size_t i = 0; i < window.units.size(); ++i) {
      if (window.units[i].clause.outside >= least) return word(i);
    }
    return "";
  }

  Document document;
  Text text;
  SpanWindow window;
};

TEST(Clauses, AVerbGoesToTheClauseThatWaitsForIt) {
  struct Case {
    const char* text;
    const char* head;
    const char* joins;
    const char* mark;  // where the last mark before an outer verb stands, or the verb
    const char* verb;  // the outer verb
  };
  for (const Case& one : {
           Case{"Lund said he was tired.", "said", "said:outer was:bare", "", ""},
           Case{"Lund said that he was tired.", "said", "said:outer was:inner", "", ""},
           // The subject of the sentence's own verb holds the cue.
           Case{"Her claim that the mill was safe would cost votes.", "claim", "was:inner would:outer", "would",
                "would"},
           Case{"Opposition to the dam has united the valley.", "Opposition", "has:outer", "has", "has"},
           Case{"The clerk who said that the mill was safe has resigned.", "said", "said:outer was:inner has:outer",
                "has", "has"},
           // A clause before the sentence's own.
           Case{"When Lund criticizes the mill, farmers may cheer.", "criticizes", "criticizes:outer may:outer", ",",
                "may"},
           Case{"After a debate, Lund said it was late.", "said", "said:outer was:bare", "", ""},
           // Behind conjunctions: the same subject, another one.
           Case{"Lund said it was late and left the hall.", "said", "said:outer was:bare left:same", "", ""},
           Case{"Lund said it was late and the hall was cold.", "said", "said:outer was:bare was:other", "", ""},
           Case{"Lund asked how to mend it.", "asked", "asked:outer", "", ""},
       }) {
    const Parsed parsed(one.text, one.head);
    EXPECT_EQ(parsed.joins(), one.joins) << one.text;
    EXPECT_EQ(parsed.first_outside(1), one.mark) << one.text;
    EXPECT_EQ(parsed.first_outside(2), one.verb) << one.text;
  }
}

TEST(Clauses, SeesWhatLiesAhead) {
  const Parsed parsed("Lund said it was late, citing the snow, and the hall was cold.", "said");
  const auto ahead = [&](std::string_view word) -> unsigned {
    for (std::size_t i = 0; i < parsed.window.units.size(); ++i) {
      if (parsed.word(i) == word) return parsed.window.units[i].clause.ahead;
    }
    return kAheadCount;
  };
  EXPECT_EQ(ahead("citing"), 2U + 20U);    // a participle, up to a comma
  EXPECT_EQ(ahead("and"), 1U + 5U + 10U);  // a subject with its verb, up to the end
  EXPECT_EQ(ahead("late"), 0U + 20U);      // no verb
  EXPECT_EQ(ahead("hall"), 1U + 5U + 10U);
}

TEST(Clauses, ManyOpenClausesAreForgotten) {
  std::string body = "Lund said";
  for (int i = 0; i < 20; ++i) body += " that he who";
  const Parsed parsed(body + " was late.", "said");
  EXPECT_EQ(parsed.joins(), "said:outer was:inner");
}

}  // namespace
}  // namespace hearsay
