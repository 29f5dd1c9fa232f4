// What the readers of pages, records and wires ask of the words on them: a name per list. rules/LANGUAGE/page.xml and
// rules/pages.xml say which words and phrases have which role. The language of a page is not known while it is read,
// so a list holds those of all languages. Lists that differ subtly are roles of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

// A role per line. `byline_opening` is written byline-opening in the files. Compared in lower case but where it says
// "as printed".
// clang-format off
#define HEARSAY_PAGE_ROLES(X) \
  /* bylines and names */ \
  X(byline_by)              /* opens a byline wherever one stands */ \
  X(byline_opening)         /* opens a line that is a byline: "Story by …" */ \
  X(byline_within)          /* as printed: between a date and names, "Posted on … by …" */ \
  X(small_in_byline)        /* as printed: what is no name in a byline and has no capital */ \
  X(small_in_name)          /* as printed: what joins two names in a line of names */ \
  X(name_particle)          /* as printed: small words inside names, "van" */ \
  X(byline_role)            /* behind a comma it ends the names: "Ana Ruiz, Staff Writer" */ \
  X(abbreviated_name)       /* as printed: ends a name with a full stop of its own, "Jr." */ \
  X(name_opening)           /* opens what a record calls an author */ \
  X(names_and)              /* as printed: joins names of writers and agencies */ \
  X(names_between)          /* as printed: parts names of authors */ \
  X(name_joint)             /* as printed: joins names in a line of names; becomes a comma */ \
  X(name_place)             /* as printed: what follows it with a capital is a place or a paper */ \
  X(name_suffix)            /* behind a comma it belongs to the name before */ \
  X(no_name)                /* what is given as an author and is none */ \
  X(no_name_ending)         /* ends what is no author: "3 min read" */ \
  X(position)               /* an office at the end of what is no name: "White House reporter" */ \
  X(desk)                   /* a desk that signs: "Web Desk" */ \
  X(author_label)           /* a page's label for its author */ \
  X(does_as_writer)         /* behind a writer's name: who that is */ \
  X(house_article)          /* opens the name of a house and belongs to none */ \
  X(house_joint)            /* stands between a name and the house behind it */ \
  X(owner)                  /* as printed: between a house and its writer, "’s" */ \
  /* agencies */ \
  X(agency_mark)            /* a word that makes a credit an agency's */ \
  X(agency_ending)          /* ends an agency's name behind agency_before_ending */ \
  X(agency_before_ending) \
  X(agency_ending_alone)    /* ends an agency's name by itself */ \
  X(agency_staff)           /* behind an agency's name, no part of it */ \
  X(agency_helped)          /* in a note that names agencies which helped */ \
  X(agencies_helped)        /* in such a note: agencies that it does not name */ \
  X(unnamed_agencies)       /* what these are called; the first */ \
  /* dates and times */ \
  X(weekday)                /* with its abbreviations */ \
  X(ordinal)                /* behind the figure of a day */ \
  X(ordinal_before_month)   /* the same, only where the month follows */ \
  X(day_joint)              /* as printed: between day and month */ \
  X(month_joint)            /* as printed: between month and year */ \
  X(year_mark)              /* as printed: behind the figures of a year, and so on */ \
  X(month_mark) \
  X(day_mark) \
  X(date_small)             /* words of a line that only says when */ \
  X(date_label)             /* opens a line before its date; of several the first */ \
  X(before_date)            /* between names and a date behind them */ \
  X(time_label)             /* in a line of names and times: what it calls the time */ \
  X(published_label)        /* before the date on which an article came out; of several the first */ \
  X(updated_label)          /* before the date on which it was changed */ \
  X(clock_ending)           /* as printed: ends a time of the day with a full stop */ \
  X(dateline_small)         /* as printed: without a capital in a dateline */ \
  X(dateline_abbreviation)  /* as printed: opens a place with a full stop in it */ \
  /* captions */ \
  X(caption_opening) \
  X(caption_mark)           /* as printed: anywhere in a caption's end */ \
  X(caption_credit)         /* as printed: in brackets at its end */ \
  X(credit_ending)          /* ends a caption with a photographer's agency */ \
  X(video_button)           /* as printed: opens the caption of a video with the words of its buttons */ \
  /* what is beside an article */ \
  X(read_more_label)        /* before a colon or bar */ \
  X(read_more_alone)        /* the whole line */ \
  X(read_more_opening) \
  X(read_more_ending)       /* as printed */ \
  X(leads_on)               /* ends a summary */ \
  X(comments_heading)       /* the whole line */ \
  X(note_opening)           /* corrections, notes of editors */ \
  X(correction_opening)     /* opens a note that says what was changed in the article … */ \
  X(correction_within)      /* … and stands anywhere in such a note */ \
  X(crew_opening)           /* who reported, wrote, edited */ \
  X(crew_within) \
  X(furniture_alone)        /* the whole line is no part of an article */ \
  X(furniture_opening) \
  X(call_opening)           /* asks readers to do something … */ \
  X(call_place)             /* … at such a place */ \
  X(newsletter) \
  X(newsletter_offer)       /* in a line about a newsletter */ \
  X(other_matter_opening)   /* opens the heading of what stands beside an article */ \
  X(link_box_opening)       /* of these, the ones that head links */ \
  X(skip_opening)           /* tells those who hear a page that a part can be skipped … */ \
  X(skip_end)               /* … and in the same order, that it is over */ \
  X(panel_end)              /* as printed: ends a panel of links laid between words */ \
  /* posts and notes */ \
  X(post_furniture)         /* as printed: opens what a platform writes around a post */ \
  X(post_signed)            /* as printed: opens the signature of a post */ \
  X(post_joint)             /* as printed: between an account and the date behind it */ \
  X(post_date_opening)      /* as printed: opens the date of a post */ \
  X(had_call)               /* in a note: a conversation that was had */ \
  /* end */
// clang-format on

enum class PageRole : std::uint8_t {
#define HEARSAY_ONE(name) name,
  HEARSAY_PAGE_ROLES(HEARSAY_ONE)
#undef HEARSAY_ONE
      count
};
inline constexpr std::size_t kPageRoleCount = static_cast<std::size_t>(PageRole::count);

/// As in the files: "byline-opening".
[[nodiscard]] std::string_view page_role_name(PageRole role);
[[nodiscard]] std::optional<PageRole> page_role_named(std::string_view name);

}  // namespace hearsay
