// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/self_test.h"

#include "app/control_server.h"
#include "app/finding.h"
#include "app/launch.h"
#include "app/pictures.h"
#include "app/terminal.h"
#include "core/journal/header.h"
#include "core/journal/sqlite_journal.h"
#include "core/lab/lab.h"
#include "core/words/figures.h"
#include "core/words/translate.h"
#include "views/theme/icons.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QFontDatabase>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QPixmap>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

namespace siaga {

namespace {

using words::text;
using words::translate;

constexpr int batches = 100;         // Each with its own sync to the disk.
constexpr int socketPatience = 10'000; // Milliseconds.
constexpr auto labPatience = std::chrono::minutes(10); // Of the lab's own time.
const char *const victim = "lab-us-east-1";

NewRecord record(std::uint64_t seq)
{
    NewRecord made{Seq(seq), Instant(std::chrono::seconds(seq)), {static_cast<std::int64_t>(seq) * 1000}, "SelfTested", {}};
    made.bytes = writeHeader({made.seq, made.at, made.wall, made.type}) + "}";
    return made;
}

/// Appended, closed, opened again: the same head, and the whole chain in order.
QString testJournal(const QString &folder)
{
    const SqliteJournalOptions options{.path = (folder + QStringLiteral("/journal.sqlite")).toStdString()};
    Head head;
    {
        const auto journal = openSqliteJournal(options);
        if (!journal)
            return text(journal.error().detail);
        for (std::uint64_t seq = 1; seq <= batches; ++seq) {
            const std::vector<NewRecord> batch{record(seq)};
            const auto appended = (*journal)->append(batch, head);
            if (!appended)
                return text(appended.error().detail);
            head = *appended;
        }
    }
    const auto again = openSqliteJournal(options);
    if (!again)
        return text(again.error().detail);
    const auto verified = (*again)->verify([](Seq) { return true; });
    if (!verified)
        return text(verified.error().what);
    return *verified == head ? QString() : translate("self_test", "another head was read than was written");
}

/// Says yes to what the lab's policy asks, and sees whether the region is left.
class Bystander : public lab::Watcher
{
public:
    void onRecorded(const Recorded &record) override
    {
        if (const auto *turned = record.event.as<RegionTurned>())
            isFound = isFound || (turned->region == RegionId(victim) && turned->to == RegionState::down);
        if (const auto *offered = record.event.as<PlanProposed>(); offered && offered->plan.purpose.kind == PurposeKind::evacuate)
            proposed = *offered;
        if (const auto *ended = record.event.as<PlanEnded>(); ended && proposed && ended->id == proposed->id)
            isLeft = ended->end == PlanEnd::done;
    }
    bool isFound = false;
    bool isLeft = false;
    std::optional<PlanProposed> proposed;
};

/// On a clock of its own, so that minutes take a moment.
QString testLab()
{
    lab::WorldOptions options;
    options.wall = {1'767'225'600'000};
    lab::Lab labInMemory(builtInLab(), options);
    Bystander bystander;
    labInMemory.watch(bystander);
    labInMemory.open();
    labInMemory.runUntil(labInMemory.now() + std::chrono::seconds(30));
    const auto fault = lab::faultFromText(std::string("regionCrash ") + victim, labInMemory.now());
    if (!fault)
        return text(fault.error().message);
    labInMemory.world().inject(*fault);
    bool isAsked = false;
    for (const Instant until = labInMemory.now() + labPatience; !bystander.isLeft && labInMemory.step(until);) {
        if (!bystander.proposed || std::exchange(isAsked, bystander.proposed.has_value()))
            continue;
        labInMemory.ask(ApproveRequested{RequestId(1), bystander.proposed->id, bystander.proposed->hash}, "self-test");
    }
    return !bystander.isFound ? translate("self_test", "the dead region was not found")
        : !bystander.isLeft   ? translate("self_test", "the dead region was found and not left")
                              : QString();
}

/// What a command line hears at the socket: the first line of `status --json`.
QByteArray answerAt(const QString &path)
{
    QLocalSocket socket;
    QByteArray heard;
    QEventLoop loop;
    QTimer::singleShot(socketPatience, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QLocalSocket::readyRead, &loop, [&] {
        heard += socket.readAll();
        if (heard.contains("\"exit\""))
            loop.quit();
    });
    QObject::connect(&socket, &QLocalSocket::errorOccurred, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QLocalSocket::connected, &loop, [&] {
        const QJsonObject request{{QStringLiteral("version"), QStringLiteral(SIAGA_VERSION)},
                                  {QStringLiteral("words"), QJsonArray{QStringLiteral("status"), QStringLiteral("--json")}}};
        socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    });
    socket.connectToServer(path);
    loop.exec();
    return heard;
}

QString testSocket(const QString &folder, std::optional<NowBoard> &shown)
{
    InstanceOptions options;
    options.fleet = builtInLab();
    auto started = Instance::start(options);
    if (!started)
        return text(started.error().lines.front());
    const std::unique_ptr<Instance> instance = std::move(started).value();
    ControlServer server(*instance);
    const QString path = folder + QStringLiteral("/socket");
    if (const QString failure = server.listen(path); !failure.isEmpty())
        return failure;
    const QByteArray answer = answerAt(path);
    shown = instance->board();
    return answer.contains("\\\"mode\\\":\\\"lab\\\"") ? QString() : translate("self_test", "the socket gave no answer that can be read");
}

QString testPictures(const QString &folder, const std::optional<NowBoard> &board)
{
    if (QFontDatabase::families().isEmpty())
        return translate("self_test", "no font is installed");
    for (int i = 0; i < views::iconCount; ++i) {
        const QImage icon = views::iconPixmap(static_cast<views::Icon>(i), Qt::black, 24, 1).toImage();
        bool isPainted = false;
        for (int y = 0; y < icon.height() && !isPainted; ++y)
            for (int x = 0; x < icon.width(); ++x)
                isPainted = isPainted || icon.pixelColor(x, y).alpha() > 0;
        if (!isPainted)
            return translate("self_test", "icon %1 is missing").arg(i);
    }
    if (!board || !paintPage(*board, folder, QStringLiteral("now")))
        return translate("self_test", "page Now cannot be painted");
    const QImage page(folder + QStringLiteral("/now-dark.png"));
    return page.width() >= 1440 ? QString() : translate("self_test", "page Now was painted too small");
}

QString testWords()
{
    QTranslator indonesian;
    if (!indonesian.load(QStringLiteral(":/i18n/siaga_id.qm")))
        return translate("self_test", "the catalogue of Indonesian is missing");
    return indonesian.translate("arguments", "print JSON").isEmpty() ? translate("self_test", "the catalogue of Indonesian is empty") : QString();
}

} // namespace

std::vector<SelfTest> selfTests(const QString &folder)
{
    const auto board = std::make_shared<std::optional<NowBoard>>();
    return {{translate("self_test", "journal: append, reopen, verify"), [folder] { return testJournal(folder); }},
            {translate("self_test", "lab: a dead region is found and left"), testLab},
            {translate("self_test", "socket: a running Siaga answers"), [folder, board] { return testSocket(folder, *board); }},
            {translate("self_test", "pictures: fonts, icons, page Now"), [folder, board] { return testPictures(folder, *board); }},
            {translate("self_test", "words: Indonesian"), testWords}};
}

int runSelfTest(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        printFailure({folder.errorString()}, json);
        return exitUnreadable;
    }
    QJsonArray rows;
    int failed = 0;
    for (const SelfTest &test : selfTests(folder.path())) {
        QElapsedTimer timer;
        timer.start();
        const QString failure = test.run();
        const qint64 took = timer.elapsed();
        failed += failure.isEmpty() ? 0 : 1;
        rows.append(QJsonObject{{QStringLiteral("test"), test.name}, {QStringLiteral("failure"), failure}, {QStringLiteral("seconds"), double(took) / 1000}});
        if (!json)
            printLine(QStringLiteral("%1  %2  %3").arg(failure.isEmpty() ? translate("self_test", "well  ") : translate("self_test", "FAILED"), test.name,
                                                       tookText(std::chrono::milliseconds(took))));
        if (!json && !failure.isEmpty())
            printLine(QStringLiteral("        ") + failure);
    }
    if (json)
        printJson({{QStringLiteral("tests"), rows}, {QStringLiteral("failed"), failed}});
    else
        printLine(failed == 0 ? translate("self_test", "everything works") : translate("self_test", "failed: %1").arg(failed));
    return failed == 0 ? exitDone : exitBroken;
}

} // namespace siaga
