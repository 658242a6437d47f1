// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga self-test`: proves on this machine, in less than a minute, that what the program stands on works.
//
// Like the lamp test of a control room: every lamp is lit once before anybody relies on one. The catch: it proves the
// program, not the servers; those are what `siaga endpoints doctor` is for.
#pragma once

#include "app/arguments.h"

#include <functional>
#include <vector>

namespace siaga {

struct SelfTest
{
    QString name;
    std::function<QString()> run; ///< Gives what failed, as a sentence; empty when all is well.
};

/// Each works in `folder` and leaves nothing elsewhere. Needs a QGuiApplication with widgets.
std::vector<SelfTest> selfTests(const QString &folder);

/// Runs them one after another and prints each with its time. Gives the exit code.
int runSelfTest(const Arguments &arguments);

} // namespace siaga
