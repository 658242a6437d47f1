// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QLocale>
#include <QTranslator>

namespace siaga {

void speakTheUsersLanguage(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), QStringLiteral("siaga"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(translator);
}

} // namespace siaga
