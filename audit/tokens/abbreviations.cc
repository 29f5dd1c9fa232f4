// The lists, by kind.
#include "tokens/abbreviations.h"

#include "tokens/word_set.h"

namespace hearsay {
namespace {

constexpr WordSet<256> kTitles(
    "mr mrs ms mx dr drs messrs mme mlle sen sens rep reps gov govs gen gens col cols lt sgt cpl pvt capt cmdr cmdt "
    "maj "
    "adm brig prof profs rev revs hon pres supt insp det amb sec treas asst assoc dist st ste mt ft vs v gp cap msgr "
    "fr sr. atty cllr const spc ens dep secy hrh");
constexpr WordSet<256> kTitlesDotted(
    "mr. mrs. ms. mx. dr. drs. messrs. mme. mlle. sen. sens. rep. reps. gov. govs. gen. gens. col. cols. lt. sgt. cpl. "
    "pvt. capt. cmdr. cmdt. maj. adm. brig. prof. profs. rev. revs. hon. pres. supt. insp. det. amb. sec. treas. asst. "
    "assoc. dist. st. ste. mt. ft. vs. v. gp. cap. msgr. fr. atty. cllr. const. spc. ens. dep. secy. e.g. i.e. cf.");
constexpr WordSet<64> kPlain(
    "etc approx sept inc corp ltd jr bros dept assn blvd ave univ intl govt natl cf viz incl excl est. calif okla tenn "
    "wyo minn "
    "conn ariz");
constexpr WordSet<128> kCapitalised(
    "jan feb apr aug oct nov dec co sr cos plc ala ark colo fla ky mich nev wis tex va vt md ga neb pa esq supp mex "
    "tues thurs thur rd hwy pkwy bldg hts");
constexpr WordSet<64> kPlace(
    "la miss ill mass wash ore ind del mo mont kan kans penn me ia ida ont que alta man nfld ct");
constexpr WordSet<64> kNumbered(
    "no nos p pp fig figs vol vols ch chap art arts para mar jun jul mon wed fri sat sun ed ph tel ext pt");

}  // namespace

Abbreviation abbreviation_of(std::string_view lower) {
  const std::uint32_t hash = constant_hash(lower);
  if (kTitles.has(hash)) return Abbreviation::title;
  if (kPlain.has(hash)) return Abbreviation::plain;
  if (kCapitalised.has(hash)) return Abbreviation::capital;
  if (kPlace.has(hash)) return Abbreviation::place;
  if (kNumbered.has(hash)) return Abbreviation::numbered;
  return Abbreviation::none;
}

bool is_title_abbreviation(std::uint32_t hash) {
  return kTitlesDotted.has(hash);
}

}  // namespace hearsay
