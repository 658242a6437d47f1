// SPDX-License-Identifier: GPL-3.0-or-later
// The last door before the screen: text from outside as harmless characters.
//
// Core cleans what drivers read; this stands here a second time, like the lid on a cup that is already cold, because a
// widget cannot know where its string came from. The catch: a newline is a control character too; one text, one line.
#pragma once

#include <QString>

namespace siaga::views {

/// Control, bidirectional and zero-width characters become U+FFFD; at most `lengthMax` bytes of UTF-8.
QString plain(const QString &text, int lengthMax = 512);

/// For a tooltip, which guesses HTML and cannot be told otherwise: escaped, wrapped as it comes.
QString plainTip(const QString &text);

} // namespace siaga::views
