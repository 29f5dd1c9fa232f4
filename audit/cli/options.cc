// One description of options per command; help.cc prints the same descriptions. Boost's exceptions end here.
#include "cli/options.h"

#include <algorithm>
#include <array>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <charconv>
#include <utility>

#include "base/nearest.h"
#include "cli/option_table.h"
#include "dump.h"

namespace hearsay {
namespace {

namespace po = boost::program_options;

constexpr std::array<CommandName, 16> kCommands = {
    {{"audit", Command::audit, "a scorecard per article: html, xml, json, brat or text"},
     {"check", Command::check, "the findings of a policy, as a compiler prints them"},
     {"verify", Command::verify, "quotations held against their originals, word by word"},
     {"compare", Command::compare, "two versions of an article: what changed in who says what"},
     {"checksheet", Command::checksheet, "all that has to be checked of a draft, to be ticked off"},
     {"serve", Command::serve, "the desk in a browser, and the interfaces for other programs"},
     {"report", Command::report, "questions to an archive: tables and pages from a store"},
     {"trace", Command::trace, "one utterance across many articles, and what changed on the way"},
     {"explain", Command::explain, "why each attribution was found: rule, chain, evidence"},
     {"rules", Command::rules, "list, test, lint, expand, explain or calibrate the rules"},
     {"corrections", Command::corrections, "what people correct in an article: list, add, undo, exchange", true},
     {"store", Command::store, "merge, describe or check the files of audit --store", true},
     {"lsp", Command::lsp, "the language server: findings in an editor as one types", true},
     {"evaluate", Command::evaluate, "precision and recall against annotated articles", true},
     {"learn", Command::learn, "the evidence's weights from annotated articles", true},
     {"dump", Command::dump, "what one stage made of an article", true}}};
constexpr std::array<std::pair<std::string_view, Changes>, 2> kChangesWords = {
    {{"accept", Changes::accept}, {"reject", Changes::reject}}};
constexpr std::array<std::pair<std::string_view, From>, 5> kFromWords = {{{"auto", From::automatic},
                                                                          {"jsonl", From::jsonl},
                                                                          {"warc", From::warc},
                                                                          {"feed", From::feed},
                                                                          {"file", From::file}}};
constexpr std::array<std::pair<std::string_view, ErrorsTo>, 2> kErrorsTo = {
    {{"report", ErrorsTo::report}, {"record", ErrorsTo::record}}};
constexpr std::array<std::pair<std::string_view, TableFormat>, 3> kTableFormats = {
    {{"text", TableFormat::text}, {"json", TableFormat::json}, {"tsv", TableFormat::tsv}}};
constexpr std::array<std::pair<std::string_view, CorrectionFormat>, 3> kCorrectionFormats = {
    {{"json", CorrectionFormat::json}, {"xml", CorrectionFormat::xml}, {"brat", CorrectionFormat::brat}}};
constexpr std::array<std::pair<std::string_view, Colour>, 3> kColours = {
    {{"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> kSwitch = {{{"on", true}, {"off", false}}};
constexpr unsigned kMaxThreads = 1024;
constexpr std::size_t kMostShown = 1'000'000;

std::string mistyped_option(std::string_view typed, Command command) {
  std::vector<std::string> names;
  for (const OptionRow& row : option_rows(command)) {
    const std::string_view name = row.name;
    names.push_back("--" + std::string(name.substr(0, name.find(','))));
  }
  return did_you_mean(typed, names, [](const std::string& name) { return std::string_view(name); });
}

[[noreturn]] void usage(std::string message, std::string remedy) {
  throw Fatal({.message = std::move(message), .remedy = std::move(remedy)});
}

std::string see_help(Command command) {
  for (const CommandName& one : kCommands) {
    if (one.command == command) return "see hearsay " + std::string(one.name) + " -h";
  }
  return "see hearsay -h";
}

template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, N>& table, std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  return std::nullopt;
}

template <class Value, std::size_t N>
Value choose(const std::array<std::pair<std::string_view, Value>, N>& table, std::string_view option,
             std::string_view word) {
  if (const auto value = named(table, word)) return *value;
  std::string known;
  for (const auto& entry : table) known.append(known.empty() ? "" : ", ").append(entry.first);
  usage("unknown value '" + std::string(word) + "' for --" + std::string(option),
        did_you_mean(word, table, [](const auto& row) { return row.first; }) + "one of: " + known);
}

template <class Format>
const Format* choose(std::span<const Format> formats, std::string_view word) {
  if (const Format* known = format_named(formats, word)) return known;
  usage("unknown value '" + std::string(word) + "' for --format",
        did_you_mean(word, formats, &Format::id) + "one of: " + list_formats(formats, ", "));
}

void read_formats(const std::string& list, std::vector<const ReportFormat*>& formats) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const ReportFormat* format = choose(report_formats(), std::string_view(list).substr(begin, end - begin));
    if (std::find(formats.begin(), formats.end(), format) == formats.end()) formats.push_back(format);
    begin = end + 1;
  }
}

template <class Number>
Number read_number(std::string_view option, const std::string& word, Number least, Number most, const char* range) {
  Number value{};
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || !(value >= least && value <= most)) {
    usage("--" + std::string(option) + " is '" + word + "'", std::string("give ") + range);
  }
  return value;
}

// "3/8".
Shard read_shard(const std::string& word) {
  Shard shard;
  const char* const last = word.data() + word.size();
  const auto [slash, error] = std::from_chars(word.data(), last, shard.index);
  const bool two = error == std::errc() && slash != last && *slash == '/';
  const auto [end, second] = std::from_chars(two ? slash + 1 : last, last, shard.count);
  if (!two || second != std::errc() || end != last || shard.index < 1 || shard.index > shard.count)
    usage("--shard is '" + word + "'", "give I/N with I from 1 to N, as in --shard 3/8");
  return shard;
}

/// "2018", "2018-12" or "2018-12-14".
std::string read_date(std::string_view option, const std::string& word) {
  constexpr std::string_view kPattern = "0000-00-00";
  bool is_date = word.size() == 4 || word.size() == 7 || word.size() == 10;
  for (std::size_t i = 0; is_date && i < word.size(); ++i)
    is_date = kPattern[i] == '-' ? word[i] == '-' : word[i] >= '0' && word[i] <= '9';
  if (!is_date)
    usage("--" + std::string(option) + " is '" + word + "'", "give a year, month or day: 2018, 2018-12, 2018-12-14");
  return word;
}

ChangeGate read_change_gate(const std::string& words) {
  Diagnostic problem;
  std::optional<ChangeGate> gate = read_gate(words, problem);
  if (!gate) usage(problem.message, problem.remedy);
  return std::move(*gate);
}

void read_question(const po::variables_map& values, Question& question) {
  const auto given = [&](const char* name, const auto& take) {
    if (values.count(name) != 0) take(values[name].as<std::string>());
  };
  given("outlet", [&](const std::string& word) { question.outlet = word; });
  given("since", [&](const std::string& word) { question.since = read_date("since", word); });
  given("until", [&](const std::string& word) { question.until = read_date("until", word); });
  given("sort", [&](const std::string& word) { question.sort = word; });
  given("limit", [&](const std::string& word) {
    question.limit = read_number<std::uint64_t>("limit", word, 0, kMostShown, "a number; 0 shows all");
  });
  given("min-articles", [&](const std::string& word) {
    question.min_articles = read_number<std::uint64_t>("min-articles", word, 0, kMostShown, "a number");
  });
}

void read_values(const po::variables_map& values, CommandLine& line) {
  const auto text = [&](const char* name) -> std::optional<std::string> {
    if (values.count(name) == 0) return std::nullopt;
    return values[name].as<std::string>();
  };
  if (values.count("format") != 0) {
    for (const std::string& list : values["format"].as<std::vector<std::string>>()) {
      if (line.command == Command::evaluate) {
        line.table = choose(kTableFormats, "format", list);
      } else if (line.command == Command::corrections) {
        line.correction_format = choose(kCorrectionFormats, "format", list);
      } else if (line.command == Command::trace) {
        line.thread_format = choose(answer_formats(), list);
      } else if (line.command == Command::verify) {
        line.verification_format = choose(verification_formats(), list);
      } else if (line.command == Command::check) {
        line.run_format = choose(run_formats(), list);
      } else if (line.command == Command::compare) {
        line.changes_format = choose(changes_formats(), list);
      } else if (line.command == Command::checksheet) {
        line.sheet_format = choose(checksheet_formats(), list);
      } else if (line.command == Command::report) {
        line.answer_format = choose(answer_formats(), list);
      } else {
        read_formats(list, line.formats);
      }
    }
  }
  if (line.command == Command::check) {
    line.gate.baseline = text("baseline");
    line.write_baseline = text("write-baseline");
    line.gate.since = text("since");
    line.explain = text("explain");
  }
  if (values.count("register") != 0) line.settings.registers = values["register"].as<std::vector<std::string>>();
  if (values.count("against") != 0) line.against = values["against"].as<std::vector<std::string>>();
  if (values.count("source") != 0) line.sources = values["source"].as<std::vector<std::string>>();
  if (values.count("allow-origin") != 0) line.origins = values["allow-origin"].as<std::vector<std::string>>();
  if (const auto word = text("port"))
    line.port = read_number<std::uint16_t>("port", *word, 0, 65535, "a number from 0 to 65535; 0 takes a free one");
  line.host = text("host").value_or("");
  line.open = values.count("open") != 0;
  line.quote = text("quote");
  if (const auto list = text("to")) read_formats(*list, line.formats);
  if (const auto word = text("from")) line.from = choose(kFromWords, "from", *word);
  if (const auto word = text("shard")) line.shard = read_shard(*word);
  if (const auto word = text("errors")) line.errors = choose(kErrorsTo, "errors", *word);
  line.resume = values.count("resume") != 0;
  if (values.count("operand") != 0) line.operands = values["operand"].as<std::vector<std::string>>();
  line.settings.gate = line.command == Command::check;
  // The operands of `rules` are ids.
  if (line.command != Command::rules && !line.operands.empty()) line.settings.beside = line.operands.front();
  line.flat = values.count("flat") != 0;
  line.quiet = values.count("quiet") != 0;
  line.out = text("out");
  line.store = text("store");
  line.update = text("update");
  line.sheet = text("sheet");
  line.silver = text("silver");
  line.links = values.count("links") != 0;
  line.findings = values.count("findings") != 0;
  line.settings.rules = text("rules");
  line.settings.policy = text("policy");
  line.settings.outlet = text("outlet");
  line.settings.settings = text("settings");
  if (const auto word = text("threads"))
    line.settings.threads = read_number<unsigned>("threads", *word, 1, kMaxThreads, "a number from 1 to 1024");
  if (const auto word = text("min-certainty"))
    line.settings.min_certainty = read_number<double>("min-certainty", *word, 0, 1, "a number from 0 to 1");
  if (const auto word = text("min-confidence"))
    line.settings.min_confidence = read_number<double>("min-confidence", *word, 0, 1, "a number from 0 to 1");
  if (const auto word = text("misses"))
    line.misses = read_number<std::size_t>("misses", *word, 0, kMostShown, "a number");
  if (const auto word = text("wrong")) line.wrong = read_number<std::size_t>("wrong", *word, 0, kMostShown, "a number");
  line.save = text("save");
  line.said = {.source_kind = text("source-kind").value_or(""),
               .reason = text("reason").value_or(""),
               .evidence = text("proof").value_or(""),
               .by = text("by").value_or(""),
               .at = text("at").value_or("")};
  line.diff = values.count("diff") != 0;
  if (const auto word = text("fail-on")) {
    if (line.command == Command::compare) {
      line.change_gate = read_change_gate(*word);
    } else {
      line.settings.fail_on = choose(kFailOnWords, "fail-on", *word);
    }
  }
  line.git = text("git");
  if (const auto word = text("changes")) line.settings.changes = choose(kChangesWords, "changes", *word);
  if (const auto word = text("evidence")) line.settings.evidence = choose(kSwitch, "evidence", *word);
  if (const auto word = text("color")) line.colour = choose(kColours, "color", *word);
  if (const auto word = text("stage")) line.stage = *word;
  if (line.command == Command::report) read_question(values, line.question);
  if (values.count("version") != 0) line.version = true;
  if (values.count("brief-help") != 0) line.help = Help::brief;
  if (values.count("help") != 0) line.help = Help::whole;
}

}  // namespace

std::vector<std::string_view> option_values(Command command, std::string_view option) {
  std::vector<std::string_view> values;
  const auto take = [&](const auto& table) {
    for (const auto& entry : table) values.push_back(entry.first);
  };
  const auto take_formats = [&](const auto& formats) {
    for (const auto& one : formats) values.push_back(one.id);
  };
  if (option == "format" || option == "to") {
    if (command == Command::evaluate) {
      take(kTableFormats);
    } else if (command == Command::corrections) {
      take(kCorrectionFormats);
    } else if (command == Command::verify) {
      take_formats(verification_formats());
    } else if (command == Command::check) {
      take_formats(run_formats());
    } else if (command == Command::compare) {
      take_formats(changes_formats());
    } else if (command == Command::checksheet) {
      take_formats(checksheet_formats());
    } else if (command == Command::trace || command == Command::report) {
      take_formats(answer_formats());
    } else {
      take_formats(report_formats());
    }
  }
  if (option == "from") take(kFromWords);
  if (option == "changes") take(kChangesWords);
  if (option == "errors") take(kErrorsTo);
  if (option == "fail-on") take(kFailOnWords);
  if (option == "fail-on" && command == Command::compare) {
    for (const ChangeName& one : change_names()) values.push_back(one.id);
  }
  if (option == "evidence") take(kSwitch);
  if (option == "color") take(kColours);
  if (option == "stage") values.assign(stage_names().begin(), stage_names().end());
  return values;
}

std::span<const CommandName> command_names() {
  return kCommands;
}

std::string known_commands() {
  std::string known;
  for (const CommandName& one : kCommands) known.append(known.empty() ? "" : ", ").append(one.name);
  return known;
}

InputChoice input_of(const CommandLine& line) {
  InputChoice input{.paths = line.operands, .from = line.from, .shard = line.shard, .errors = line.errors};
  input.beside = line.against;
  for (const auto* file : {&line.sheet, &line.update}) {
    if (*file) input.beside.push_back(**file);
  }
  return input;
}

CommandLine parse_command_line(const std::vector<std::string>& arguments) {
  CommandLine line;
  std::vector<std::string> rest = arguments;
  if (!rest.empty() && rest.front() == "complete") {  // the words may be any: they are what somebody has typed so far
    line.command = Command::complete;
    line.operands.assign(rest.begin() + 1, rest.end());
    return line;
  }
  if (!rest.empty() && !rest.front().starts_with('-')) {
    const auto command = std::find_if(kCommands.begin(), kCommands.end(),
                                      [&](const CommandName& one) { return one.name == rest.front(); });
    if (command == kCommands.end())
      usage("unknown command '" + rest.front() + "'", did_you_mean(rest.front(), kCommands, &CommandName::name) +
                                                          "one of: " + known_commands() + "; see hearsay -h");
    line.command = command->command;
    rest.erase(rest.begin());
  }
  const bool has_verb =
      line.command == Command::rules || line.command == Command::store || line.command == Command::corrections;
  if (has_verb && !rest.empty() && !rest.front().starts_with('-')) {
    line.verb = rest.front();
    rest.erase(rest.begin());
  }
  try {
    po::options_description options = options_of(line.command, Help::whole);
    options.add_options()("operand", po::value<std::vector<std::string>>());
    po::positional_options_description operands;
    operands.add("operand", -1);
    // Exactly the names in the table: no guessing from a prefix, so that a new option never changes an old call.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::variables_map values;
    po::store(po::command_line_parser(rest).options(options).positional(operands).style(style).run(), values);
    read_values(values, line);
  } catch (const po::multiple_occurrences& error) {
    usage("option '" + error.get_option_name() + "' is given more than once", see_help(line.command));
  } catch (const po::unknown_option& error) {
    usage("unknown option '" + error.get_option_name() + "'",
          mistyped_option(error.get_option_name(), line.command) + see_help(line.command));
  } catch (const po::error& error) {
    usage(error.what(), see_help(line.command));
  }
  return line;
}

}  // namespace hearsay
