// SPDX-License-Identifier: GPL-3.0-or-later
// "Watch your own servers": the form at the left, the file that comes of it at the right, its mistakes below.
//
// Like filling in a form while the clerk types the clean copy beside you. The catch: it reads and writes nothing itself;
// it asks for both, and what was written is watched from the next start on.
#pragma once

#include "core/fleet/new_fleet.h"
#include "views/dialogs/dialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace siaga::views {

class NewFleetForm;

class NewFleetDialog : public Dialog
{
    Q_OBJECT

public:
    /// `path`: where the file is proposed to be written.
    NewFleetDialog(Mode mode, const QString &path, const QStringList &addresses, QWidget *parent);

    void showInventory(const QString &address, const InventoryAnswer &answer);
    /// It is written; `next` are the commands to type then.
    void showWritten(const QString &path, const QStringList &next);
    void showFailure(const QString &why);

signals:
    /// An edge's inventory is wanted; the answer comes by showInventory().
    void inventoryWanted(const QString &address);
    /// A new file is wanted, never one over another; the answer comes by one of the two above.
    void writingWanted(const QString &path, const QString &text);
    void copyRequested(const QString &command);

private:
    QWidget *makePreview();
    void judge();
    QString whyNot() const;
    void write();

    NewFleetForm *m_form;
    QPlainTextEdit *m_preview = nullptr;
    QLineEdit *m_path = nullptr;
    PlainLabel *m_said;
    ActionButton *m_copy;
    ActionButton *m_cancel;
    ActionButton *m_act;
    bool m_asked = false;
    bool m_done = false;
    QString m_next; ///< The first of the commands to type once it is written.
};

} // namespace siaga::views
