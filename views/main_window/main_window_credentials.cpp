// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials: the note in the header, and their list.
#include "views/main_window/main_window.h"

#include "core/words/translate.h"
#include "views/dialogs/credentials_dialog.h"
#include "views/main_window/header.h"
#include "views/widgets/mode_frame.h"

namespace siaga::views {

namespace {

using words::translate;

struct Note
{
    QString text;
    std::optional<Status> mark;
};

/// What the header says; nothing while all that is used is known and kept.
Note noteOf(const CredentialsBoard &board)
{
    const int missing = board.missing();
    if (missing > 0 && board.keychain.state == CredentialState::waiting)
        return {translate("Credentials", "Waiting for the keychain…"), Status::unknown};
    if (missing > 0 && board.keychain.state == CredentialState::locked)
        return {translate("Credentials", "Keychain locked…"), Status::warning};
    if (missing > 0)
        return {missing == 1 ? translate("Credentials", "1 credential missing…")
                             : translate("Credentials", "%n credentials missing…", nullptr, missing), Status::warning};
    if (board.inMemory() > 0)
        return {translate("Credentials", "Credentials: this run only…"), std::nullopt};
    return {};
}

} // namespace

void MainWindow::setCredentials(std::shared_ptr<const CredentialsBoard> board)
{
    m_credentials = std::move(board);
    const Note note = m_credentials ? noteOf(*m_credentials) : Note();
    m_header->showCredentials(note.text, note.mark);
    if (m_credentialList)
        m_credentialList->showBoard(m_credentials);
}

void MainWindow::showCredentialDone(const CredentialDone &done)
{
    if (m_credentialList)
        m_credentialList->showDone(done);
}

void MainWindow::showCredentials()
{
    if (m_credentialList) {
        m_credentialList->raise();
        return;
    }
    m_credentialList = new CredentialsDialog(m_frame->mode(), dialogParent());
    connect(m_credentialList, &CredentialsDialog::ordered, this, &MainWindow::credentialOrdered);
    m_credentialList->showBoard(m_credentials);
    emit credentialOrdered({.kind = CredentialOrder::Kind::look, .name = {}, .value = {}});
    m_credentialList->open();
}

} // namespace siaga::views
