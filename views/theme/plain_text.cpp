// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/plain_text.h"

#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace siaga::views {

QString plain(const QString &text, int lengthMax)
{
    return QString::fromStdString(plainText(text.toStdString(), static_cast<std::size_t>(lengthMax)));
}

QString plainTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<span>"_s + plain(text).toHtmlEscaped() + u"</span>"_s;
}

} // namespace siaga::views
