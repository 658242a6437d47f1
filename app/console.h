// SPDX-License-Identifier: GPL-3.0-or-later
// The console: the window in this thread, the instance in one of its own.
#pragma once

#include "app/arguments.h"
#include "app/console_settings.h"
#include "app/tone_player.h"
#include "core/base/id.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace siaga {

class AuditThread;
class CoreThread;
class PastThread;
struct StartFailure;

namespace views {
class MainWindow;
}

class Console : public QObject
{
    Q_OBJECT

public:
    /// Starts the instance, and makes the window meanwhile; it is not shown yet.
    explicit Console(const Arguments &arguments);
    ~Console() override;

    views::MainWindow &window() { return *m_window; }

    /// What the process is to end with: a start that failed is told to whoever waits for it too.
    int exitCode() const { return m_exitCode; }

private:
    void connectAudit();
    void connectPast();
    void startFailed(const StartFailure &failure);
    void connectLab();
    void connectSettings();
    void connectCredentials();
    void connectWaking();
    /// Goes to what the link names, with the window in sight.
    void open(const QString &link);

    std::unique_ptr<CoreThread> m_core;
    std::unique_ptr<AuditThread> m_audit; ///< Reads through the core.
    std::unique_ptr<PastThread> m_past;   ///< Likewise.
    std::unique_ptr<views::MainWindow> m_window;
    ConsoleSettings m_settings;
    TonePlayer m_tones;
    Seq m_head;         ///< The last record, as the last board told it.
    QTimer m_skimTimer; ///< Until the time bar is told of it.
    int m_exitCode = exitDone;
};

/// Opens the window and runs until it is closed. Gives the exit code.
int runConsole(const Arguments &arguments);

} // namespace siaga
