// SPDX-License-Identifier: GPL-3.0-or-later
// Paints page Audit over the records of a made-up incident into PNG files, to be looked at: siaga_audit_pictures FOLDER.
// Dark and light, for a notebook and for a large screen.
#include "app/audit_thread.h"
#include "tests/support/archive.h"
#include "tests/views/main_window/boards.h"
#include "views/audit/audit_page.h"
#include "views/dialogs/export_dialog.h"
#include "views/main_window/main_window.h"
#include "views/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTableView>
#include <QTextStream>

#include <functional>

using namespace Qt::StringLiterals;
using namespace siaga;

namespace {

/// Turns the loop until it is so.
void until(const std::function<bool()> &isSo)
{
    QElapsedTimer timer;
    timer.start();
    while (!isSo() && timer.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

struct Scene
{
    QString name;
    std::uint64_t records;
    bool isDamaged = false;
    std::function<void(views::AuditPage &, QTableView &)> act = {};
};


std::vector<Scene> scenes()
{
    const auto choose = [](views::AuditPage &, QTableView &table) {
        table.setFocus();
        table.setCurrentIndex(table.model()->index(7, 0));
    };
    const auto nothing = [](views::AuditPage &page, QTableView &) { page.findChild<QLineEdit *>()->setText(u"no such words"_s); };
    return {{u"quiet"_s, 2}, {u"incident"_s, 1980, false, choose},
        {u"about"_s, 1980, false, [](views::AuditPage &page, QTableView &) { page.showAbout(samples::usEast); }},
        {u"nothing"_s, 500, false, nothing},
        {u"verified"_s, 18'231, false, [](views::AuditPage &page, QTableView &) { emit page.verifyAsked(); }},
        {u"damage"_s, 1000, true, [](views::AuditPage &page, QTableView &) {
             emit page.verifyAsked();
             page.openRecord(Seq(500));
         }}};
}

void connectAll(views::AuditPage &page, AuditThread &thread)
{
    QObject::connect(&page, &views::AuditPage::asked, &thread, &AuditThread::find);
    QObject::connect(&page, &views::AuditPage::recordAsked, &thread, &AuditThread::record);
    QObject::connect(&page, &views::AuditPage::verifyAsked, &thread, &AuditThread::verify);
    QObject::connect(&thread, &AuditThread::found, &page, &views::AuditPage::showFound);
    QObject::connect(&thread, &AuditThread::recordRead, &page, &views::AuditPage::showRecord);
    QObject::connect(&thread, &AuditThread::proved, &page, &views::AuditPage::showProof);
}

void paint(const Scene &scene, const QSize &size, const QString &path)
{
    const auto disk = tests::diskWith(scene.records);
    if (scene.isDamaged)
        disk->records[499].bytes[30] ^= 1;
    tests::Archive archive(std::make_unique<MemoryJournal>(disk));
    AuditThread thread(archive.reader());
    views::MainWindow window(siaga::Mode::lab, [] { return RequestId(1); });
    connectAll(window.audit(), thread);
    NowBoard board = scene.name == u"quiet"_s ? boards::quiet() : boards::evacuating();
    board.journalSeq = archive.head();
    window.resize(size);
    window.show();
    window.showBoard(boards::shared(board));
    window.showPage(views::auditPage);
    auto *table = window.audit().findChild<QTableView *>();
    until([table] { return table->model()->rowCount() > 0; });
    if (scene.act)
        scene.act(window.audit(), *table);
    QElapsedTimer settle;
    settle.start();
    until([&settle] { return settle.elapsed() > 900; });
    if (scene.name == u"verified"_s) { // And once more, as it looks half way.
        window.audit().showProof({.state = ProofState::running, .checked = Seq(412'000), .head = Seq(1'000'000), .took = std::chrono::seconds(3)});
        window.grab().save(QString(path).replace(u"verified"_s, u"verifying"_s));
        window.audit().showProof({.state = ProofState::intact, .checked = Seq(18'231), .hash = sha256("head"), .head = Seq(18'231),
                                  .took = std::chrono::milliseconds(1300), .when = samples::minute(3)});
    }
    if (!window.grab().save(path))
        QTextStream(stderr) << u"cannot write "_s << path << u'\n';
}

void paintDialog(const QString &path)
{
    views::ExportDialog dialog({.group = AuditGroup::plans, .about = samples::usEast}, true, views::Mode::lab, nullptr);
    dialog.show();
    QCoreApplication::processEvents();
    dialog.grab().save(path);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        QTextStream(stderr) << u"usage: siaga_audit_pictures FOLDER\n"_s;
        return 2;
    }
    QApplication application(argc, argv);
    views::Appearance appearance(application, views::Scheme::dark);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const auto scheme : {views::Scheme::dark, views::Scheme::light}) {
        appearance.setScheme(scheme);
        const QString tone = appearance.isDark() ? u"dark"_s : u"light"_s;
        for (const QSize size : {QSize(1280, 800), QSize(3840, 2160)})
            for (const Scene &scene : scenes())
                paint(scene, size, folder.filePath(u"audit-%1-%2-%3.png"_s.arg(scene.name, tone).arg(size.width())));
        paintDialog(folder.filePath(u"audit-export-%1.png"_s.arg(tone)));
    }
    return 0;
}
