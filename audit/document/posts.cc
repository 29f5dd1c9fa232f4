// find_posts(): words and signature stand together in the text; the link of the signature lies on the account.
#include "document/posts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace hearsay {
namespace {

// What embeds a post with a name, a handle in brackets and a day, and no address, as text keeps it.
constexpr std::string_view kDated = "X";

// "X" of "https://twitter.com/…"; "" where no platform is known by the address.
std::string_view platform_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  const std::string_view path = url.substr(scheme + 3);
  const std::string_view host = path.substr(0, path.find('/'));
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kHosts = {
      {{"twitter.com", "X"},
       {"x.com", "X"},
       {"instagram.com", "Instagram"},
       {"tiktok.com", "TikTok"},
       {"bsky.app", "Bluesky"},
       {"facebook.com", "Facebook"},
       {"truthsocial.com", "Truth Social"},
       {"threads.net", "Threads"},
       {"threads.com", "Threads"}}};
  for (const auto& [name, platform] : kHosts) {
    if (host == name ||
        (host.size() > name.size() && host.ends_with(name) && host[host.size() - name.size() - 1] == '.'))
      return platform;
  }
  return path.find("/@") != std::string_view::npos ? "Mastodon" : "";
}

Post signed_post(const Document& document, Span words, Span line) {
  Post post;
  post.words = words;
  const std::string_view text = std::string_view(document.text).substr(line.begin, line.size());
  const std::size_t dash = text.find(' ');
  post.dash = {line.begin, line.begin + static_cast<std::uint32_t>(dash)};
  const auto begin = static_cast<std::uint32_t>(post.dash.end + 1);
  post.account = {begin, line.end};
  const auto link = std::partition_point(document.links.begin(), document.links.end(),
                                         [&](const Link& one) { return one.span.begin < line.begin; });
  if (link != document.links.end() && link->span.end <= line.end) {
    post.link = static_cast<std::uint32_t>(link - document.links.begin());
    post.account = link->span;
    post.platform = platform_of(link->href);
  } else if (const std::size_t close = text.rfind(')'); close != std::string_view::npos) {
    post.account.end = line.begin + static_cast<std::uint32_t>(close + 1);
    if (text.substr(close + 1).find_first_of("0123456789") != std::string_view::npos) post.platform = kDated;
  }
  const std::string_view account = std::string_view(document.text).substr(post.account.begin, post.account.size());
  const std::size_t handle = account.rfind('@') == std::string_view::npos ? std::string_view::npos : account.find("(@");
  if (account.starts_with("@")) {
    post.handle = account;
    post.name = post.account;
  } else {
    post.name = {post.account.begin, handle == std::string_view::npos
                                         ? post.account.end
                                         : post.account.begin + static_cast<std::uint32_t>(handle)};
    if (handle != std::string_view::npos) post.handle = account.substr(handle + 1, account.size() - handle - 2);
  }
  return post;
}

}  // namespace

std::vector<Post> find_posts(const Document& document) {
  std::vector<Post> posts;
  Span words{};
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::post) {
      words = words.empty() ? block.span : Span{words.begin, block.span.end};
      continue;
    }
    if (block.kind == BlockKind::post_by && !words.empty() &&
        document.text.find(' ', block.span.begin) < block.span.end)
      posts.push_back(signed_post(document, words, block.span));
    words = {};
  }
  return posts;
}

}  // namespace hearsay
