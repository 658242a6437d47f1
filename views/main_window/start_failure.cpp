// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/start_failure.h"

#include "views/widgets/card.h"
#include "views/widgets/plain_label.h"

#include <QVBoxLayout>

namespace siaga::views {

namespace {

constexpr int reasonsMax = 12; // A fleet file may have a hundred mistakes; all of them are printed.

} // namespace

StartFailurePage::StartFailurePage(const QStringList &reasons, const QString &remedy, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8 * grid, 8 * grid, 8 * grid, 8 * grid);
    auto *card = new Card(tr("Siaga cannot start"), this);
    column->addWidget(card);
    column->addStretch(1);
    const auto say = [card](const QString &text, Tone tone) {
        auto *label = new PlainLabel(text, Type::body, tone, QFont::Normal, card);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        card->body()->addWidget(label);
    };
    for (const QString &reason : reasons.mid(0, reasonsMax))
        say(reason, Tone::text);
    if (reasons.size() > reasonsMax)
        say(tr("and %n more, printed on the terminal", nullptr, static_cast<int>(reasons.size()) - reasonsMax), Tone::muted);
    if (!remedy.isEmpty())
        say(remedy, Tone::text);
    say(tr("Nothing is watched and nothing is done. Close this window, and start Siaga again afterwards."), Tone::muted);
}

} // namespace siaga::views

#include "moc_start_failure.cpp"
