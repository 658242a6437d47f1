// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/keys_dialog.h"

#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace siaga::views {

namespace {

template<class Condition>
std::vector<CommandEntry> those(const std::vector<CommandEntry> &commands, const Condition &condition)
{
    std::vector<CommandEntry> found;
    std::ranges::copy_if(commands, std::back_inserter(found),
        [&](const CommandEntry &entry) { return !entry.key.isEmpty() && condition(entry); });
    return found;
}

} // namespace

KeysDialog::KeysDialog(const std::vector<CommandEntry> &commands, int page, Mode mode, QWidget *parent)
    : Dialog(tr("Keys"), mode, parent)
{
    auto *columns = new QHBoxLayout;
    columns->setSpacing(5 * grid);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(grid);
        columns->addLayout(column, 1);
    }
    addGroup(*left, tr("On this page"),
        those(commands, [page](const CommandEntry &entry) { return entry.page != 0 && entry.page == page; }));
    addGroup(*left, tr("With what is selected"),
        those(commands, [](const CommandEntry &entry) { return entry.page == 0 && entry.onSelection; }));
    addGroup(*right, tr("Everywhere"),
        those(commands, [](const CommandEntry &entry) { return entry.page == 0 && !entry.onSelection; }));
    addGroup(*left, tr("On other pages"),
        those(commands, [page](const CommandEntry &entry) { return entry.page != 0 && entry.page != page; }));
    left->addStretch(1);
    right->addStretch(1);
    body()->addLayout(columns);
    addToFoot(new QWidget(this));
    ActionButton *close = addButton(tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    close->setFocus();
    setMinimumWidth(112 * grid);
}

void KeysDialog::addGroup(QVBoxLayout &column, const QString &title, const std::vector<CommandEntry> &commands)
{
    if (commands.empty())
        return;
    if (column.count() > 0)
        column.addSpacing(grid);
    column.addWidget(new PlainLabel(title, Type::body, Tone::text, QFont::DemiBold));
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(2 * grid);
    table->setVerticalSpacing(grid);
    table->setColumnStretch(1, 1);
    table->setColumnMinimumWidth(0, 14 * grid);
    int row = 0;
    for (const CommandEntry &entry : commands) {
        auto *key = new PlainLabel(keysOf(entry), Type::body, Tone::text);
        auto *words = new PlainLabel(wordsOf(entry), Type::body, Tone::muted);
        words->setWordWrap(true);
        key->setAccessibleName(tr("%1: %2", "a key and what it does").arg(keysOf(entry), wordsOf(entry)));
        table->addWidget(key, row, 0, Qt::AlignTop | Qt::AlignLeft);
        table->addWidget(words, row++, 1);
    }
    column.addLayout(table);
}

} // namespace siaga::views

#include "moc_keys_dialog.cpp"
