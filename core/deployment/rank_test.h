// SPDX-License-Identifier: GPL-3.0-or-later
// The rank test: does one side tend to be larger than the other, whatever the shape of both?
//
// It is like two school classes lined up by height: nobody is measured, it only counts who stands before whom. The
// catch: samples of one moment lean on each other, so it is given one sample for each scrape and not one for each call.
//
// Sources: H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than
// the other", Annals of Mathematical Statistics 18 (1947); J. L. Hodges and E. L. Lehmann, "Estimates of location based on
// rank tests", ibid. 34 (1963).
#pragma once

#include <span>

namespace siaga::deployment {

inline constexpr std::size_t rankSamplesMax = 500; ///< Of each side; later ones are left out.

/// How `tested` stands against `baseline`.
struct RankTest
{
    double larger = 1;      ///< One-sided p-value, 0 to 1: how often chance alone makes `tested` look this much larger.
    double smaller = 1;     ///< The same for the other side.
    double shift = 0;       ///< Hodges and Lehmann: the median of all differences, in the samples' unit.
    double precedence = 0.5; ///< The share of pairs in which `tested` is larger; ties count half.
};

/// Finite values only. With the normal approximation, corrected for ties and continuity; it is good from eight samples
/// on each side, and an empty side gives no evidence at all. Equal samples everywhere give none either.
RankTest rankTest(std::span<const double> tested, std::span<const double> baseline);

/// The middle value; the mean of both middle ones for an even number. 0 for none.
double median(std::span<const double> values);

} // namespace siaga::deployment
