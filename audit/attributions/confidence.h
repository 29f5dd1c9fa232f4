// What the calibration counts of an attribution: the traits that tell whether a careful reader would mark it.
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "attributions/candidate.h"
#include "attributions/reading.h"
#include "rules/confidence.h"

namespace hearsay {

/// Sets entry, traits and confidence of every candidate kept; they are sorted by cue.
void rate(const Reading& reading, std::vector<Candidate>& kept);

}  // namespace hearsay
