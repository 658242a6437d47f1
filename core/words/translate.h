// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to the translator for this folder. Its name is the one that lupdate looks for.
//
// Like an interpreter at the desk. The catch: with one thing and with several things are two sentences, told apart
// where they are written, so that English needs no catalogue of plurals; `%n` serves languages with more forms.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace siaga::words {

/// `context` is always "words". `count` fills %n.
inline QString translate(const char *context, const char *text, const char *meaning = nullptr, int count = -1)
{
    return QCoreApplication::translate(context, text, meaning, count);
}

} // namespace siaga::words
