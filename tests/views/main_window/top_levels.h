// SPDX-License-Identifier: GPL-3.0-or-later
// For tests that open real windows on the offscreen platform: that platform warns whenever a window has a least size
// or is raised, which would end the test. Every other warning still fails the test that caused it.
#pragma once

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

namespace siaga::tests {

/// Call first in each test function, such as in init().
inline void failOnOtherWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))")));
}

/// The test's main().
template<class Test>
int runWithWindows(int argc, char **argv)
{
    qunsetenv("QT_FATAL_WARNINGS"); // It knows no exceptions.
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace siaga::tests
