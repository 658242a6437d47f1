// SPDX-License-Identifier: GPL-3.0-or-later
// Switches for bugs that are put in on purpose, to prove that the lab would find them.
//
// They are like the dud cartridges of an inspection: only the range has them. The catch: a normal build has none of
// it, SIAGA_SEED_BUG_IS() is plain false there; only the tests' own copy of the core is compiled with
// SIAGA_SEED_BUGS, where one bug at a time is chosen. The numbers are those of the project's list of seeded bugs.
#pragma once

#ifdef SIAGA_SEED_BUGS
namespace siaga {
inline int seedBug = 0; ///< 0: none.
}
#define SIAGA_SEED_BUG_IS(number) (::siaga::seedBug == (number))
#else
#define SIAGA_SEED_BUG_IS(number) false
#endif
