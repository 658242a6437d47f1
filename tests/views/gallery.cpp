// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the widgets with sample values into PNG files, to be looked at: gallery FOLDER [WIDTH HEIGHT SCALE].
// The numbers are invented. Run with QT_QPA_PLATFORM=offscreen where there is no screen.
#include "tests/views/gallery_scenes.h"

#include "views/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPixmap>
#include <QTextStream>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

void paintScene(const siaga::views::gallery::Scene &scene, const QSize &size, const QString &path)
{
    const std::unique_ptr<QWidget> widget(scene.make());
    widget->resize(size);
    widget->show();
    QCoreApplication::processEvents();
    widget->grab();
    QElapsedTimer timer;
    timer.start();
    const QPixmap picture = widget->grab();
    QTextStream(stdout) << QFileInfo(path).fileName() << u" painted in "_s << timer.elapsed() << u" ms\n"_s;
    picture.save(path);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2 && argc != 5) {
        QTextStream(stderr) << u"usage: gallery FOLDER [WIDTH HEIGHT SCALE]\n"_s;
        return 2;
    }
    const QSize size = argc == 5 ? QSize(atoi(argv[2]), atoi(argv[3])) : QSize(1280, 800);
    const QByteArray scale = argc == 5 ? QByteArray(argv[4]) : "1";
    qputenv("QT_SCALE_FACTOR", scale);
    QApplication application(argc, argv);
    siaga::views::Appearance appearance(application, siaga::views::Scheme::dark);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const auto scheme : {siaga::views::Scheme::dark, siaga::views::Scheme::light}) {
        appearance.setScheme(scheme);
        for (const auto &scene : siaga::views::gallery::scenes()) {
            const QString name = u"%1-%2-%3.png"_s.arg(scene.name, appearance.isDark() ? u"dark"_s : u"light"_s)
                                     .arg(qRound(size.width() * scale.toDouble()));
            paintScene(scene, size, folder.filePath(name));
        }
    }
    return 0;
}
