// SPDX-License-Identifier: GPL-3.0-or-later
// A whole incident in the lab with the keyboard alone: break, acknowledge, evacuate, heal, export. Not one mouse event.
#include "app/console.h"
#include "tests/views/main_window/top_levels.h"
#include "views/dialogs/export_dialog.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/faults/faults_menu.h"
#include "views/main_window/inspector.h"
#include "views/main_window/main_window.h"
#include "views/palette/palette.h"
#include "views/widgets/type_to_confirm.h"

#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;
using namespace siaga::views;

namespace {

/// Counts what came from a mouse.
class MouseWatch : public QObject
{
public:
    int events = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        events += event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease
            || event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel;
        return false;
    }
};

constexpr int soon = 10'000;    // Milliseconds.
constexpr int afterSteps = 90'000;

} // namespace

class TestKeyboardRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    MouseWatch m_mouse;

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
        QVERIFY(target);
        QTest::keyClick(target, key, modifiers);
    }
    /// No window manager is here to do it after a dialog has closed.
    static void goOn(QWidget &window)
    {
        window.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(window.isActiveWindow(), soon);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    template<class D>
    static D *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<D *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

private slots:
    void init() { tests::failOnOtherWarnings(); }

    void anIncidentFromBeginningToEnd()
    {
        QVERIFY(qputenv("XDG_CONFIG_HOME", m_dir.filePath(QStringLiteral("config")).toLocal8Bit()));
        qApp->installEventFilter(&m_mouse);
        Arguments arguments;
        arguments.options[QStringLiteral("fleet")] = QStringLiteral(SIAGA_FLEETS "/lab.yaml");
        arguments.options[QStringLiteral("data")] = m_dir.filePath(QStringLiteral("data"));
        Console console(arguments);
        MainWindow &window = console.window();
        const auto face = [&window]() -> const Inspection & { return window.findChild<Inspector *>()->face(); };
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY_WITH_TIMEOUT(window.whyNot(Command::faults).isEmpty(), soon);
        // It knows the fleet's demand before anything breaks, as nobody breaks a lab in its first second.
        QTRY_VERIFY_WITH_TIMEOUT(face().status == Status::healthy, soon);

        press(Qt::Key_B);
        type(QStringLiteral("region goes"));
        press(Qt::Key_Return);
        type(QStringLiteral("useast"));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<FaultsMenu *>()->isOpen(), soon);
        QTRY_COMPARE_WITH_TIMEOUT(face().title, QStringLiteral("lab-us-east-1"), afterSteps); // The incident shows itself.
        QTRY_VERIFY_WITH_TIMEOUT(face().acknowledge.has_value(), soon);
        press(Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(face().acknowledge->whyNot.startsWith(QStringLiteral("Acknowledged by")), soon);

        QTRY_VERIFY_WITH_TIMEOUT(face().review.has_value(), afterSteps);
        press(Qt::Key_E);
        QTRY_VERIFY_WITH_TIMEOUT(dialog<TrafficDialog>(), soon);
        auto *field = dialog<TrafficDialog>()->findChild<TypeToConfirm *>();
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), soon);
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier); // The brake, out of the midst of a dialog.
        QTRY_VERIFY_WITH_TIMEOUT(dialog<HoldDialog>() && QApplication::activeWindow() == dialog<HoldDialog>(), soon);
        press(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog<HoldDialog>(), soon);
        QVERIFY(dialog<TrafficDialog>());
        goOn(*dialog<TrafficDialog>());
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), soon);
        type(QStringLiteral("lab-us-east-1"));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog<TrafficDialog>(), soon);
        QTRY_COMPARE_WITH_TIMEOUT(face().evacuate ? face().evacuate->whyNot : QString(), QStringLiteral("It is out of traffic"), afterSteps);

        goOn(window);
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("> heal"));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!window.whyNot(Command::heal).isEmpty(), soon); // Nothing is broken any more.
        QVERIFY(window.findChild<Palette *>()->recents().contains(QStringLiteral("> heal")));

        press(Qt::Key_8, Qt::AltModifier);
        QCOMPARE(window.page(), auditPage);
        press(Qt::Key_X);
        QTRY_VERIFY_WITH_TIMEOUT(dialog<ExportDialog>(), soon);
        const QString path = m_dir.filePath(QStringLiteral("journal.jsonl"));
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QLineEdit *>(QApplication::focusWidget()), soon);
        qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
        type(path);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog<ExportDialog>(), soon);
        QFile exported(path);
        QTRY_VERIFY_WITH_TIMEOUT(exported.exists() && exported.size() > 0, soon);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QVERIFY(exported.readAll().contains("AcknowledgeRequested"));
        QCOMPARE(m_mouse.events, 0);
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestKeyboardRun>(argc, argv);
}
#include "tst_keyboard_run.moc"
