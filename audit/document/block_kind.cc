// Each question looks at the first and last words only, so that a long paragraph costs no more than a short one.
#include "document/block_kind.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/utf8.h"
#include "document/dates.h"
#include "document/words.h"

namespace hearsay {
namespace {

bool opens_with(std::string_view lowered, std::span<const std::string_view> openings) {
  if (lowered.empty()) return false;
  const char first = lowered.front();  // tells nearly all apart
  return std::any_of(openings.begin(), openings.end(),
                     [&](std::string_view o) { return o.front() == first && lowered.starts_with(o); });
}

std::string lowered_head(std::string_view text) {
  return lower(text.substr(0, 80));
}

bool ends_in_credit(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kCredits = {
      "getty images", "afp/getty", "via ap", "/reuters", "/afp", "ap photo", "getty/instagram"};
  std::string tail = lower(text.substr(text.size() > 60 ? text.size() - 60 : 0));
  while (!tail.empty() && (tail.back() == '.' || tail.back() == ')' || tail.back() == ']')) tail.pop_back();
  return std::any_of(kCredits.begin(), kCredits.end(), [&](std::string_view c) { return tail.ends_with(c); });
}

bool letterless(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint here = decode(text, at);
    if (is_letter(here.value) || is_digit(here.value)) return false;
    at += here.length;
  }
  return true;
}

// "Our newsletter tells you what matters. Sign up here."
bool is_newsletter_plug(std::string_view text) {
  if (text.size() > 240) return false;
  const std::string all = lower(text);
  if (all.find("newsletter") == std::string::npos) return false;
  static constexpr std::array<std::string_view, 6> kOffers = {"sign up",       "sign-up",       "signup",
                                                              "subscribe to ", "in your inbox", "to your inbox"};
  return text.find_first_of("\"") == std::string_view::npos && text.find("“") == std::string_view::npos &&
         std::any_of(kOffers.begin(), kOffers.end(),
                     [&](std::string_view o) { return all.find(o) != std::string::npos; });
}

}  // namespace

bool names_agency(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kAgencies = {"ap",      "afp",    "reuters", "epa", "upi", "voa",
                                                                 "dpa",     "ansa",   "tass",    "aap", "pa",  "getty",
                                                                 "anadolu", "xinhua", "pti",     "efe"};
  const std::vector<std::string_view> words = split_words(text);
  return !words.empty() && words.size() <= 4 && std::any_of(words.begin(), words.end(), [](std::string_view w) {
    const std::string word = lower(w);
    return std::find(kAgencies.begin(), kAgencies.end(), word) != kAgencies.end();
  });
}

std::string byline_names(std::string_view text) {
  if (text.size() > 160) return "";
  const std::string head = lowered_head(text);
  static constexpr std::array<std::string_view, 7> kOpenings = {"by ",       "by: ",     "written by ", "words by ",
                                                                "story by ", "text by ", "author: "};
  std::size_t skip = 0;
  for (const std::string_view opening : kOpenings) {
    if (head.starts_with(opening)) skip = opening.size();
  }
  if (skip == 0) return "";
  std::string_view names = trim(text.substr(skip));
  names = names.substr(0, std::min(names.find('|'), names.find("•")));
  const std::vector<std::string_view> words = split_words(names);
  if (words.empty() || words.size() > 14) return "";
  if (names.back() == '.' && words.size() > 6) return "";
  if (names.back() == ':' || names.back() == '?' || names.back() == '!' || names.back() == ',') return "";
  static constexpr std::array<std::string_view, 16> kSmall = {"and", "in", "for", "of", "with", "de", "van", "von",
                                                              "der", "da", "di",  "la", "bin",  "al", "del", "den"};
  for (const std::string_view word : words) {
    const bool small = std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
    if (!small && !is_upper(decode(word, 0).value)) return "";
  }
  if (!is_upper(decode(words.front(), 0).value)) return "";
  // A title or a paper follows the names: "By Ana Ruiz, Staff Writer".
  static constexpr std::array<std::string_view, 10> kRoles = {
      "staff", "associated", "writer", "reporter", "editor", "reuters", "correspondent", "special", "the", "columnist"};
  std::size_t end = names.size();
  for (std::size_t comma = names.find(','); comma != std::string_view::npos; comma = names.find(',', comma + 1)) {
    const std::vector<std::string_view> after = split_words(names.substr(comma + 1));
    const bool role = std::any_of(after.begin(), after.end(), [&](std::string_view w) {
      return std::find(kRoles.begin(), kRoles.end(), lower(w)) != kRoles.end();
    });
    if (role) {
      end = comma;
      break;
    }
  }
  names = trim(names.substr(0, end));
  if (names.ends_with(".") && !names.ends_with("r.")) names.remove_suffix(1);
  return std::string(names);
}

std::string date_line(std::string_view text) {
  if (text.size() > 100) return "";
  const std::optional<FoundDate> found = find_date(text);
  if (!found) return "";
  const std::string rest =
      std::string(text.substr(0, found->span.begin)) + " " + std::string(text.substr(found->span.end));
  std::size_t others = 0;
  static constexpr std::array<std::string_view, 14> kSmall = {
      "published", "updated", "posted", "last", "on", "at", "am", "pm", "a.m", "p.m", "of", "and", "et", "date"};
  for (const std::string_view word : split_words(rest)) {
    const char32_t first = decode(word, 0).value;
    const std::string name = lower(word);
    if (is_digit(first) || std::find(kSmall.begin(), kSmall.end(), name) != kSmall.end() || is_weekday(word)) continue;
    if (!is_upper(first) && !is_month(word)) return "";
    ++others;
  }
  return others <= 6 && text.back() != '.' && text.back() != ',' ? found->iso : "";
}

std::size_t date_prefix(std::string_view text, std::string& iso) {
  static constexpr std::array<std::string_view, 6> kLabels = {"date published", "date",    "published on",
                                                              "published",      "updated", "posted on"};
  const std::string_view head = text.substr(0, 60);
  const std::string lowered = lower(head);
  std::size_t at = 0;
  for (const std::string_view label : kLabels) {
    if (at == 0 && lowered.starts_with(label)) at = label.size();
  }
  const bool labelled = at > 0;
  at = head.find_first_not_of(" :\t", at);
  if (at == std::string_view::npos) return 0;
  const std::optional<FoundDate> found = find_date(head.substr(at));
  if (!found || found->span.begin != 0) return 0;
  const std::size_t end = at + found->span.end;
  if (end >= text.size()) return 0;
  const std::size_t next = text.find_first_not_of(" \t-|:", end);
  if (next == std::string_view::npos || next == end) return 0;
  // "April 4, 2024 was a cold day" is a sentence; what follows metadata begins one.
  const char32_t first = decode(text, next).value;
  if (!is_upper(first) && first != U'"' && first != U'“' && first != U'‘') return 0;
  if (!labelled && !is_digit(decode(head, 0).value)) return 0;
  iso = found->iso;
  return end;
}

CaptionSign caption_sign(std::string_view text) {
  if (text.size() > 700) return CaptionSign::none;
  static constexpr std::array<std::string_view, 21> kOpenings = {
      "enlarge this image", "file - ",   "file – ",      "file — ",    "file photo", "file image",
      "file picture",       "photo: ",   "photo by ",    "photos: ",   "image: ",    "image source",
      "image credit",       "picture: ", "photograph: ", "pictured: ", "caption: ",  "photo credit",
      "photos by ",         "(photo",    "[photo"};
  const std::string head = lowered_head(text);
  if (opens_with(head, kOpenings)) return CaptionSign::strong;
  const std::size_t from = text.size() > 90 ? text.size() - 90 : 0;
  const std::string_view tail = text.substr(from);
  static constexpr std::array<std::string_view, 11> kMarks = {
      "PHOTO:",    "PHOTO/", "| Photo:", ". Photo:", "Photo credit:", "(Photo",
      "(AP Photo", "[Photo", "Image:",   "(Image:",  "(Picture:"};
  for (const std::string_view mark : kMarks) {
    if (tail.find(mark) != std::string_view::npos) return CaptionSign::strong;
  }
  if (text.size() <= 400 && ends_in_credit(text)) return CaptionSign::strong;
  if (text.back() == ')') {
    const std::size_t open = text.rfind('(');
    if (open != std::string_view::npos && text.size() - open < 60) {
      const std::string_view credit = text.substr(open + 1, text.size() - open - 2);
      const std::string_view before = trim(text.substr(0, open));
      if (credit.find("Photo") != std::string_view::npos || credit.find("Images") != std::string_view::npos)
        return CaptionSign::strong;
      if (!before.empty() && names_agency(credit)) return CaptionSign::weak;
    }
  }
  return CaptionSign::none;
}

bool is_read_more(std::string_view text) {
  if (text.size() > 240) return false;
  static constexpr std::array<std::string_view, 22> kWithColon = {"read more",
                                                                  "also read",
                                                                  "read also",
                                                                  "related",
                                                                  "see also",
                                                                  "read",
                                                                  "more",
                                                                  "don't miss",
                                                                  "don’t miss",
                                                                  "recommended",
                                                                  "must read",
                                                                  "further reading",
                                                                  "more on this",
                                                                  "more on this story",
                                                                  "related article",
                                                                  "related story",
                                                                  "related stories",
                                                                  "watch",
                                                                  "listen",
                                                                  "in pics",
                                                                  "see more",
                                                                  "go deeper"};
  const std::string head = lowered_head(text);
  const std::size_t stop = head.find_first_of(":|>");
  const std::string_view label = trim(std::string_view(head).substr(0, stop));
  if (stop != std::string::npos && std::find(kWithColon.begin(), kWithColon.end(), label) != kWithColon.end())
    return true;
  static constexpr std::array<std::string_view, 9> kAlone = {
      "read more",      "related stories", "related articles", "more on this story", "related content",
      "related topics", "also read",       "see also",         "you may also like"};
  if (std::find(kAlone.begin(), kAlone.end(), trim(head)) != kAlone.end()) return true;
  static constexpr std::array<std::string_view, 6> kOpenings = {
      "read the full ", "read the rest ", "read more on ", "read more about ", "continue reading", "click here to "};
  if (text.size() <= 200 && (text.ends_with(" Read more") || text.ends_with(" READ MORE"))) return true;
  return text.size() <= 120 && opens_with(head, kOpenings);
}

bool is_comments_heading(std::string_view text) {
  if (text.size() > 40) return false;
  std::string name = lower(text);
  std::size_t skip = name.find_first_not_of("0123456789( ");
  if (skip == std::string::npos) return false;
  name = name.substr(skip);
  while (!name.empty() && std::string_view("0123456789() :.").find(name.back()) != std::string_view::npos)
    name.pop_back();
  static constexpr std::array<std::string_view, 12> kNames = {"comments",
                                                              "comment",
                                                              "leave a comment",
                                                              "leave a reply",
                                                              "post a comment",
                                                              "comments are closed",
                                                              "join the conversation",
                                                              "view comments",
                                                              "show comments",
                                                              "add a comment",
                                                              "reader comments",
                                                              "have your say"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_note(std::string_view text) {
  static constexpr std::array<std::string_view, 23> kOpenings = {"editor's note",
                                                                 "editor’s note",
                                                                 "editors' note",
                                                                 "editors’ note",
                                                                 "correction:",
                                                                 "corrections:",
                                                                 "clarification:",
                                                                 "author's note",
                                                                 "author’s note",
                                                                 "note to readers",
                                                                 "disclaimer:",
                                                                 "disclosure:",
                                                                 "correction appended",
                                                                 "this article has been updated",
                                                                 "this story has been updated",
                                                                 "this article was updated",
                                                                 "this story was updated",
                                                                 "an earlier version of this",
                                                                 "a previous version of this",
                                                                 "this article was originally published",
                                                                 "this story was originally published",
                                                                 "this article originally appeared",
                                                                 "this story has been corrected"};
  const std::string head = lowered_head(text);
  if (text.size() <= 900 && opens_with(head, kOpenings)) return true;
  if (text.size() > 240) return false;
  static constexpr std::array<std::string_view, 8> kCrew = {
      "reporting by ", "additional reporting", "--additional reporting", "(reporting by", "writing by ",
      "edited by ",    "editing by ",          "with reporting by"};
  if (opens_with(head, kCrew)) return true;
  const std::string lowered = lower(text);
  return lowered.find("contributed to this report") != std::string::npos ||
         lowered.find("contributed reporting") != std::string::npos;
}

bool is_boilerplate(std::string_view text) {
  if (letterless(text)) return true;
  if (text.size() > 240) return false;
  const std::string head = lowered_head(text);
  static constexpr std::array<std::string_view, 9> kAlone = {
      "advertisement", "loading…",           "loading...",           "loading", "skip advertisement", "skip to content",
      "share",         "share full article", "story continued below"};
  if (std::find(kAlone.begin(), kAlone.end(), head) != kAlone.end()) return true;
  static constexpr std::array<std::string_view, 14> kLegal = {"got a story?",
                                                              "do you have a story",
                                                              "for more stories like this",
                                                              "get in touch with our ",
                                                              "©",
                                                              "copyright ",
                                                              "(c) 19",
                                                              "(c) 20",
                                                              "all rights reserved",
                                                              "story continues below",
                                                              "article continues below",
                                                              "a version of this article appears in print",
                                                              "a version of this story appears in print",
                                                              "privacy notice: newsletters"};
  if (opens_with(head, kLegal)) return true;
  static constexpr std::array<std::string_view, 11> kCalls = {
      "sign up for ", "sign up to ", "subscribe to ", "subscribe now", "follow us on", "share this",
      "share on ",    "get our ",    "download our ", "join our ",     "follow "};
  static constexpr std::array<std::string_view, 13> kPlaces = {
      "newsletter", "inbox",    "email",     "e-mail",  "our app", "facebook",   "twitter",
      "whatsapp",   "telegram", "instagram", "youtube", "alerts",  "our channel"};
  if (is_newsletter_plug(text)) return true;
  if (!opens_with(head, kCalls)) return false;
  const std::string all = lower(text);
  return std::any_of(kPlaces.begin(), kPlaces.end(),
                     [&](std::string_view p) { return all.find(p) != std::string::npos; });
}

bool is_list_item(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kMarks = {"- ", "* ", "• ", "· ", "▪ ", "– "};
  if (std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view m) { return text.starts_with(m); })) return true;
  const std::size_t end = text.find_first_not_of("0123456789");
  return end != 0 && end != std::string_view::npos && end <= 2 && (text[end] == '.' || text[end] == ')') &&
         text.substr(end + 1).starts_with(" ");
}

bool is_post_signature(std::string_view text) {
  const std::size_t handle = text.size() <= 400 ? text.rfind("(@") : std::string_view::npos;
  if (handle == std::string_view::npos) return false;
  const std::size_t dash = std::max(text.rfind("—", handle) + 1, text.rfind("- ", handle) + 1);
  const std::optional<FoundDate> date = find_date(text.substr(handle));
  return dash != 0 && date && handle + date->span.end + 1 >= text.size();
}

bool ends_with_full_stop(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kClosers = {"\"", "'", "”", "’", ")", "»"};
  for (const std::string_view closer : kClosers) {
    if (text.ends_with(closer)) text.remove_suffix(closer.size());
  }
  return text.ends_with(".") && !text.ends_with("...");
}

bool is_heading(std::string_view text) {
  if (text.size() > 240 || count_code_points(text) > 80) return false;
  if (ends_with_full_stop(text)) return false;
  static constexpr std::string_view kMarks = ".!?:;,";
  if (kMarks.find(text.back()) != std::string_view::npos && text.back() != '?') return false;
  const std::vector<std::string_view> words = split_words(text);
  if (words.empty() || words.size() > 12) return false;
  // “…?” he asked – without a stop – is speech.
  const bool quoted_speech = text.ends_with("?\"") || text.ends_with("?”") || text.ends_with("!\"") ||
                             text.ends_with("!”") || text.ends_with(",”");
  return !quoted_speech && !is_lower(decode(words.front(), 0).value);
}

}  // namespace hearsay
