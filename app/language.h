// SPDX-License-Identifier: GPL-3.0-or-later
// The user's language, as far as Siaga speaks it.
#pragma once

#include <QCoreApplication>

namespace siaga {

/// Installs the translation for the system's locale, if there is one.
void speakTheUsersLanguage(QCoreApplication &application);

} // namespace siaga
