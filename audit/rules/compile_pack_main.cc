// The build step that turns a pack's files into one image: compile_pack RULES LANGUAGE OUT
#include <cstdio>
#include <fstream>
#include <iostream>

#include "rules/load.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: compile_pack RULES LANGUAGE OUT\n";
    return 2;
  }
  try {
    hearsay::Diagnostics diagnostics;
    const std::string bytes = hearsay::make_pack_image({.root = argv[1], .language = argv[2]}, diagnostics);
    for (const hearsay::Diagnostic& one : diagnostics)
      std::cerr << one.file << ':' << one.line << ": error: " << one.message << '\n';
    if (bytes.empty()) return 1;
    const std::string aside = std::string(argv[3]) + ".part";
    std::ofstream out(aside, std::ios::binary);
    out << bytes;
    out.close();
    if (!out || std::rename(aside.c_str(), argv[3]) != 0) {
      std::cerr << argv[3] << ": error: cannot be written\n";
      return 1;
    }
    return 0;
  } catch (const hearsay::Fatal& fatal) {
    std::cerr << fatal.diagnostic().file << ": error: " << fatal.diagnostic().message << '\n';
    return 1;
  }
}
