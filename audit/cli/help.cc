// The option tables and the texts around them.
#include <fmt/format.h>

#include <boost/program_options/value_semantic.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/option_table.h"

namespace hearsay {
namespace {

namespace po = boost::program_options;

// How often an option is wanted: the brief help shows the common ones only.
enum class Use { common, rare };

struct HelpRow {
  OptionRow option;
  Use use;
};

const std::string kReportFormats = list_formats(report_formats()) + "; several by comma";
const std::string kRunFormats = list_formats(run_formats()) + ": one document for all articles";
const std::string kThreadFormats = list_formats(answer_formats());
const std::string kSheetFormats =
    list_formats(checksheet_formats()) + " (default: as --out or else --update is called, else csv)";
const std::string kVerificationFormats = list_formats(verification_formats());
const std::string kAnswerFormats = kThreadFormats + " (default: as --out is called, else text)";

const HelpRow kFormat{"format", "LIST", kReportFormats.c_str(), Use::common};
constexpr HelpRow kTo{"to", "LIST", "the same", Use::rare};
constexpr HelpRow kStageFormat{"format", "json", "of entities and facts: everything of an article, an object a line",
                               Use::common};
constexpr HelpRow kOut{"out", "DIR|FILE.jsonl", "write one file per article and format here; jsonl: one file",
                       Use::common};
constexpr HelpRow kFrom{
    "from", "WHAT", "jsonl, warc, feed: what files hold; file: one article each; auto: told by content", Use::common};
constexpr HelpRow kChanges{"changes", "HOW", "tracked changes of a draft: accept (default) or reject", Use::rare};
constexpr HelpRow kShard{"shard", "I/N", "only every N-th article, beginning with the I-th", Use::rare};
constexpr HelpRow kResume{"resume", nullptr, "jsonl with --out: go on where an earlier run ended", Use::rare};
constexpr HelpRow kErrors{"errors", "HOW",
                          "articles that cannot be read: report (stderr, exit 2), or record (jsonl records alone)",
                          Use::rare};
constexpr HelpRow kWeightsOut{"out,o", "DIR", "write the weight files here (default: into the folder of --rules)",
                              Use::common};
constexpr HelpRow kLinks{"links", nullptr, "learn who is who alone", Use::common};
constexpr HelpRow kFindings{"findings", nullptr, "learn what a careful editor would raise alone", Use::common};
constexpr HelpRow kSilver{"silver", "DIR", "STEM.tsv with tags of another tagger: begin, end, tag", Use::common};
constexpr HelpRow kFlat{"flat", nullptr, "brat: only attributions that lie in no other", Use::rare};
constexpr HelpRow kPolicy{"policy", "NAME|FILE", "the policy that judges (default: 'default')", Use::common};
constexpr HelpRow kFailOn{"fail-on", "LEVEL", "end with 1 at findings this grave: error, warning, note, never",
                          Use::common};
constexpr HelpRow kOutlet{"outlet", "NAME", "who publishes it: \"told NAME\" is then no relay", Use::common};
constexpr HelpRow kConfidence{"min-confidence", "X", "leave out attributions less sure than X (0 to 1)", Use::rare};
constexpr HelpRow kCertainty{
    "min-certainty", "X",
    "findings whose readings are less sure than X stand apart as “perhaps” (default: the policy's)", Use::rare};
constexpr HelpRow kEvidence{"evidence", "on|off", "weigh readings by learned evidence (off: rules alone)", Use::rare};
constexpr HelpRow kThreads{"threads", "N", "work on N files at once (default: all cores)", Use::rare};
constexpr HelpRow kRules{"rules", "DIR", "the rules folder to use in place of the program's own", Use::rare};
constexpr HelpRow kSettings{"settings", "FILE|none", "this settings file, or none, in place of the hearsay.xml found",
                            Use::rare};
constexpr HelpRow kColor{"color", "WHEN", "auto, always or never", Use::rare};
constexpr HelpRow kQuiet{"quiet", nullptr, "errors only on standard error", Use::rare};
constexpr HelpRow kStage{
    "stage", "NAME",
    "text, blocks, tokens, sentences, quotes, mentions, matches, attributions, entities, sources, trace, genre, facts "
    "or scorecard",
    Use::common};
const HelpRow kThreadFormat{"format", "NAME", kThreadFormats.c_str(), Use::common};
const HelpRow kVerificationFormat{"format", "NAME", kVerificationFormats.c_str(), Use::common};
constexpr HelpRow kAgainst{"against", "PATH…", "originals: files, folders, archives, stores", Use::common};
constexpr HelpRow kAlsoAgainst{"against", "PATH", "hold quotations against this original too; may repeat", Use::common};
constexpr HelpRow kFromStore{"store", "FILE", "also the articles of this store", Use::common};
constexpr HelpRow kStore{"store", "FILE", "keep the scorecards in this SQLite file; what it has already is skipped",
                         Use::common};
constexpr HelpRow kQuote{"quote", "WORDS", "only threads that hold most of these words, in order", Use::common};
constexpr HelpRow kSource{"source", "NAME", "only threads with this source; may repeat", Use::common};
constexpr HelpRow kTable{"format", "NAME", "text, json or tsv", Use::common};
constexpr HelpRow kMisses{"misses", "N", "show N that were missed, the cues missed most often first", Use::common};
constexpr HelpRow kWrong{"wrong", "N", "show N that are wrong, the surest first", Use::common};
constexpr HelpRow kSave{"save", "FILE", "keep the run, to compare it later", Use::common};
constexpr HelpRow kDiff{"diff", nullptr, "compare two saved runs: --diff BEFORE AFTER", Use::common};
constexpr HelpRow kOutFile{"out,o", "FILE", "calibrate: write the table here, not beside the rules", Use::rare};

const HelpRow kRunFormat{"format", "NAME", kRunFormats.c_str(), Use::common};
constexpr HelpRow kRunOut{"out,o", "FILE", "write it here, not to standard output", Use::common};
constexpr HelpRow kBaseline{"baseline", "FILE", "leave out the findings that this file forgives", Use::common};
constexpr HelpRow kWriteBaseline{"write-baseline", "FILE", "forgive all of today's findings: write them to this file",
                                 Use::common};
constexpr HelpRow kSinceRevision{"since", "REV", "only paragraphs touched in git since this revision", Use::common};
constexpr HelpRow kExplain{"explain", "CHECK", "why the policy asks for this, with an example; no PATH is needed",
                           Use::common};
constexpr HelpRow kRegister{"register", "FILE", "sources the house knows, as CSV or XML, or perennial; may repeat",
                            Use::rare};

constexpr HelpRow kAsked{"store", "FILE", "the archive that is asked", Use::common};
const HelpRow kAnswer{"format", "NAME", kAnswerFormats.c_str(), Use::common};
constexpr HelpRow kAnswerOut{"out,o", "FILE|DIR",
                             "write the answer here; without a QUESTION: all of them, as linked pages", Use::common};
constexpr HelpRow kOfOutlet{"outlet", "NAME", "only articles of this outlet", Use::common};
constexpr HelpRow kSince{"since", "DATE", "only articles from this year, month or day on", Use::common};
constexpr HelpRow kUntil{"until", "DATE", "only articles up to this year, month or day, included", Use::rare};
constexpr HelpRow kMinArticles{"min-articles", "N", "leave out rows that rest on fewer articles", Use::rare};
constexpr HelpRow kSort{"sort", "COLUMN", "by this column; -COLUMN the other way round", Use::rare};
constexpr HelpRow kLimit{"limit", "N", "show N rows; 0: all", Use::common};

constexpr HelpRow kPort{"port", "N", "listen here (default: 8427); 0 takes a port that is free", Use::common};
constexpr HelpRow kHost{"host", "ADDRESS", "listen on this address, not on this machine's own alone (127.0.0.1)",
                        Use::rare};
constexpr HelpRow kServeStore{"store", "FILE", "keep articles here, and show what is in it; without, nothing is kept",
                              Use::common};
constexpr HelpRow kOpen{"open", nullptr, "open the desk in the browser", Use::common};
constexpr HelpRow kAllowOrigin{"allow-origin", "ORIGIN",
                               "pages of this origin may ask /v2, as add-ons of browsers may; may repeat", Use::rare};
constexpr HelpRow kServeThreads{"threads", "N", "audit N articles at once (default: all cores)", Use::rare};
constexpr HelpRow kCorrectionFormat{"format", "NAME", "export: json, xml or brat (STEM.txt and STEM.ann in --out)",
                                    Use::common};
constexpr HelpRow kCorrectionOut{"out,o", "FILE|DIR", "export: write it here; of brat the folder", Use::common};
constexpr HelpRow kSourceKind{"source-kind", "KIND",
                              "add: what a source is that the article has not; author: the writer; unstated: nobody",
                              Use::common};
constexpr HelpRow kReason{"reason", "WORDS", "add: why; the note of a claim", Use::common};
constexpr HelpRow kProof{"proof", "WORDS", "add: the evidence, what shows it: an address, a call, a page", Use::common};
constexpr HelpRow kBy{"by", "NAME", "add: who says so (default: USER)", Use::common};
constexpr HelpRow kAt{"at", "TIME", "add: when, as 2026-05-04T09:12:00Z (default: now)", Use::rare};
const std::string kChangesFormats = list_formats(changes_formats());
const HelpRow kChangesFormat{"format", "NAME", kChangesFormats.c_str(), Use::common};
constexpr HelpRow kChangesOut{"out,o", "FILE|DIR/", "write it here; of several pairs a file each into the folder",
                              Use::common};
constexpr HelpRow kGitRevision{"git", "REV", "the files of a working tree against this revision", Use::common};
constexpr HelpRow kVersions{"store", "FILE", "the versions of an address that this store keeps, or two of its articles",
                            Use::common};
constexpr HelpRow kChangeGate{"fail-on", "LIST",
                              "end with 1 at such changes: error, warning, note, or kinds by comma, with a trait "
                              "(source-added:anonymous) or ! (unless a correction is noted)",
                              Use::common};
const HelpRow kSheetFormat{"format", "NAME", kSheetFormats.c_str(), Use::common};
constexpr HelpRow kSheetOut{"out,o", "FILE", "write it here, not to standard output", Use::common};
constexpr HelpRow kUpdate{"update", "SHEET", "carry over what people entered in this sheet of an earlier version",
                          Use::common};
constexpr HelpRow kSheet{"sheet", "SHEET", "a check sheet: what it confirms documents claims and settles findings",
                         Use::rare};

constexpr HelpRow kStdio{"stdio", nullptr, "speak on standard input and output, as it does anyhow", Use::rare};

std::vector<HelpRow> rows_of(Command command) {
  switch (command) {
    case Command::none:
      return {};
    case Command::audit:
      return {kFormat,     kTo,        kOut,      kStore,   kAlsoAgainst, kSheet,    kFrom,     kShard,
              kResume,     kErrors,    kFlat,     kChanges, kPolicy,      kOutlet,   kRegister, kFailOn,
              kConfidence, kCertainty, kEvidence, kThreads, kRules,       kSettings, kColor,    kQuiet};
    case Command::check:
      return {kRunFormat, kRunOut,   kFailOn,  kAlsoAgainst, kSheet,    kBaseline, kWriteBaseline, kSinceRevision,
              kExplain,   kPolicy,   kFrom,    kShard,       kChanges,  kOutlet,   kRegister,      kConfidence,
              kCertainty, kEvidence, kThreads, kRules,       kSettings, kColor,    kQuiet};
    case Command::compare:
      return {kChangesFormat, kChangesOut, kChangeGate, kGitRevision, kVersions, kFrom,     kChanges, kPolicy, kOutlet,
              kRegister,      kConfidence, kEvidence,   kThreads,     kRules,    kSettings, kColor,   kQuiet};
    case Command::checksheet:
      return {kSheetFormat, kSheetOut, kUpdate,  kAgainst, kPolicy,   kFrom,  kChanges, kOutlet,
              kRegister,    kEvidence, kThreads, kRules,   kSettings, kColor, kQuiet};
    case Command::verify:
      return {kVerificationFormat, kAgainst, kPolicy, kFrom,     kChanges, kOutlet, kRegister,
              kEvidence,           kThreads, kRules,  kSettings, kColor,   kQuiet};
    case Command::trace:
      return {kThreadFormat, kQuote,    kSource,  kFromStore, kFrom,     kShard, kChanges, kOutlet,
              kConfidence,   kEvidence, kThreads, kRules,     kSettings, kColor, kQuiet};
    case Command::explain:
      return {kChanges, kOutlet, kConfidence, kEvidence, kRules, kSettings, kColor, kQuiet};
    case Command::rules:
      return {kOutFile, kThreads, kRules, kSettings, kColor, kQuiet};
    case Command::evaluate:
      return {kTable,    kMisses,  kWrong, kSave,     kDiff,  kConfidence,
              kEvidence, kThreads, kRules, kSettings, kColor, kQuiet};
    case Command::learn:
      return {kWeightsOut, kLinks, kFindings, kFrom, kSilver, kThreads, kRules, kSettings, kColor, kQuiet};
    case Command::store:
      return {kColor, kQuiet};
    case Command::report:
      return {kAsked, kAnswer, kAnswerOut, kOfOutlet, kSince, kUntil, kMinArticles, kSort, kLimit, kColor, kQuiet};
    case Command::serve:
      return {kPort,         kOpen,     kServeStore, kPolicy,     kOutlet,    kHost,
              kAllowOrigin,  kRegister, kChanges,    kConfidence, kCertainty, kEvidence,
              kServeThreads, kRules,    kSettings,   kColor,      kQuiet};
    case Command::lsp:
      return {kStdio, kPolicy, kOutlet, kConfidence, kEvidence, kRules, kSettings, kQuiet};
    case Command::complete:
      return {};
    case Command::corrections:
      return {kCorrectionFormat, kCorrectionOut, kSourceKind, kReason,   kProof,      kBy,        kAt,       kFlat,
              kPolicy,           kChanges,       kOutlet,     kRegister, kConfidence, kCertainty, kEvidence, kRules,
              kSettings,         kColor,         kQuiet};
    case Command::dump:
      return {kStage,      kStageFormat, kFrom,  kShard,    kChanges, kPolicy, kOutlet,
              kConfidence, kEvidence,    kRules, kSettings, kColor,   kQuiet};
  }
  return {};
}

const char* usage_of(Command command) {
  switch (command) {
    case Command::complete:
      return "";
    case Command::none:
      return "hearsay audits news articles: who says what, through whom, in what.\n\n"
             "Usage: hearsay COMMAND [OPTION…] PATH…\n\n"
             "A PATH is a file, a folder (all files in it) or - for standard input.\n";
    case Command::audit:
      return "Usage: hearsay audit [OPTION…] PATH…\n"
             "A scorecard per article. Without --out it is printed; without --format as text.\n";
    case Command::check:
      return "Usage: hearsay check [OPTION…] PATH…\n"
             "Prints findings as file:line:col: severity: message [check-id], or as one document for other tools;\n"
             "of files without lines by paragraph.\n";
    case Command::compare:
      return "Usage: hearsay compare [OPTION…] OLD NEW\n"
             "       hearsay compare [OPTION…] --git REV PATH…\n"
             "       hearsay compare [OPTION…] --store FILE ID [ID]\n"
             "What changed in who says what, by name or not, through whom, in what words and how surely; typography\n"
             "and the order of paragraphs do not count.\n";
    case Command::checksheet:
      return "Usage: hearsay checksheet [OPTION…] DRAFT [--against PATH…]\n"
             "Every quotation, paraphrase, name, number, date, place, superlative, accusation and document of a "
             "draft,\n"
             "a row each in the order of the text, for people to tick off.\n";
    case Command::verify:
      return "Usage: hearsay verify [OPTION…] DRAFT --against PATH…\n"
             "Holds every quotation of a draft against originals: transcripts (WebVTT, SRT, text with speakers), "
             "mail,\n"
             "PDF, articles. Word by word: what differs, who speaks there, on which line or page or at what time.\n";
    case Command::trace:
      return "Usage: hearsay trace [OPTION…] PATH…\n"
             "Which articles carry one utterance: the earliest first, through whom, in what, and what differs.\n";
    case Command::explain:
      return "Usage: hearsay explain [OPTION…] PATH[:LINE]…\n"
             "Why each attribution of an article, or of one line of it, was found: rule, chain, confidence, and the\n"
             "named features that weighed most in the evidence.\n";
    case Command::rules:
      return "Usage: hearsay rules VERB [OPTION…] [ID|FILE…]\n\n"
             "  list [ID…]      the rules, or those whose id begins so\n"
             "  test [ID…]      run the rules' own examples through the whole program\n"
             "  lint [FILE…]    check the pack, with these files added\n"
             "  expand ID…      what a lexicon or a pattern becomes\n"
             "  cues            every word at which a pattern is tried, one a line\n"
             "  explain ID…     a rule in words, with its examples\n"
             "  calibrate TEXT_DIR GOLD_DIR\n"
             "                  measure every rule and cue on annotated articles; confidence comes from that\n";
    case Command::evaluate:
      return "Usage: hearsay evaluate [OPTION…] TEXT_DIR GOLD_DIR\n"
             "       hearsay evaluate --diff BEFORE AFTER\n"
             "Precision and recall on annotated articles: TEXT_DIR/STEM.txt with GOLD_DIR/STEM.ann (brat standoff).\n";
    case Command::learn:
      return "Usage: hearsay learn [OPTION…] TEXT_DIR GOLD_DIR --out DIR\n"
             "       hearsay learn --links [OPTION…] PATH… --out DIR\n"
             "       hearsay learn --findings [OPTION…] ARTICLE… MARKS_DIR --out DIR\n"
             "Learns the weights of the evidence from STEM.txt and STEM.ann; what stands before a stem's\n"
             "first _ is taken for its publisher. The same articles and rules give the same bytes.\n";
    case Command::store:
      return "Usage: hearsay store VERB [OPTION…] STORE…\n\n"
             "  merge OUT IN…   fold stores and JSON Lines of scorecards (audit --to jsonl) into the store OUT\n"
             "  info STORE…     what is in it\n"
             "  check STORE…    whether it is whole\n";
    case Command::report:
      return "Usage: hearsay report QUESTION [OPTION…] --store FILE\n"
             "       hearsay report --store FILE --out DIR\n\n"
             "  overview        what the archive holds\n"
             "  articles        each article with its score and worst finding, the lowest first\n"
             "  outlets         how well each outlet shows where its claims come from; bylines, months: likewise\n"
             "  anonymous       who leans on sources without a name, and how they are described\n"
             "  named           whose words one article gives a name for and another does not\n"
             "  sources         who is quoted most, and in how many outlets\n"
             "  findings        which checks of the policy failed, and how often; findings CHECK: where\n"
             "  threads         what several articles quote or claim alike; threads WORDS: of these words\n"
             "  changes         what was changed between versions without a word; changes ID: all of one article\n"
             "  dossier NAME    everything one source is quoted with, in order of time\n"
             "  callsheet ID    whom to call about one article (or its title), with columns to fill in\n"
             "  search WORDS    claims and quotations with these words\n";
    case Command::serve:
      return "Usage: hearsay serve [OPTION…]\n"
             "A web server for this machine alone: drafts in a browser (the desk), the archive, REST for programs, "
             "and\n"
             "LanguageTool's interface for editors. Prints the address to open, with the token that it asks for.\n";
    case Command::lsp:
      return "Usage: hearsay lsp [OPTION…]\n"
             "A language server on standard input and output, for an editor to start: findings as one types, who is\n"
             "behind words that are pointed at, attributions as an outline. docs/editors.md tells how to set it up.\n";
    case Command::corrections:
      return "Usage: hearsay corrections VERB [OPTION…] FILE…\n\n"
             "  list FILE…      what people said of an article, and whether its words are still there\n"
             "  add FILE THING VALUE\n"
             "                  THING: a3, s2, c5, f1 of its scorecard, or words of it; VALUE: of an attribution "
             "wrong,\n"
             "                  right or a name; of a source named, not-named or a kind; of a finding settled; of a\n"
             "                  claim confirmed, changed, query, cannot-verify, cut or open\n"
             "  undo FILE ID…   take corrections back, by their ids\n"
             "  import FILE LIST…   add those of other files, JSON or XML\n"
             "  export FILE     all of them; brat: the text and its corrected reading\n"
             "  targets FILE    fingerprints and words of all that can be corrected, as JSON\n";
    case Command::dump:
      return "Usage: hearsay dump --stage NAME [OPTION…] PATH…\n"
             "What one stage made of an article, one item a line, as line:column text.\n";
  }
  return "";
}

const char* epilogue_of(Command command) {
  switch (command) {
    case Command::complete:
      return "";
    case Command::none:
    case Command::audit:
    case Command::check:
      return "\nExit status\n"
             "  0  clean\n"
             "  1  findings at or above --fail-on (check: error; audit: never, unless given)\n"
             "  2  something could not be done: bad usage, unreadable input, a broken rule.\n"
             "     The rest was still done.\n"
             "  130  ended by Ctrl-C or SIGTERM; the articles in flight were finished and written\n"
             "\nSettings\n"
             "  hearsay.xml beside the first PATH, or in a folder above it:\n"
             "    <hearsay>\n"
             "      <policy>default</policy>           name, or file relative to this one\n"
             "      <outlet>The Harbour Post</outlet>\n"
             "      <language>en</language>\n"
             "      <fail-on>warning</fail-on>\n"
             "      <min-confidence>0.5</min-confidence>\n"
             "      <evidence>on</evidence>\n"
             "      <threads>4</threads>\n"
             "      <register href=\"contacts.csv\"/>   sources the house knows, CSV or XML; may repeat\n"
             "      <rules href=\"house-rules.xml\"/>    added to the program's own; may repeat\n"
             "    </hearsay>\n"
             "  An option on the command line wins over it.\n"
             "\nEnvironment\n"
             "  HEARSAY_RULES  the rules folder, where --rules is not given\n"
             "  NO_COLOR       no colours unless --color=always\n"
             "  TMPDIR         where trace, check --write-baseline and one workbook or table of many articles keep\n"
             "                 on the disk, in files without a name, what memory should not hold\n"
             "\nExamples\n"
             "  hearsay audit article.html\n"
             "  hearsay audit --format html,json --out cards archive/\n"
             "  hearsay audit --to jsonl --out cards.jsonl news.jsonl.gz\n"
             "  hearsay check --policy ap --fail-on warning draft.txt\n"
             "  pandoc -t plain draft.docx | hearsay check -\n";
    case Command::compare:
      return "\nKinds: source-added source-dropped source-named source-unnamed quotation-changed paraphrase-changed\n"
             "source-lost source-gained cue-changed hedge-changed relay-changed reason-added reason-dropped\n"
             "accused-heard headline-changed headline-stale claim-added claim-dropped. docs/compare.md tells what\n"
             "each is and how grave.\n"
             "Exit status: 1 where --fail-on is met, 2 where something could not be done.\n"
             "\nExamples\n"
             "  hearsay compare monday.html tuesday.html\n"
             "  hearsay compare --git main --fail-on source-unnamed,source-added:anonymous drafts/\n"
             "  hearsay compare --store audit.sqlite harbour-12 --format html --out changes/\n";
    case Command::checksheet:
      return "\nWith --update unchanged items keep status, evidence, checker, date and note; changed ones are open "
             "again\n"
             "and say what they were; what the draft no longer has stands at the end as cut. A sheet may be CSV, XLSX\n"
             "or ODS. How many items are left is said on standard error.\n"
             "With --against quotations that stand in an original are documented by document and place; what differs "
             "is "
             "noted.\n"
             "\nExamples\n"
             "  hearsay checksheet draft.docx --out draft.xlsx\n"
             "  hearsay checksheet draft-2.docx --update draft.xlsx --out draft-2.xlsx\n"
             "  hearsay checksheet draft.docx --out draft.xlsx --against council.vtt minutes.pdf\n"
             "  hearsay check draft-2.docx --sheet draft-2.xlsx\n";
    case Command::verify:
      return "\nExit status\n"
             "  0  nothing that the policy calls an error\n"
             "  1  an error: another number, name or negation, somebody else's words, parts put together …\n"
             "  2  the draft or an original could not be read; the rest was still done\n"
             "\nCase, typography, hyphens at line ends and figures for number words are not compared. What a policy "
             "allows\n"
             "(hesitations, small edits …) stands in its <quotations>. “not-found” says nothing of other places.\n"
             "\nExamples\n"
             "  hearsay verify draft.txt --against council.vtt minutes.pdf\n"
             "  hearsay verify draft.docx --against mail/ --format html > held.html\n";
    case Command::trace:
      return "\nA quotation is found though it was trimmed, translated or put in another tense; short words only "
             "where\n"
             "one source says them. A claim (indirect words whose names and figures agree) is less sure: confidence\n"
             "says how much. Independent are members of different outlets, relays and wordings.\n"
             "\nMuch of an archive waits in a file without a name in the temporary folder ($TMPDIR).\n"
             "\nExamples\n"
             "  hearsay trace archive/ --format html > threads.html\n"
             "  hearsay trace archive/ --quote \"the harbour will stay closed\"\n";
    case Command::rules:
      return "\nAn ID is that of a rule (say.basic) or, for expand, of a lexicon (say). The rules folder's\n"
             "README.md tells how rules are written.\n";
    case Command::evaluate:
      return "\nFigures count attributions that lie in no other. An annotation is a brat event with the roles Source, "
             "Cue and\n"
             "Content; Discard marks text that does not count. A prediction is right where a reader marked an\n"
             "attribution whose cue it overlaps, and full where source and content overlap too.\n";
    case Command::learn:
      return "\nWith --links each PATH is a table of ambiguous pronouns as GAP has them (.tsv), columns of tokens and\n"
             "entities (.conll), or a folder of texts (STEM.txt) with behind it a folder of labels (STEM.jsonl: a "
             "line\n"
             "per attribution with cue, content, kind, resolved, aliases).\n"
             "With --findings MARKS_DIR holds ID.json for each article: gradeable, grade, and marks, each with the "
             "quote\n"
             "it is about, its kind (anonymous, unsourced …) and, where several editors were asked, its likelihood\n"
             "(0 to 1; without: 1). raised.tsv is written, and the proportions of the\n"
             "policy's measures that give the grades best are said.\n"
             "The weight files are text; the build compiles them. evidence.bin, written beside them, serves at "
             "once.\n";
    case Command::store:
      return "\nOf one article the later input wins where its content or its rules differ; merging twice changes "
             "nothing.\n"
             "- is standard input. docs/store.md describes the tables.\n";
    case Command::report:
      return "\nColumns are named as in the header of --format csv. A share stands with its base and an interval of 95 "
             "%;\n"
             "what rests on fewer than 10 articles is marked. In CSV a cell that a spreadsheet would take for a "
             "formula\n"
             "begins with an apostrophe.\n"
             "\nExamples\n"
             "  hearsay report outlets --store audit.sqlite --min-articles 20\n"
             "  hearsay report dossier \"Ana Ruiz\" --store audit.sqlite --out ruiz.html\n"
             "  hearsay report search '\"no water\" pump*' --since 2018-12 --store audit.sqlite\n"
             "  hearsay report callsheet harbour-12 --store audit.sqlite --out calls.csv\n";
    case Command::explain:
      return "\nWeights are log-odds: above 0 they speak for the reading shown. The names are those of the weight "
             "files\n"
             "(rules/en/evidence/*.tsv), where every weight stands with its count.\n";
    case Command::serve:
      return "\nSettings come from the hearsay.xml of the working folder or above it. Ctrl-C ends it: what is under "
             "way\n"
             "is finished first. docs/api.md tells what is served, and to whom.\n"
             "Exit status: 0 after Ctrl-C or SIGTERM, 2 where it could not be started.\n"
             "\nExamples\n"
             "  hearsay serve --open\n"
             "  hearsay serve --store audit.sqlite --policy ap\n"
             "  hearsay serve --port 0 > address &   # in a script: the first line is the address\n";
    case Command::lsp:
      return "\nEach document is judged by the hearsay.xml beside it or above it. An editor's own settings win over "
             "that\n"
             "and over the options here: {\"hearsay\": {\"policy\": …, \"outlet\": …, \"minConfidence\": …,\n"
             "\"against\": [PATH…]}}; against are originals that quotations are held against.\n"
             "Exit status: 0 after a shutdown, 1 where the client went without one.\n";
    case Command::corrections:
      return "\nThey lie beside the article in NAME.hearsay.xml, and audit, check, explain and lsp apply them.\n"
             "docs/corrections.md tells all of it.\n"
             "\nExamples\n"
             "  hearsay corrections add draft.txt a3 wrong\n"
             "  hearsay corrections add draft.txt a4 \"Mara Lind\" --source-kind named-person --by jh\n"
             "  hearsay corrections add draft.txt f1 settled --reason \"agreed with the desk\"\n"
             "  hearsay corrections export --format brat --out corrected draft.txt\n";
    case Command::dump:
      return "\nThe stages stand in the order in which they run.\n";
  }
  return "";
}

}  // namespace

std::vector<OptionRow> option_rows(Command command) {
  std::vector<OptionRow> options;
  for (const HelpRow& row : rows_of(command)) options.push_back(row.option);
  options.push_back({"help", nullptr, "everything"});
  return options;
}

po::options_description options_of(Command command, Help help) {
  po::options_description options("Options", 96, 48);
  for (const HelpRow& row : rows_of(command)) {
    if (help == Help::brief && row.use == Use::rare) continue;
    if (row.option.value == nullptr) {
      options.add_options()(row.option.name, row.option.text);
    } else if (std::string_view(row.option.name) == "against" &&
               (command == Command::verify || command == Command::checksheet)) {
      options.add_options()(row.option.name,
                            po::value<std::vector<std::string>>()->multitoken()->value_name(row.option.value),
                            row.option.text);
    } else if (std::string_view(row.option.name) == "format" || std::string_view(row.option.name) == "source" ||
               std::string_view(row.option.name) == "register" || std::string_view(row.option.name) == "allow-origin" ||
               std::string_view(row.option.name) == "against") {
      options.add_options()(row.option.name, po::value<std::vector<std::string>>()->value_name(row.option.value),
                            row.option.text);
    } else {
      options.add_options()(row.option.name, po::value<std::string>()->value_name(row.option.value), row.option.text);
    }
  }
  options.add_options()("brief-help,h", "this in brief")("help", "everything");
  if (command == Command::none) options.add_options()("version", "the program's version");
  return options;
}

std::string help_text(Command command, Help help) {
  std::ostringstream text;
  text << usage_of(command) << '\n';
  if (command == Command::none) {
    std::string others;
    for (const CommandName& one : command_names()) {
      if (help == Help::brief && one.rare) {
        others.append(others.empty() ? "" : ", ").append(one.name);
      } else {
        text << fmt::format("  {:<11} {}\n", one.name, one.summary);
      }
    }
    if (!others.empty()) text << fmt::format("  {:<11} {}\n", "besides", others);
    text << '\n';
  }
  text << options_of(command, help);
  if (help == Help::brief) {
    text << "\nEverything: add --help in place of -h\n";
  } else if (command == Command::none) {
    for (const CommandName& one : command_names())
      text << '\n' << usage_of(one.command) << '\n' << options_of(one.command, help);
  }
  if (help == Help::whole) text << epilogue_of(command);
  // Boost names an option with a short form "-h [ --brief-help ]"; there is no long form of this one for people.
  std::string result = text.str();
  const std::string_view boost = "-h [ --brief-help ]";
  for (std::size_t at = result.find(boost); at != std::string::npos; at = result.find(boost, at)) {
    result.replace(at, boost.size(), "-h                 ");
  }
  return result;
}

}  // namespace hearsay
