// SPDX-License-Identifier: GPL-3.0-or-later
// The console: the window in this thread, the instance in one of its own.
#pragma once

#include "app/arguments.h"

#include <QObject>

#include <memory>

namespace siaga {

class CoreThread;
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
    void startFailed(const StartFailure &failure);

    std::unique_ptr<CoreThread> m_core;
    std::unique_ptr<views::MainWindow> m_window;
    int m_exitCode = exitDone;
};

/// Opens the window and runs until it is closed. Gives the exit code.
int runConsole(const Arguments &arguments);

} // namespace siaga
