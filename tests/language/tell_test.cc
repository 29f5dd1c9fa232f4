// Which language a text is in: a table of small invented pieces, and what record and text say against each other.
#include "language/tell.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "rules/load_languages.h"

namespace hearsay {
namespace {

const Languages& languages() {
  static const Languages all = [] {
    Diagnostics diagnostics;
    Languages made = load_languages(std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules", diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
    return made;
  }();
  return all;
}

ToldLanguage tell(std::string_view text, std::string_view record = "", std::string_view pack = "en") {
  return tell_language(std::span(&text, 1), record, pack, languages());
}

constexpr std::string_view kEnglish =
    "The mayor of Port Albor, Ines Quill, said on Monday that work on the pier would not begin before next year. The "
    "money is there, she said, but the builders have asked for more time to look at the ground.";
constexpr std::string_view kSpanish =
    "La alcaldesa de Puerto Albor, Inés Quiroga, dijo el lunes que las obras del muelle no empezarán hasta el próximo "
    "año. Según explicó, el dinero ya está aprobado, pero la empresa ha pedido más tiempo para estudiar el fondo. Los "
    "vecinos, que llevan años esperando, creen que es otra promesa sin fecha.";
constexpr std::string_view kIcelandic =
    "Bæjarstjórinn í Klettavík, Hallgerður Sverrisdóttir, sagði í gær að ný brú yfir ána yrði ekki tilbúin fyrr en á "
    "næsta ári. Hún sagði að verkið hefði tafist vegna þess að efnið hefði ekki komið til landsins í tæka tíð. Íbúar "
    "eru ósáttir og segja að þeir hafi verið látnir bíða of lengi eftir þessu.";
constexpr std::string_view kZulu =
    "Imeya yasePhumula uNks Thandolwethu Zikode uthe umasipala uzoqala ukulungisa ibhuloho elidala ngonyaka ozayo. "
    "Uthe abantu bendawo sebelinde isikhathi eside kakhulu futhi abasakwazi ukuwela uma lina. Kodwa abahlali bathi "
    "abakholwa ngoba lesi sithembiso sesenziwe kaningi. Umphathi wesikole uthe izingane ziphuza ukufika nje ngoba "
    "kufanele zijikeleze phansi kwentaba.";
constexpr std::string_view kHindi =
    "बेलापुर के पुराने बाँध की मरम्मत अगले साल शुरू होगी, जिला अधिकारी सुमेधा रानावत ने सोमवार को पत्रकारों से कहा। उन्होंने बताया "
    "कि दो बार पानी का रिसाव हुआ था और अब काम में देरी नहीं की जा सकती।";
constexpr std::string_view kGerman =
    "Die Bürgermeisterin von Albhafen, Ines Quelle, sagte am Montag, dass die Arbeiten an der Mole nicht vor dem "
    "nächsten Jahr beginnen. Das Geld ist da, aber die Firma hat um mehr Zeit gebeten, um den Grund zu prüfen. Wer "
    "dort wohnt, glaubt nicht mehr daran, denn es ist nicht das erste Versprechen.";
constexpr std::string_view kJapanese =
    "港町の市長は月曜日、桟橋の工事は来年まで始まらないと述べた。資金はすでに用意されているが、会社は地盤を調べるために"
    "もっと時間が"
    "必要だと説明している。住民はこの約束を信じていない。";
constexpr std::string_view kChinese =
    "港口城市的市长星期一表示，码头工程要到明年才能开始。资金已经到位，但公司要求更多时间来研究地基。居民们等了很多年，"
    "不相信这个承诺，"
    "他们说这样的话已经听过很多次了，希望这一次能够看到真正的行动。";
constexpr std::string_view kRussian =
    "Мэр портового города в понедельник сказала, что работы на причале не начнутся до следующего года. Деньги уже "
    "есть, но компания попросила ещё время, чтобы изучить грунт. Жители не верят, потому что это уже не первое "
    "обещание, и они ждут много лет.";
constexpr std::string_view kArabic =
    "قالت رئيسة بلدية الميناء يوم الاثنين إن العمل على الرصيف لن يبدأ قبل العام المقبل. وأضافت أن المال موجود، لكن "
    "الشركة طلبت وقتا أطول لدراسة الأرض. أما السكان فلا يصدقون ذلك بعد كل هذه السنوات من الانتظار.";

TEST(TellLanguage, ByLettersAndWords) {
  const struct {
    std::string_view text;
    std::string code, name;
    LanguageSign sign;
  } rows[] = {
      {kEnglish, "en", "English", LanguageSign::text},     {kSpanish, "es", "Spanish", LanguageSign::text},
      {kIcelandic, "is", "Icelandic", LanguageSign::text}, {kZulu, "zu", "Zulu", LanguageSign::text},
      {kHindi, "hi", "Hindi", LanguageSign::text},         {kGerman, "de", "German", LanguageSign::text},
      {kJapanese, "ja", "Japanese", LanguageSign::text},   {kChinese, "zh", "Chinese", LanguageSign::text},
      {kRussian, "ru", "Russian", LanguageSign::text},     {kArabic, "ar", "Arabic", LanguageSign::text},
  };
  for (const auto& row : rows) {
    const ToldLanguage told = tell(row.text);
    EXPECT_EQ(told.code, row.code) << row.text;
    EXPECT_EQ(told.name, row.name);
    EXPECT_EQ(told.sign, row.sign) << row.code;
  }
  EXPECT_EQ(tell(kHindi).told, "told by its letters");
  EXPECT_EQ(tell(kZulu).told, "told by its commonest words");
}

TEST(TellLanguage, TheTextIsStrongerThanTheRecord) {
  const struct {
    std::string_view text, record;
    std::string code;
    LanguageSign sign;
  } rows[] = {
      {kHindi, "en", "hi", LanguageSign::text},
      {kZulu, "en-ZA", "zu", LanguageSign::text},
      {kEnglish, "de", "en", LanguageSign::text},
      {kEnglish, "en-GB", "en", LanguageSign::record_and_text},
      {kEnglish, "English", "en", LanguageSign::record_and_text},
      {kEnglish, "eng", "en", LanguageSign::record_and_text},
      {kSpanish, "es_AR", "es", LanguageSign::record_and_text},
      {kEnglish, "und", "en", LanguageSign::text},
      {kEnglish, "x", "en", LanguageSign::text},
  };
  for (const auto& row : rows) {
    const ToldLanguage told = tell(row.text, row.record);
    EXPECT_EQ(told.code, row.code) << row.record;
    EXPECT_EQ(told.sign, row.sign) << row.record;
  }
}

TEST(TellLanguage, ShortTextsStayWithTheRecordOrThePack) {
  const struct {
    std::string_view text, record, code;
    LanguageSign sign;
  } rows[] = {
      {"", "", "en", LanguageSign::assumed},
      {"hello", "", "en", LanguageSign::assumed},
      {"12 : 3, 4 : 5", "", "en", LanguageSign::assumed},
      {"Buenos días a todos", "", "en", LanguageSign::assumed},
      {"Halló heimur", "is", "is", LanguageSign::record},
      {"नमस्ते", "", "en", LanguageSign::assumed},
      {"hello", "tlh", "tlh", LanguageSign::record},
  };
  for (const auto& row : rows) {
    const ToldLanguage told = tell(row.text, row.record);
    EXPECT_EQ(told.code, row.code) << row.text;
    EXPECT_EQ(told.sign, row.sign) << row.text;
  }
}

TEST(TellLanguage, QuotationsInAnotherLanguageDoNotTripIt) {
  const std::string mixed = std::string(kEnglish) + " “" + std::string(kSpanish) + "”, she told reporters. " +
                            std::string(kEnglish) + " नमस्ते दुनिया.";
  EXPECT_EQ(tell(mixed).code, "en");
  const std::string names =
      "Results: Zikode beat Quill 3 to 1, Orsk beat Vall 2 to 0. The final is on Sunday at the old pier in Albor.";
  EXPECT_EQ(tell(names).code, "en");
}

TEST(TellLanguage, OneThatNobodyKnowsIsNamedSo) {
  std::string invented;
  for (int i = 0; i < 30; ++i) invented += "zorbal quindo merrax tulvek ";
  EXPECT_EQ(tell(invented).code, "und");
  EXPECT_EQ(tell(invented).name, "an unknown language");
  EXPECT_EQ(tell(invented, "en").code, "und") << "a template says so";
  EXPECT_EQ(tell(invented, "de").code, "de");
  EXPECT_EQ(tell(invented, "tlh").code, "tlh");
  EXPECT_EQ(tell(kSpanish, "an").code, "an") << "one that the table lacks is near to one that it holds";
  EXPECT_EQ(tell(kEnglish, "sco").code, "en");
}

TEST(TellLanguage, AnotherPackHasItsOwnLanguage) {
  EXPECT_EQ(tell(kGerman, "", "de").code, "de");
  EXPECT_EQ(tell("Guten Tag", "", "de").code, "de");
  EXPECT_EQ(tell(kEnglish, "", "de").code, "en");
  EXPECT_EQ(tell("Guten Tag", "", "xx").code, "xx") << "a pack of a language that the table lacks is believed";
}

TEST(TellLanguage, TheSameOfPiecesAndHostileInput) {
  const std::string_view pieces[] = {kSpanish.substr(0, 120), kSpanish.substr(120)};
  EXPECT_EQ(tell_language(pieces, "", "en", languages()).code, "es");
  EXPECT_EQ(tell(std::string(100'000, '\xff')).code, "en");
  EXPECT_EQ(tell(std::string(3'000'000, 'q')).code, "en");
}

TEST(Languages, ThirtyAndMoreAreKnownEachOnce) {
  std::set<std::string> codes;
  for (const WrittenLanguage& language : languages().all)
    EXPECT_TRUE(codes.insert(language.code).second) << language.code;
  EXPECT_GE(codes.size(), 30U);
  for (std::size_t i = 1; i < languages().ranges.size(); ++i)
    EXPECT_GT(languages().ranges[i].first, languages().ranges[i - 1].last) << i;
}

TEST(Languages, NoneAtAllIsFatal) {
  Diagnostics diagnostics;
  EXPECT_THROW((void)load_languages("/nowhere/at/all", diagnostics), Fatal);
}

}  // namespace
}  // namespace hearsay
