// Versions of articles compared: out of files, out of a working tree against a revision of git, out of a store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/changes/changes.h"
#include "report/table/table.h"
#include "service/choices.h"
#include "service/listener.h"
#include "service/read_files.h"
#include "store/question.h"

namespace hearsay {

struct CompareChoice {
  std::vector<std::string> operands;  // OLD and NEW; with `git` PATHs; with `store` an id or address, or two ids
  std::optional<std::string> git;     // revision
  std::optional<std::string> store;   // file
  InputChoice input = {};             // how files are read; its paths are not looked at
};

struct ComparedVersions {
  std::vector<VersionChanges> pairs;  // in the order of the input
  bool interrupted = false;           // by a signal: there are fewer
  ReadFiles read;                     // that no output may replace
};

/// Of two files with one article each: these. Of files and folders with several: those of one address, which is the URL
/// and without one the id. Of `git`: what differs from the revision and is an article in both. Of `store`: each version
/// of an address against the one before it, or two articles. What has no other version is said. Throws Fatal where
/// there is nothing to compare, and as open_session, StoreReader and git.
[[nodiscard]] ComparedVersions compare_articles(const CompareChoice& choice, const SettingsChoice& settings,
                                                Listener& listener);

/// What outlets changed without a word: changes from warning on between versions of an address, where the newer one
/// notes no correction. With an operand, an id or address: all changes of it, noted or not.
[[nodiscard]] Table answer_changes(const std::string& store, const Question& question, const SettingsChoice& settings,
                                   Listener& listener);

}  // namespace hearsay
