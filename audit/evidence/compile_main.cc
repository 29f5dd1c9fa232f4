// The build step that turns the weight files of a folder into evidence.bin: compile_evidence FOLDER OUT
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "evidence/model_file.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: compile_evidence FOLDER OUT\n";
    return 2;
  }
  hearsay::WeightTexts texts;
  for (const std::string_view name : hearsay::kWeightFiles) {
    std::ifstream in(std::string(argv[1]) + "/" + std::string(name), std::ios::binary);
    if (!in) continue;
    std::ostringstream text;
    text << in.rdbuf();
    texts.emplace(name, text.str());
  }
  hearsay::Diagnostics diagnostics;
  const hearsay::Weights weights = hearsay::parse_weights(texts, diagnostics);
  const std::string bytes = hearsay::compile_weights(weights, diagnostics);
  for (const hearsay::Diagnostic& one : diagnostics) {
    std::cerr << argv[1] << '/' << one.file << ':' << one.line << ": error: " << one.message << '\n';
  }
  if (!diagnostics.empty()) return 1;
  const std::string aside = std::string(argv[2]) + ".part";
  std::ofstream out(aside, std::ios::binary);
  out << bytes;
  out.close();
  if (!out || std::rename(aside.c_str(), argv[2]) != 0) {
    std::cerr << argv[2] << ": error: cannot be written\n";
    return 1;
  }
  return 0;
}
