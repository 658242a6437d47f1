// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the window as it looks back into a lab day, and as it is at its end, into PNG files to be looked at:
// siaga_past_pictures FOLDER [SCALE]. Dark and light, for a notebook and for a large screen. The day is a real run of
// the lab.
#include "tests/views/main_window/lab_day.h"

#include "views/main_window/main_window.h"
#include "views/main_window/time_track.h"
#include "views/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace siaga;
using namespace std::chrono_literals;

namespace {

struct Scene
{
    QString name;
    std::optional<PastPlace> place; ///< None: the present.
    int page = views::nowPage;
    bool news = false;              ///< Something critical happened at the present meanwhile.
};

void paint(const labday::LabDay &day, const Scene &scene, const QSize &size, const QString &path)
{
    views::MainWindow window(Mode::lab, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
    QObject::connect(&window, &views::MainWindow::momentWanted, &window,
        [&](const PastPlace &place) { window.showMoment(day.moment(place)); });
    NowBoard present = day.present();
    window.showBoard(std::make_shared<const NowBoard>(present));
    window.showTimeline(day.timeline());
    window.showPage(scene.page);
    window.resize(size);
    window.show();
    QCoreApplication::processEvents();
    auto *track = window.findChild<views::TimeTrack *>();
    if (const auto *seq = scene.place ? std::get_if<Seq>(&*scene.place) : nullptr)
        track->seek(*seq);
    if (scene.news) {
        AlertRow row{.id = AlertId(900), .subject = {.kind = AlertSubject::Kind::region, .region = RegionId("lab-eu-west-1")}};
        row.severity = Severity::critical;
        present.alerts.push_back(row);
        window.showBoard(std::make_shared<const NowBoard>(present));
    }
    QCoreApplication::processEvents();
    window.grab(); // The first one lays out.
    QCoreApplication::processEvents();
    if (!window.grab().save(path))
        QTextStream(stderr) << u"cannot write "_s << path << u'\n';
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        QTextStream(stderr) << u"usage: siaga_past_pictures FOLDER [SCALE]\n"_s;
        return 2;
    }
    const double scale = argc > 2 ? atof(argv[2]) : 1;
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    QApplication application(argc, argv);
    views::Appearance appearance(application, views::Scheme::dark);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const labday::LabDay day;
    const Seq ran = day.mark(MarkKind::planRan).seq;
    const std::vector<Scene> scenes{{.name = u"present"_s, .place = std::nullopt}, {.name = u"past-incident"_s, .place = ran, .news = true},
        {.name = u"past-calm"_s, .place = Seq(40)}, {.name = u"past-protect"_s, .place = ran, .page = views::protectPage}};
    for (const auto scheme : {views::Scheme::dark, views::Scheme::light}) {
        appearance.setScheme(scheme);
        const QString tone = appearance.isDark() ? u"dark"_s : u"light"_s;
        for (const QSize size : {QSize(1280, 800), QSize(3840, 2160)})
            for (const Scene &scene : scenes)
                paint(day, scene, size / scale, folder.filePath(u"%1-%2-%3.png"_s.arg(scene.name, tone).arg(size.width())));
    }
    return 0;
}
