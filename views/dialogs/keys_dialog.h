// SPDX-License-Identifier: GPL-3.0-or-later
// The keys, on one page.
//
// Like the card in the seat pocket. The catch: it lists what works today; a key without its action is not on it.
#pragma once

#include "views/dialogs/dialog.h"

namespace siaga::views {

class KeysDialog : public Dialog
{
    Q_OBJECT

public:
    KeysDialog(Mode mode, QWidget *parent);
};

} // namespace siaga::views
