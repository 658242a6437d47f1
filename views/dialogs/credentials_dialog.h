// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials: which the fleet uses, who keeps them, whether they work; set, try and remove them.
//
// Like the key board behind the porter's desk: tags to read, and a slot to hand a key in. The catch: a value goes in and
// never comes out again, here or anywhere else.
#pragma once

#include "core/boards/credentials_board.h"
#include "views/dialogs/dialog.h"

#include <memory>

class QLineEdit;

namespace siaga::views {

class Table;
template<typename Row>
class RowModel;

class CredentialsDialog : public Dialog
{
    Q_OBJECT

public:
    CredentialsDialog(Mode mode, QWidget *parent);
    ~CredentialsDialog() override;

    /// At any time; nullptr: no Siaga leads behind this window, so none of it can be told or done here.
    void showBoard(const std::shared_ptr<const CredentialsBoard> &board);
    /// What became of a value that was given, or of a removal.
    void showDone(const CredentialDone &done);

signals:
    void ordered(const siaga::CredentialOrder &order);

private:
    void addTable();
    void addEntry();
    void addFoot();
    const CredentialRow *current() const;
    void selectFirst();
    void showCurrent();
    void judge();
    QString whyNot() const;
    QString whyNotGive() const;
    QString whyNotKeychain() const;
    void give(CredentialOrder::Kind kind);
    void remove();
    void say(const QString &sentence, std::optional<Status> status);

    const Mode m_mode;
    std::shared_ptr<const CredentialsBoard> m_board;
    std::unique_ptr<RowModel<CredentialRow>> m_model;
    PlainLabel *m_empty;
    Table *m_table;
    PlainLabel *m_state;  ///< Of the one that is selected: why it is not known, or what a trial said.
    QLineEdit *m_value;
    ActionButton *m_keep;
    ActionButton *m_once;
    PlainLabel *m_answer;
    ActionButton *m_retry;
    ActionButton *m_test;
    ActionButton *m_remove;
    ActionButton *m_close;
    QString m_given;      ///< Whose value is on its way; empty: none.
};

} // namespace siaga::views
