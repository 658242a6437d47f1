// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the whole window from boards made by hand into PNG files, to be looked at: siaga_pictures FOLDER [SCALE
// [CATALOGUE.qm]]. Dark and light, for a notebook and for a large screen at its full resolution. The numbers are
// invented.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/credentials_boards.h"
#include "tests/views/main_window/protect_boards.h"

#include "views/dialogs/breaker_dialog.h"
#include "views/dialogs/credentials_dialog.h"
#include "views/dialogs/new_fleet_dialog.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/main_window/main_window.h"
#include "views/theme/appearance.h"
#include "views/theme/style.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace siaga;

namespace  {

struct Scene
{
    QString name;
    NowBoard board;
};

/// The same window at page Protect.
struct ProtectScene
{
    QString name;
    ProtectBoard board;
};

RequestIdSource counting()
{
    return [next = std::uint64_t{0}]() mutable { return RequestId(++next); };
}

void paint(QWidget &widget, const QSize &size, const QString &path)
{
    widget.resize(size);
    widget.show();
    QCoreApplication::processEvents();
    widget.grab(); // The first one lays out.
    QCoreApplication::processEvents();
    if (!widget.grab().save(path))
        QTextStream(stderr) << u"cannot write "_s << path << u'\n';
}

void paintWindow(const Scene &scene, const QSize &size, const QString &path)
{
    views::MainWindow window(scene.board.mode, counting());
    window.showBoard(boards::shared(scene.board));
    paint(window, size, path);
}

void paintProtection(const ProtectScene &scene, const QSize &size, const QString &path)
{
    views::MainWindow window(scene.board.mode, counting());
    NowBoard now = boards::quiet();
    now.breakers = scene.board.totals;
    window.showPage(views::protectPage);
    window.showBoard(boards::shared(now));
    window.showProtection(boards::shared(scene.board));
    paint(window, size, path);
}

void paintOrder(const QString &path)
{
    const ProtectBoard board = boards::openAndRamping();
    const BreakerCard &card = *cardIn(board, boards::payWest);
    views::BreakerDialog dialog(views::BreakerOrder::open, card, boards::quiet(), counting(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    paint(dialog, QSize(640, 380), path);
}

/// The note in the header.
void paintMissing(const QString &path)
{
    views::MainWindow window(siaga::Mode::live, counting());
    window.showBoard(boards::shared(boards::evacuating()));
    window.setCredentials(boards::shared(boards::credentialsWhile(CredentialState::locked)));
    paint(window, QSize(1280, 800), path);
}

void paintCredentials(CredentialsBoard board, const QString &path)
{
    views::CredentialsDialog dialog(views::Mode::live, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.showBoard(boards::shared(std::move(board)));
    paint(dialog, QSize(880, 400), path);
}

void paintNewFleet(const QString &path)
{
    EdgeInventory::Backend web{.name = "bk_web", .mode = "http", .algorithm = "roundrobin"};
    web.servers = {{.name = "eu-central-1", .address = "10.0.0.7:8080", .weight = 30, .weightNow = 30, .perSecondMax = 340},
        {.name = "eu-west-1", .address = "10.1.0.7:8080", .weight = 70, .weightNow = 70, .perSecondMax = 610}};
    const QString address = u"unix:/run/haproxy/admin.sock"_s;
    views::NewFleetDialog dialog(views::Mode::lab, u"~/.config/siaga/fleet.yaml"_s, {address}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.showInventory(address, {.inventory = EdgeInventory{"2.6.12-1+deb12u4", EdgeLevel::everything, {web}}, .reached = true, .why = {}});
    paint(dialog, QSize(1200, 760), path);
}

void paintDialog(const QString &path)
{
    const auto board = boards::shared(boards::proposed());
    views::TrafficDialog dialog(board->planCards[0].purpose, std::nullopt, board, counting(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.begin();
    paint(dialog, QSize(1040, 720), path);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 4) {
        QTextStream(stderr) << u"usage: siaga_pictures FOLDER [SCALE [CATALOGUE.qm]]\n"_s;
        return 2;
    }
    const double scale = argc > 2 ? atof(argv[2]) : 1;
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    QApplication application(argc, argv);
    QTranslator translator;
    if (argc == 4 && translator.load(QString::fromLocal8Bit(argv[3])))
        QCoreApplication::installTranslator(&translator);
    views::Appearance appearance(application, views::Scheme::dark);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const std::vector<Scene> scenes{{u"quiet"_s, boards::quiet()}, {u"incident"_s, boards::evacuating()},
        {u"proposed"_s, boards::proposed()}, {u"woken"_s, boards::woken()}, {u"blind"_s, boards::blind()}};
    const std::vector<ProtectScene> protection{{u"protect-calm"_s, boards::calm()},
        {u"protect-open"_s, boards::openAndRamping()}, {u"protect-forty"_s, boards::forty()},
        {u"protect-empty"_s, boards::empty()}};
    for (const auto scheme : {views::Scheme::dark, views::Scheme::light}) {
        appearance.setScheme(scheme);
        const QString tone = appearance.isDark() ? u"dark"_s : u"light"_s;
        for (const QSize size : {QSize(1280, 800), QSize(3840, 2160)}) {
            for (const Scene &scene : scenes)
                paintWindow(
                    scene, size / scale, folder.filePath(u"%1-%2-%3.png"_s.arg(scene.name, tone).arg(size.width())));
            for (const ProtectScene &scene : protection)
                paintProtection(
                    scene, size / scale, folder.filePath(u"%1-%2-%3.png"_s.arg(scene.name, tone).arg(size.width())));
        }
        paintOrder(folder.filePath(u"force-open-%1.png"_s.arg(tone)));
        paintMissing(folder.filePath(u"credentials-note-%1.png"_s.arg(tone)));
        paintCredentials(boards::credentialsKept(), folder.filePath(u"credentials-kept-%1.png"_s.arg(tone)));
        paintCredentials(boards::credentialsWhile(CredentialState::locked), folder.filePath(u"credentials-locked-%1.png"_s.arg(tone)));
        paintCredentials(boards::credentialsInMemory(), folder.filePath(u"credentials-memory-%1.png"_s.arg(tone)));
        paintNewFleet(folder.filePath(u"own-servers-%1.png"_s.arg(tone)));
        paintDialog(folder.filePath(u"evacuate-%1.png"_s.arg(tone)));
    }
    return 0;
}
