// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a person for a secret in the terminal.
//
// Like a counter clerk who looks away while you type your number. The catch: it waits for the person, so it is only for
// commands.
#pragma once

#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace siaga {

/// One line from the terminal, which does not show it, after `prompt` on the error stream; or from standard input, where
/// that is no terminal. At most one byte more than a secret may have; nullopt when it was given up (Ctrl+C) or there is
/// no line. Waits.
std::optional<Secret> readSecret(const QString &prompt);

} // namespace siaga
