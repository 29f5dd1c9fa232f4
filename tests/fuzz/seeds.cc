#include "fuzz/seeds.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/cut_utf8.h"
#include "base/zip.h"
#include "corrections/correction_json.h"
#include "corrections/correction_xml.h"
#include "fuzz/compressed.h"
#include "fuzz/shipped_session.h"
#include "linear/families.h"
#include "lsp/frames.h"
#include "office_files.h"
#include "report/write_json.h"
#include "service/checksheets.h"
#include "service/read_article.h"

namespace hearsay::fuzz {
namespace {

namespace fs = std::filesystem;

Seeds& add(Seeds& seeds, Seeds more) {
  std::move(more.begin(), more.end(), std::back_inserter(seeds));
  return seeds;
}

Seeds with(std::string_view before, Seeds seeds) {
  for (std::string& seed : seeds) seed.insert(0, before);
  return seeds;
}

/// Each with the next one behind it.
Seeds pairs_of(const Seeds& seeds, char between) {
  Seeds pairs;
  for (std::size_t i = 0; i < seeds.size(); ++i) pairs.push_back(seeds[i] + between + seeds[(i + 1) % seeds.size()]);
  return pairs;
}

Analysis analysed(const std::string& text) {
  return analyse(read_whole_article(text, "draft.txt", *shipped_session().engine), shipped_session());
}

Seeds cards() {
  Seeds seeds;
  for (const std::string& text : files_in("fixtures/evaluate/text", ".txt"))
    seeds.push_back(write_json(report_of(analysed(text), *shipped_session().engine), JsonLayout::line));
  return add(seeds, files_in("fixtures/reports", ".json", 20'000));
}

Seeds sheets() {
  Seeds seeds = files_in("fixtures/checksheet", ".csv", 20'000);
  for (const std::string& text : files_in("fixtures/evaluate/text", ".txt")) {
    const CheckSheet sheet = checksheet_of(analysed(text), shipped_session());
    for (const CheckSheetFormat& format : checksheet_formats()) seeds.push_back(format.write(sheet));
  }
  seeds.push_back("\xef\xbb\xbfStatus;Item;Id;Kind;Line;Note\r\nOPEN;\"a\r\nb\";0123456789ab;name;3;'=1\r\n");
  return seeds;
}

Seeds annotations() {
  Seeds seeds;
  const Seeds texts = files_in("fixtures/evaluate/text", ".txt");
  const Seeds gold = files_in("fixtures/evaluate/gold", ".ann");
  const Seeds predicted = files_in("fixtures/evaluate/predicted", ".ann");
  for (std::size_t i = 0; i < texts.size(); ++i) seeds.push_back(texts[i] + '\x1e' + gold[i] + '\x1e' + predicted[i]);
  seeds.push_back(
      "Ruiz said so.\x1eT1\tCue 5 9\tsaid\nT2\tSource 0 4;5 6\tRuiz\nE1\tAttribution:T1 Source2:T2 Cue:T1\n");
  return seeds;
}

Seeds registers() {
  Seeds seeds = files_in("rules/registers", ".xml", 1500);
  // What is made of others' judgements would carry their licence.
  std::erase_if(seeds, [](const std::string& seed) { return seed.find("licence=") != std::string::npos; });
  seeds.push_back(
      "<register id=\"r\" name=\"R\" judge=\"Desk\" judged=\"2024-01\"><entry id=\"a\" kind=\"person\" "
      "reliability=\"B\" "
      "affiliation=\"b\"><name>Oda Brakk</name><alias ambiguous=\"true\">Brakk</alias><account>@oda</account><column "
      "name=\"beat\">port</column></entry><entry id=\"b\" kind=\"media\" country=\"GB\"><name>Cove Herald</name>"
      "<domain>cove.example</domain></entry><judgement country=\"US\"><name>Elm</name><domain>elm.example</domain>"
      "<verdict says=\"no consensus\" scope=\"x\" discussed=\"2020\" letter=\"C\"/></judgement></register>");
  seeds.push_back(
      "Name,KIND,aliases,affiliation,reliability,domains,accounts,phone\n\"Oda Brakk <&>\",,\"Brakk; O. "
      "Brakk\",Sella Port,B,,@oda,12\n\nSella Port,organisation,,,,sella.example,,\n");
  seeds.push_back(
      "\xef\xbb\xbfname;id;kind;country\r\nCove Herald;cove;media;GB\r\n\"Elm \"\"E\"\"\";elm;agency;US\r\n");
  return seeds;
}

Seeds corrections() {
  Corrections all;
  Correction one{.id = {}, .kind = CorrectionKind::source, .target = 0x90b1c4d26e7f0a35U, .words = "said: the gate"};
  one.value = "Mara Lind";
  one.source_kind = "named-person";
  one.reason = "On the phone,\nshe said so";
  one.by = "jh";
  one.at = "2026-05-04T09:12:00Z";
  one.id = correction_id(one);
  add_correction(all, one);
  for (const auto& [kind, value] : {std::pair{CorrectionKind::reading, "wrong"},
                                    {CorrectionKind::named, "not-named"},
                                    {CorrectionKind::finding, "settled"},
                                    {CorrectionKind::claim, "confirmed"}}) {
    one.kind = kind;
    one.value = value;
    one.source_kind.clear();
    one.id = correction_id(one);
    add_correction(all, one);
  }
  return {write_correction_list(all), write_correction_xml(all)};
}

Seeds frames() {
  Seeds seeds;
  std::string all;
  for (const std::string& messages : spoken_to_editor()) {
    const std::string first = messages.substr(0, std::min<std::size_t>(messages.find('\n'), 250));
    all += lsp_frame(first);
    seeds.push_back(lsp_frame(first));
  }
  seeds.push_back(all + "Content-Type: x\r\ncontent-LENGTH:2\n\n{}rubbish\r\n\r\n" + all);
  return seeds;
}

Seeds archives() {
  Seeds seeds = wires();
  add(seeds, web_archives());
  std::string lines;
  for (const std::string& card : cards()) lines += card.substr(0, card.find('\n')) + '\n';
  seeds.push_back(lines);
  for (const std::string& archive : web_archives()) add(seeds, {as_gzip(archive), as_zstd(archive)});
  return seeds;
}

Seeds zips() {
  Seeds seeds = {docx("<w:p><w:r><w:t>Ruiz said so.</w:t></w:r></w:p>", "<w:comment w:id=\"1\"/>"),
                 odt("<text:p>Ruiz said so.</text:p>"),
                 write_zip({{"a/b.txt", "abc"}, {"A/B.TXT", std::string(900, 'x')}})};
  for (std::size_t i = 0; i < 3; ++i) seeds.push_back(seeds[i].substr(0, seeds[i].size() - 40));
  return seeds;
}

Seeds requests() {
  Seeds seeds;
  for (const std::string& asked : spoken_to_server()) {
    const std::string line = asked.substr(0, asked.find('\n'));
    seeds.push_back(line + " HTTP/1.1\r\nHost: localhost:1\r\nCookie: hearsay-1=secret\r\nAccept: text/html\r\n\r\n");
    seeds.push_back("\r\n" + line +
                    " HTTP/1.0\r\nAuthorization: Bearer secret\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
  }
  return seeds;
}

using MakeSeeds = Seeds (*)();
constexpr auto kMaking = std::to_array<std::pair<std::string_view, MakeSeeds>>({
    {"align", [] { return pairs_of(files_in("fixtures/evaluate/text", ".txt"), '|'); }},
    {"archive", archives},
    {"audit", drafts},
    {"baseline",
     [] {
       return Seeds{
           "<baseline><article path=\"a/b.txt\"><finding check=\"single-source\" fingerprint=\"0123456789abcdef\" "
           "line=\"3\">Words &lt;here&gt;</finding><finding check=\"x\" fingerprint=\"ffffffffffffffff\"/>"
           "</article><article path=\"draft.txt\"/></baseline>\n"};
     }},
    {"body",
     [] {
       return Seeds{"3\r\none\r\n4;x=y\r\n two\r\n0\r\n\r\n", "A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n",
                    "0\r\n\r\nGET / HTTP/1.1\r\n\r\n", "ffffffffffffffff\r\nx", "1 \r\na\r\n00;\"a\"=b\r\n\r\n"};
     }},
    {"captions",
     [] {
       return Seeds{
           "00:01.000 --> 00:02.000 align:start\n<v Ana Ruiz>The wall failed.</v>\n\n2\n00:00:03.000 --> "
           "00:00:04.000\n- <i>Why?</i>\n- RUIZ: It was old.\n\nNOTE a\n\nSTYLE\n::cue {}\n",
           "1\n00:00:01,000 --> 00:00:02,000\n>> RUIZ: We go on\n\n2\n00:00:02,000 --> 00:00:03,000\nto the end.\n"};
     }},
    {"card", cards},
    {"compressed",
     [] {
       Seeds seeds = wires();
       return add(seeds, web_archives());
     }},
    {"corrections", corrections},
    {"diff",
     [] {
       return Seeds{
           "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -3 +3,2 @@ word\n-++ b/evil\n+@@ -1 +99 @@\n+++ b/evil\n",
           "diff --git \"a/t\\303\\251\\\"\" \"b/t\\303\\251\\\"\"\n--- /dev/null\n+++ \"b/t\\303\\251\\\"\"\n@@ "
           "-0,0 +1,4 @@\n+a\n+b\n+c\n+d\n\\ No newline at end of file\n",
           "diff --git a/gone b/gone\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n@@ nonsense\n"};
     }},
    {"frames", frames},
    {"mail",
     [] {
       return with(
           "Subject: =?utf-8?q?Wall_f=C3=A9ll?=\n",
           {"Content-Type: text/plain; charset=utf-8\n\nThe wall fell, Ruiz said.\n\n> Why?\n-- \nAna\n",
            "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n"
            "Content-Transfer-Encoding: base64\n\nPHA+YTwvcD4=\n--b\n\nplain\n--b--\n",
            "Content-Type: multipart/mixed; boundary=\"c d\"\n\n--c d\nContent-Type: message/rfc822\n\nFrom: x\n\n"
            "a=\nb\n--c d--\n"});
     }},
    {"messages", spoken_to_editor},
    {"office", office_parts},
    {"policy", [] { return files_in("rules/policies", ".xml", 4000); }},
    {"read",
     [] {
       Seeds seeds = drafts();
       add(seeds, wires());
       return add(seeds, zips());
     }},
    {"record", wires},
    {"register", registers},
    {"request", requests},
    {"response",
     [] {
       const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/HTML; charset=\"utf-8\"\r\n";
       return Seeds{head + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n4;x=y\r\n two\r\n0\r\n\r\n",
                    head + "Content-Encoding: gzip\r\n\r\n" + as_gzip("<p>packed</p>"),
                    head + "Content-Encoding: zstd\r\n\r\n" + as_zstd("<p>packed</p>"),
                    head + "Content-Encoding: br\r\nContent-Length: 9\r\n\r\nabc", "HTTP/1.0 404\n\nno"};
     }},
    {"routes", spoken_to_server},
    {"rules", [] { return files_in("rules/en", ".xml", 2500); }},
    {"settings",
     [] {
       return Seeds{
           "<hearsay><policy>ap</policy><outlet>Cove Herald</outlet><language>en</language><fail-on>error"
           "</fail-on><min-certainty>0.5</min-certainty><min-confidence>0.25</min-confidence><evidence>off"
           "</evidence><threads>2</threads><register href=\"people.csv\"/><rules href=\"../more\"/></hearsay>"};
     }},
    {"sheet", sheets},
    {"standoff", annotations},
    {"tokenize", drafts},
    {"writers",
     [] {
       Seeds seeds = drafts();
       return add(seeds, pairs_of(files_in("fixtures/evaluate/text", ".txt"), '\x1e'));
     }},
    {"zip", zips},
});

}  // namespace

Seeds files_in(std::string_view folder, std::string_view ending, std::size_t most) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(HEARSAY_SOURCE_DIR) / folder)) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Seeds seeds;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    seeds.emplace_back(cut_utf8(bytes, most));
  }
  return seeds;
}

Seeds drafts() {
  Seeds seeds = files_in("fixtures/articles", "input.txt", 1500);
  add(seeds, files_in("fixtures/articles", ".html", 3000));
  add(seeds, files_in("fixtures/pages", ".html", 3000));
  add(seeds, files_in("fixtures/annotated", ".txt", 900));
  add(seeds, files_in("fixtures/corrections", ".txt"));
  for (const test::Family& family : test::families()) seeds.push_back(family.of(120));
  return seeds;
}

Seeds seeds_of(std::string_view fuzzer) {
  for (const auto& [name, make] : kMaking) {
    if (name == fuzzer) return make();
  }
  return {};
}

}  // namespace hearsay::fuzz
