// What an address of the interface takes and gives, as a value beside its route: requests are checked against it, and
// the OpenAPI document is written from it (openapi.h), so that neither can say what the other does not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

enum class ParameterKind : std::uint8_t { text, integer, number, truth };

/// Of the query, or a field of a form.
struct Parameter {
  std::string name;
  std::string what;  // a sentence
  ParameterKind kind = ParameterKind::text;
  std::vector<std::string> choices = {};  // none: any
  double least = 0, most = 0;             // integer, number; both 0: any
  bool required = false;
};

struct RequestBody {
  std::string what;
  std::vector<std::string> types;      // media types; "*/*": any
  std::vector<Parameter> fields = {};  // of a form
};

struct Answer {
  int status = 200;
  std::string what;
  std::vector<std::string> types = {};  // none: no body
  std::string schema = {};              // a name of openapi_schemas(); "": whatever the type says
};

struct Operation {
  std::string id;       // "audit": unique
  std::string tag;      // the chapter it stands in
  std::string summary;  // a line
  std::string what = {};
  std::vector<Parameter> query = {};
  std::optional<RequestBody> body = {};
  std::vector<Answer> answers = {};  // errors are problem details and need no row
};

}  // namespace hearsay
