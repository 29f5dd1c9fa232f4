#include "service/sessions.h"

#include <system_error>

namespace hearsay {

namespace fs = std::filesystem;

const Session& Sessions::of(const std::string& path, Diagnostics& diagnostics) {
  if (choice_.settings || path == "-") return main_;
  std::error_code error;
  const fs::path folder = fs::absolute(path, error).parent_path();
  const std::scoped_lock lock(mutex_);
  auto known = files_.find(folder);
  if (known == files_.end()) known = files_.emplace(folder, find_settings(folder)).first;
  const fs::path& file = known->second;
  if (file == main_.settings.file) return main_;
  std::unique_ptr<Session>& session = sessions_[file];
  if (session == nullptr) {
    SettingsChoice choice = choice_;
    choice.beside = path;
    session = std::make_unique<Session>(open_session(choice, engines_, diagnostics));
  }
  return *session;
}

std::vector<const Session*> Sessions::all() const {
  std::vector<const Session*> all = {&main_};
  for (const auto& [file, session] : sessions_) {
    if (session != nullptr) all.push_back(session.get());
  }
  return all;
}

}  // namespace hearsay
