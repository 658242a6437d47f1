// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/scenes.h"

#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/credentials_boards.h"
#include "tests/views/main_window/lab_day.h"
#include "tests/views/main_window/protect_boards.h"

#include "core/base/check.h"
#include "views/audit/audit_page.h"
#include "views/dialogs/breaker_dialog.h"
#include "views/dialogs/credentials_dialog.h"
#include "views/dialogs/export_dialog.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/keys_dialog.h"
#include "views/dialogs/new_fleet_dialog.h"
#include "views/dialogs/question.h"
#include "views/dialogs/table_dialog.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/main_window/main_window.h"
#include "views/main_window/time_track.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace siaga::tests {

namespace {

RequestIdSource counting()
{
    return [next = std::uint64_t{0}]() mutable { return RequestId(++next); };
}

std::unique_ptr<QWidget> windowOn(const NowBoard &board)
{
    auto window = std::make_unique<views::MainWindow>(board.mode, counting());
    window->showBoard(boards::shared(board));
    return window;
}

std::unique_ptr<QWidget> protection(const ProtectBoard &board)
{
    auto window = std::make_unique<views::MainWindow>(siaga::Mode::live, counting());
    NowBoard now = boards::quiet();
    now.breakers = board.totals;
    window->showPage(views::protectPage);
    window->showBoard(boards::shared(now));
    window->showProtection(boards::shared(board));
    return window;
}

std::unique_ptr<QWidget> notStarted()
{
    auto window = std::make_unique<views::MainWindow>(siaga::Mode::live, counting());
    window->showStartFailure({u"the fleet file cannot be read: line 12: no such region"_s}, u"Mend it and start again."_s);
    return window;
}

/// The test owns it, so it must not go by itself.
std::unique_ptr<QWidget> kept(std::unique_ptr<QWidget> dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

std::unique_ptr<QWidget> evacuation()
{
    const auto board = boards::shared(boards::proposed());
    auto dialog
        = std::make_unique<views::TrafficDialog>(board->planCards[0].purpose, std::nullopt, board, counting(), nullptr);
    dialog->begin();
    return kept(std::move(dialog));
}

std::unique_ptr<QWidget> forceOpen()
{
    const ProtectBoard board = boards::openAndRamping();
    return kept(std::make_unique<views::BreakerDialog>(
        views::BreakerOrder::open, *cardIn(board, boards::payWest), boards::quiet(), counting(), nullptr));
}

std::unique_ptr<QWidget> holdList()
{
    auto dialog = std::make_unique<views::HoldDialog>(counting(), views::Mode::live, nullptr);
    dialog->showBoard(boards::shared(boards::evacuating()));
    return kept(std::move(dialog));
}

std::unique_ptr<QWidget> keys()
{
    return kept(std::make_unique<views::KeysDialog>(views::commandList(), views::nowPage, views::Mode::live, nullptr));
}

std::unique_ptr<QWidget> credentials()
{
    auto dialog = std::make_unique<views::CredentialsDialog>(views::Mode::live, nullptr);
    dialog->showBoard(boards::shared(boards::credentialsKept()));
    return kept(std::move(dialog));
}

std::unique_ptr<views::MainWindow> lab()
{
    auto window = std::make_unique<views::MainWindow>(siaga::Mode::lab, counting());
    NowBoard board = boards::quiet();
    board.mode = siaga::Mode::lab;
    window->setFaultCatalogue({{{.kind = u"regionCrash"_s, .title = u"A region goes down"_s, .region = true},
                                   {.kind = u"slow"_s, .title = u"A service becomes slow"_s, .does = u"ten times slower"_s,
                                       .region = true, .service = true}},
        {}});
    window->showFaults({board.now,
        {{.id = 4, .kind = u"regionCrash"_s, .title = u"A region goes down"_s, .where = u"us-east-1"_s,
            .region = u"us-east-1"_s, .from = board.now - std::chrono::seconds(12)}}});
    window->showBoard(boards::shared(board));
    return window;
}

std::unique_ptr<QWidget> guide()
{
    auto window = std::make_unique<views::MainWindow>(siaga::Mode::lab, counting());
    window->offerGuide();
    NowBoard board = boards::quiet();
    board.mode = siaga::Mode::lab;
    window->showBoard(boards::shared(board));
    return window;
}

/// The middle of a day of the lab.
std::unique_ptr<QWidget> lookingBack()
{
    static const labday::LabDay day;
    auto window = std::make_unique<views::MainWindow>(siaga::Mode::lab, counting());
    QObject::connect(window.get(), &views::MainWindow::momentWanted, window.get(),
        [shown = window.get()](const PastPlace &place) { shown->showMoment(day.moment(place)); });
    window->showBoard(std::make_shared<const NowBoard>(day.present()));
    window->showTimeline(day.timeline());
    window->findChild<views::TimeTrack *>()->seek(day.mark(MarkKind::planRan).seq);
    return window;
}

/// Two records answer whatever is asked.
void openAudit(QWidget &top)
{
    auto &window = static_cast<views::MainWindow &>(top);
    QObject::connect(&window.audit(), &views::AuditPage::asked, &window, [&window](const AuditAsk &ask) {
        words::AuditLine plan{.who = u"rina"_s, .what = u"Plan 41 approved: evacuate us-east-1"_s, .why = u"follows from record 18,229"_s};
        plan.row.seq = Seq(18'230);
        plan.row.group = AuditGroup::orders;
        words::AuditLine alert{.who = u"health"_s, .what = u"us-east-1 is down"_s, .why = u"5 of 5 checks fail"_s};
        alert.row.seq = Seq(18'229);
        alert.row.severity = Severity::critical;
        window.audit().showFound({.ticket = ask.ticket, .lines = {plan, alert}, .walked = 2, .total = 2, .isOver = true});
    });
    window.showPage(views::auditPage);
}

std::unique_ptr<QWidget> newFleet()
{
    EdgeInventory::Backend web{.name = "bk_web", .mode = "http", .algorithm = "roundrobin"};
    web.servers = {{.name = "eu-central-1", .address = "10.0.0.7:8080", .weight = 30, .weightNow = 30, .perSecondMax = 340}};
    const QString address = u"unix:/run/haproxy/admin.sock"_s;
    auto dialog = std::make_unique<views::NewFleetDialog>(
        views::Mode::lab, u"~/.config/siaga/fleet.yaml"_s, QStringList{address}, nullptr);
    dialog->showInventory(address,
        {.inventory = EdgeInventory{"2.6.12-1+deb12u4", EdgeLevel::everything, {web}}, .reached = true, .why = {}});
    return kept(std::move(dialog));
}

std::unique_ptr<QWidget> exporting()
{
    return kept(std::make_unique<views::ExportDialog>(AuditQuery{.group = AuditGroup::plans}, true, views::Mode::lab, nullptr));
}

std::unique_ptr<QWidget> stopQuestion()
{
    views::QuestionText text{.title = u"Stop automation?"_s, .act = u"Stop automation"_s, .reasonWanted = u"Why?"_s};
    text.lines << u"No policy starts a plan any more, and running plans hold at their next safe point."_s;
    return kept(std::make_unique<views::Question>(text, views::Mode::live, nullptr));
}

std::unique_ptr<QWidget> tables()
{
    const auto source = [] {
        const std::unique_ptr<QWidget> incident = windowOn(boards::evacuating());
        const std::unique_ptr<QWidget> breakers = protection(boards::openAndRamping());
        std::vector<views::PartTable> all = views::tablesOf(*incident);
        std::ranges::copy(views::tablesOf(*breakers), std::back_inserter(all));
        return all;
    };
    return kept(std::make_unique<views::TableDialog>(source, views::Mode::live, nullptr));
}

} // namespace

const QList<Scene> &scenes()
{
    static const QList<Scene> all{
        {"quiet", [] { return windowOn(boards::quiet()); }},
        {"incident", [] { return windowOn(boards::evacuating()); }},
        {"proposed", [] { return windowOn(boards::proposed()); }},
        {"blind", [] { return windowOn(boards::blind()); }},
        {"woken", [] { return windowOn(boards::woken()); }},
        {"audit", [] { return windowOn(boards::quiet()); }, openAudit},
        {"palette", [] { return windowOn(boards::evacuating()); },
            [](QWidget &top) { static_cast<views::MainWindow &>(top).run(views::Command::search); }},
        {"faults", [] { return lab(); },
            [](QWidget &top) { static_cast<views::MainWindow &>(top).run(views::Command::faults); }},
        {"guide", guide},
        {"looking-back", lookingBack},
        {"protect-open", [] { return protection(boards::openAndRamping()); }},
        {"protect-forty", [] { return protection(boards::forty()); }},
        {"protect-empty", [] { return protection(boards::empty()); }},
        {"not-started", notStarted},
        {"evacuate", evacuation, {}, true},
        {"force-open", forceOpen, {}, true},
        {"hold-list", holdList, {}, true},
        {"keys", keys, {}, true},
        {"credentials", credentials, {}, true},
        {"question", stopQuestion, {}, true},
        {"new-fleet", newFleet, {}, true},
        {"export", exporting, {}, true},
        {"tables", tables, {}, true},
    };
    return all;
}

std::unique_ptr<QWidget> shown(const Scene &scene, const QSize &screen)
{
    std::unique_ptr<QWidget> widget = scene.make();
    SIAGA_CHECK(widget != nullptr);
    if (!scene.isDialog)
        widget->resize(screen);
    widget->show();
    QApplication::processEvents();
    if (scene.act)
        scene.act(*widget);
    QApplication::processEvents();
    widget->grab(); // The first one lays out.
    QApplication::processEvents();
    return widget;
}

} // namespace siaga::tests
