// Embed codes of platforms, as pages hold them: the words, the account, and the address of the post.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read_english.h"

namespace hearsay {
namespace {

struct PostCase {
  const char* name;
  const char* embed;
  const char* words;
  const char* account;
  const char* handle;
  const char* platform;
  const char* address;
};

constexpr PostCase kPostCases[] = {
    {"X",
     R"(<blockquote class="twitter-tweet"><p lang="en">The gate is shut. <a href="https://t.co/1">pic.twitter.com/1</a></p>&mdash; Ana Ruiz (@aruiz) <a href="https://twitter.com/aruiz/status/47?ref_src=twsrc">May 3, 2021</a></blockquote>)",
     "The gate is shut.", "Ana Ruiz (@aruiz)", "@aruiz", "X", "https://twitter.com/aruiz/status/47"},
    {"X, the signature a paragraph",
     R"(<blockquote class="twitter-tweet"><p>The gate is shut.</p><p>— Ana Ruiz (@aruiz) <a href="https://x.com/aruiz/status/47">May 3, 2021</a></p></blockquote>)",
     "The gate is shut.", "Ana Ruiz (@aruiz)", "@aruiz", "X", "https://x.com/aruiz/status/47"},
    {"X, all in one line",
     R"(<blockquote class="twitter-tweet">The gate is shut. — Ana Ruiz (@aruiz) <a href="https://x.com/aruiz/status/47">May 3, 2021</a></blockquote>)",
     "The gate is shut.", "Ana Ruiz (@aruiz)", "@aruiz", "X", "https://x.com/aruiz/status/47"},
    {"Bluesky",
     R"(<blockquote class="bluesky-embed" data-bluesky-uri="at://a"><p>The gate is shut.</p>&mdash; Ana Ruiz (<a href="https://bsky.app/profile/aruiz.example?ref_src=embed">@aruiz.example</a>) <a href="https://bsky.app/profile/aruiz.example/post/3k?ref_src=embed">May 4, 2021 at 9:12 AM</a></blockquote>)",
     "The gate is shut.", "Ana Ruiz (@aruiz.example)", "@aruiz.example", "Bluesky",
     "https://bsky.app/profile/aruiz.example/post/3k"},
    {"Instagram",
     R"(<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab/?utm_source=ig"><div><a href="https://www.instagram.com/p/Ab/">View this post on Instagram</a><p>The gate is shut.</p><p><a href="https://www.instagram.com/p/Ab/">A post shared by River Watch (@riverwatch)</a></p></div></blockquote>)",
     "The gate is shut.", "River Watch (@riverwatch)", "@riverwatch", "Instagram", "https://www.instagram.com/p/Ab/"},
    {"TikTok",
     R"(<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@sul_rain/video/7"><section><a href="https://www.tiktok.com/@sul_rain">@sul_rain</a><p>The gate is shut.</p><a href="https://www.tiktok.com/music/o">♬ original sound</a></section></blockquote>)",
     "The gate is shut.", "@sul_rain", "@sul_rain", "TikTok", "https://www.tiktok.com/@sul_rain/video/7"},
    {"Facebook",
     R"(<div class="fb-post" data-href="https://www.facebook.com/tarn/posts/9"><blockquote cite="https://www.facebook.com/tarn/posts/9" class="fb-xfbml-parse-ignore"><p>The gate is shut.</p>Posted by <a href="https://www.facebook.com/tarn">Town of Tarn</a> on <a href="https://www.facebook.com/tarn/posts/9">Monday, May 3, 2021</a></blockquote></div>)",
     "The gate is shut.", "Town of Tarn", "", "Facebook", "https://www.facebook.com/tarn/posts/9"},
    {"Truth Social, the account in the address",
     R"(<blockquote class="truthsocial-embed" cite="https://truthsocial.com/@aruiz/posts/11"><p>The gate is shut.</p></blockquote>)",
     "The gate is shut.", "@aruiz", "@aruiz", "Truth Social", "https://truthsocial.com/@aruiz/posts/11"},
    {"Mastodon, a frame",
     R"(<iframe class="mastodon-embed" src="https://tarn.example/@okoro/109/embed"><p>The gate is shut.</p></iframe>)",
     "The gate is shut.", "@okoro", "@okoro", "Mastodon", "https://tarn.example/@okoro/109"},
};

std::string page_with(std::string_view embed) {
  return "<html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>The river rose in the night and took "
         "the "
         "lower bridge of Tarn, the town hall said.</p>" +
         std::string(embed) +
         "<p>Buses go by the upper road until the bridge is whole again, and schools stay "
         "shut.</p></article></body></html>";
}

TEST(HtmlPost, TellsWordsAccountAndAddress) {
  for (const PostCase& c : kPostCases) {
    SCOPED_TRACE(c.name);
    const Document document = read_english(page_with(c.embed), "page.html");
    ASSERT_EQ(document.posts.size(), 1U);
    const Post& post = document.posts.front();
    const auto words = [&](Span span) { return document.text.substr(span.begin, span.size()); };
    EXPECT_EQ(words(post.words), c.words);
    EXPECT_EQ(words(post.account), c.account);
    EXPECT_EQ(post.handle, c.handle);
    EXPECT_EQ(post.platform, c.platform);
    ASSERT_LT(post.link, document.links.size());
    EXPECT_EQ(document.links[post.link].href, c.address);
  }
}

TEST(HtmlPost, WhatNamesNobodyStaysAnEmbed) {
  for (const char* embed : {R"(<blockquote class="twitter-tweet"><p>The gate is shut.</p></blockquote>)",
                            R"(<blockquote class="twitter-tweet"><a href="https://x.com/i">View</a></blockquote>)",
                            R"(<blockquote class="twitter-tweet">— (@</blockquote>)",
                            R"(<iframe src="https://tarn.example/@okoro/109/embed"></iframe>)"}) {
    const Document document = read_english(page_with(embed), "page.html");
    EXPECT_TRUE(document.posts.empty()) << embed;
    EXPECT_NE(document.text.find("Buses go"), std::string::npos) << embed;
  }
}

TEST(HtmlPost, PostsInPostsEndSoon) {
  std::string embed;
  for (int i = 0; i < 3000; ++i)
    embed += "<blockquote class='twitter-tweet'><iframe src='https://a.example/@b/1/embed'>x";
  const Document document = read_english(page_with(embed), "page.html");
  EXPECT_FALSE(document.text.empty());
}

}  // namespace
}  // namespace hearsay
