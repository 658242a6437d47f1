// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the palette, the menu of faults, the guide and the list of keys into PNG files, to be looked at:
// siaga_keyboard_pictures FOLDER [SCALE [CATALOGUE.qm]]. The numbers are invented.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/protect_boards.h"

#include "views/dialogs/keys_dialog.h"
#include "views/faults/faults_menu.h"
#include "views/main_window/main_window.h"
#include "views/palette/palette.h"
#include "views/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTextStream>
#include <QTranslator>

#include <functional>

using namespace Qt::StringLiterals;
using namespace siaga;
using namespace std::chrono_literals;

namespace {

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

NowBoard lab(NowBoard board)
{
    board.mode = Mode::lab;
    board.fleet = "Siaga Lab";
    board.environment = "lab";
    return board;
}

views::ActiveFaults crash(const NowBoard &board)
{
    return {board.now, {{.id = 1, .kind = u"regionCrash"_s, .title = u"A region goes down"_s, .where = u"us-east-1"_s,
                           .region = u"us-east-1"_s, .from = board.now - 51s}}};
}

views::FaultCatalogue catalogue()
{
    views::FaultCatalogue found{{{.kind = u"regionCrash"_s, .title = u"A region goes down"_s, .does = u"everything in the region dies, its edge too"_s, .region = true},
        {.kind = u"slow"_s, .title = u"A service becomes slow"_s, .does = u"ten times slower"_s, .region = true, .service = true},
        {.kind = u"halfFailing"_s, .title = u"A service fails a part of its requests"_s, .does = u"every second one, and every second health check"_s, .region = true, .service = true},
        {.kind = u"edgeCrash"_s, .title = u"An edge dies"_s, .does = u"the edge is gone; when it comes back it has forgotten what it was told"_s, .edge = true},
        {.kind = u"ownLinkCut"_s, .title = u"Siaga's own network is cut"_s, .does = u"Siaga reaches nothing, nor the canaries outside"_s}}, {}};
    return found;
}

struct Scene
{
    QString name;
    std::function<void(views::MainWindow &)> set;
};

void search(views::MainWindow &window, const QString &typed)
{
    window.showProtection(boards::shared(boards::openAndRamping()));
    window.run(views::Command::search);
    window.findChild<views::Palette *>()->line()->setText(typed);
}

void guide(views::MainWindow &window, const NowBoard &board, bool isBroken)
{
    window.setFaultCatalogue(catalogue());
    window.showBoard(boards::shared(lab(board)));
    if (isBroken)
        window.showFaults(crash(board));
    window.run(views::Command::guide);
}

std::vector<Scene> scenes()
{
    const NowBoard incident = boards::incident();
    return {
        {u"palette-empty"_s, [incident](auto &window) { window.showBoard(boards::shared(incident)); window.setRecents({u"siaga://region/eu-west-1"_s, u"> keys"_s}); search(window, {}); }},
        {u"palette-hits"_s, [incident](auto &window) { window.showBoard(boards::shared(incident)); search(window, u"east"_s); }},
        {u"palette-commands"_s, [incident](auto &window) { window.showBoard(boards::shared(incident)); search(window, u">"_s); }},
        {u"palette-nothing"_s, [incident](auto &window) { window.showBoard(boards::shared(incident)); search(window, u"r: xyz"_s); }},
        {u"palette-help"_s, [incident](auto &window) { window.showBoard(boards::shared(incident)); search(window, u"?"_s); }},
        {u"faults"_s, [incident](auto &window) { window.setFaultCatalogue(catalogue()); window.showBoard(boards::shared(lab(incident)));
            window.showFaults(crash(incident)); window.run(views::Command::faults); }},
        {u"guide-offer"_s, [](auto &window) { guide(window, boards::quiet(), false); }},
        {u"guide-broken"_s, [incident](auto &window) { guide(window, incident, true); }},
        {u"guide-moving"_s, [](auto &window) { guide(window, boards::evacuating(), true); }},
    };
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 4) {
        QTextStream(stderr) << u"usage: siaga_keyboard_pictures FOLDER [SCALE [CATALOGUE.qm]]\n"_s;
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
    for (const auto scheme : {views::Scheme::dark, views::Scheme::light}) {
        appearance.setScheme(scheme);
        const QString tone = appearance.isDark() ? u"dark"_s : u"light"_s;
        for (const QSize size : {QSize(1280, 800), QSize(3840, 2160)})
            for (const Scene &scene : scenes()) {
                views::MainWindow window(Mode::lab, counting());
                window.resize(size / scale);
                scene.set(window);
                paint(window, size / scale, folder.filePath(u"%1-%2-%3.png"_s.arg(scene.name, tone).arg(size.width())));
            }
        views::KeysDialog keys(views::commandList(), views::nowPage, views::Mode::lab, nullptr);
        keys.setAttribute(Qt::WA_DeleteOnClose, false);
        paint(keys, keys.sizeHint(), folder.filePath(u"keys-%1.png"_s.arg(tone)));
    }
    return 0;
}
