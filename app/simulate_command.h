// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga breaker simulate`: what a breaker would do about a described fault, beside other programs' defaults, before it is used.
//
// It is like a crash test with a dummy: nobody is hurt, and one sees what the belt does. The catch: it knows one target and
// calls that come by chance at one rate; it tells which rule notices, not what your users will do.
#pragma once

#include "app/arguments.h"

namespace siaga {

/// Runs the simulation and prints it. It needs no instance, and touches nothing.
int runSimulate(const Arguments &arguments);

} // namespace siaga
