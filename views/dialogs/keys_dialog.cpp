// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/keys_dialog.h"

#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QVBoxLayout>

#include <vector>

namespace siaga::views {

namespace {

QString shown(QKeyCombination key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

KeysDialog::KeysDialog(Mode mode, QWidget *parent)
    : Dialog(tr("Keys"), mode, parent)
{
    const std::vector<std::pair<QString, QString>> keys{
        {shown(Qt::CTRL | Qt::SHIFT | Qt::Key_X), tr("hold all running plans, from anywhere")},
        {shown(Qt::ALT | Qt::Key_1), tr("page Now")},
        {shown(Qt::ALT | Qt::Key_5), tr("page Protect")},
        {shown(Qt::Key_A), tr("acknowledge the selected alert")},
        {shown(Qt::Key_E), tr("take the selected region out of traffic")},
        {shown(Qt::Key_T), tr("restore the selected region")},
        {shown(Qt::Key_R), tr("open the runbook; reset the selected breaker")},
        {shown(Qt::Key_F), tr("force the selected breaker open")},
        {shown(Qt::Key_C), tr("hold the selected breaker closed")},
        {shown(Qt::Key_Slash), tr("filter the breakers")},
        {shown(Qt::ALT | Qt::Key_C), tr("copy as a command line")},
        {shown(Qt::Key_N), tr("bring in the alerts that wait, in the list of alerts")},
        {shown(Qt::Key_Z), tr("times in UTC or local")},
        {shown(Qt::Key_F11), tr("full screen")},
        {shown(Qt::Key_Question), tr("this list")},
        {shown(Qt::Key_Escape), tr("close a dialog; nothing happens")},
    };
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(3 * grid);
    table->setVerticalSpacing(grid);
    table->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[key, meaning] : keys) {
        auto *name = new PlainLabel(key, Type::body, Tone::text, QFont::DemiBold);
        name->setAccessibleName(tr("%1: %2", "a key and what it does").arg(key, meaning));
        table->addWidget(name, row, 0);
        table->addWidget(new PlainLabel(meaning, Type::body, Tone::muted), row++, 1);
    }
    body()->addLayout(table);
    addToFoot(new QWidget(this));
    connect(addButton(tr("Close")), &QAbstractButton::clicked, this, &QDialog::accept);
    setMinimumWidth(60 * grid);
}

} // namespace siaga::views

#include "moc_keys_dialog.cpp"
