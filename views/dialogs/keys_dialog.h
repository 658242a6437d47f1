// SPDX-License-Identifier: GPL-3.0-or-later
// The keys, on one page: first those of the page that is shown, then those of what is selected, then all others.
//
// Like the card in the seat pocket. The catch: it is made from the same table as the keys themselves, so it lists what
// works today and nothing else.
#pragma once

#include "views/dialogs/dialog.h"
#include "views/models/command_list.h"

namespace siaga::views {

class KeysDialog : public Dialog
{
    Q_OBJECT

public:
    /// `commands`: those that exist in this window; ones without a key are left out. `page`: the one that is shown.
    KeysDialog(const std::vector<CommandEntry> &commands, int page, Mode mode, QWidget *parent);

private:
    void addGroup(QVBoxLayout &column, const QString &title, const std::vector<CommandEntry> &commands);
};

} // namespace siaga::views
