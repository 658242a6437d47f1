// SPDX-License-Identifier: GPL-3.0-or-later
// The window: header, rail, page, inspector, status bar, and the keys that work everywhere.
//
// Like the control desk of a power station: it shows what is reported and passes on what is asked for. The catch: it
// holds no state of the fleet but the last board, and waits for nothing; an answer that never comes blocks nobody.
#pragma once

#include "core/boards/audit_board.h"
#include "core/boards/credentials_board.h"
#include "core/boards/protect_board.h"
#include "core/boards/request.h"
#include "core/boards/timeline.h"
#include "core/fleet/inventory.h"
#include "core/words/figures.h"
#include "views/models/command_list.h"
#include "views/models/faults.h"
#include "views/models/place.h"
#include "views/models/alarm.h"
#include "views/models/selection.h"
#include "views/theme/status.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>

class QStackedWidget;

namespace siaga::views {

class AuditPage;
class AlertAnnouncer;
class BannerStack;
class BreakerDialog;
class CredentialsDialog;
class FaultsMenu;
class GuideCard;
class GuideStory;
class Header;
class HoldDialog;
class Inspector;
class ModeFrame;
class NavigationRail;
class NewFleetDialog;
class NowPage;
class Palette;
class ProtectPage;
class StatusBar;
class TableDialog;
class TrafficDialog;
struct BannerFace;
struct CommandOffer;
struct QuestionText;
enum class BreakerOrder;
enum class GuideAct;

/// The pages there are, by the number of their key.
inline constexpr int nowPage = 1;
inline constexpr int protectPage = 5;
inline constexpr int auditPage = 8;

class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// `ids` draws the number of each request. `mode` stands until the first board tells it.
    MainWindow(siaga::Mode mode, RequestIdSource ids, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// At most ten a second; from the GUI thread.
    void showBoard(std::shared_ptr<const NowBoard> board);
    /// The same of page Protect; wanted only while that page is shown.
    void showProtection(std::shared_ptr<const ProtectBoard> board);
    /// Page Audit, for whoever brings it the journal's records.
    AuditPage &audit() { return *m_audit; }
    /// Credentials, whenever they changed; until the first, nobody leads behind this window.
    void setCredentials(std::shared_ptr<const CredentialsBoard> board);
    void showCredentialDone(const CredentialDone &done);
    /// Opens their list.
    void showCredentials();
    /// Goes to a page, as its key does.
    void showPage(int number);
    int page() const { return m_current; }
    /// The answers to what was requested.
    void showGranted(const RequestGranted &granted);
    void showRefused(const RequestRefused &refused);

    /// The words that reach this Siaga on a command line, such as --data DIR; they stand in every command that is copied.
    void setPlaces(const QStringList &places) { m_places = places; }

    // Looking back; see the time bar. While one does, boards of the present go on coming through showBoard().
    /// The moment that was wanted, or an earlier wish's.
    void showMoment(const std::shared_ptr<const Moment> &moment);
    /// It cannot be shown: `record` is damaged; zero: the journal cannot be read at the moment.
    void showPastFailure(Seq record, const QString &what);
    void showTimeline(const TimelinePart &part);
    bool isPast() const { return m_moment != nullptr; }

    /// Core cannot start: says why and what to do, in place of the page. The window stays until it is closed.
    void showStartFailure(const QStringList &reasons, const QString &remedy);
    /// Whether plans and journal outlive this window; until told, they do.
    void setKept(bool kept) { m_kept = kept; }
    /// Why no tone is heard, as the machine says it; empty: nothing is known to be wrong.
    void setSoundTrouble(const QString &trouble);

    const Selection &selection() const { return m_selections.at(m_current); }

    /// Goes to a thing and acts on nothing; before the first board it waits for it. What is not there is said.
    void go(const Place &place);
    /// Does what the command's key would do; nothing when it cannot run now.
    void run(Command command);
    /// Why a command cannot run now, in a sentence; empty when it can.
    QString whyNot(Command command) const;
    /// What the palette lists first; see Palette.
    void setRecents(const QStringList &recents);

    /// Opens the dialog that makes a fleet file of one's own servers.
    void showNewFleet();
    /// Where that file is proposed to be written, and where HAProxy's sockets were found.
    void setNewFleetPlaces(const QString &path, const QStringList &addresses);
    /// The answers to inventoryWanted() and newFileWanted(); `next` are the commands to type then.
    void showInventory(const QString &address, const InventoryAnswer &answer);
    void showFileWritten(const QString &path, const QStringList &next);
    void showFileRefused(const QString &why);

    // Only in the lab.
    void setFaultCatalogue(const FaultCatalogue &catalogue);
    void showFaults(const ActiveFaults &faults);
    /// The answer to disturbRequested(): what was done, or why not.
    void showDisturbed(bool isDone, const QString &words);
    /// Offers the guide, if the first board is one of a lab in which nothing has happened yet.
    void offerGuide() { m_guideDue = true; }

signals:
    /// A person wants to see how it was then; the answer comes as showMoment() or showPastFailure().
    void momentWanted(const siaga::PastPlace &place);
    /// The whole window shows the moment of this record; nothing: the present.
    void momentShown(std::optional<siaga::Seq> record);
    /// Something about a credential; a value goes this way and never comes back.
    void credentialOrdered(const siaga::CredentialOrder &order);
    /// An edge is to be asked what it has, reading only.
    void inventoryWanted(const QString &address);
    /// A file that is not there yet is to be written.
    void newFileWanted(const QString &path, const QString &text);
    /// Boards of page Protect are wanted, or not any more, whatever page is shown.
    void protectionWanted(bool wanted);
    void recentsChanged(const QStringList &recents);
    /// Break or heal something in the lab, as `siaga lab fault` and `siaga lab heal` take it.
    void disturbRequested(const QString &fault);
    /// A person has begun the guide or put it away.
    void guideSeen();
    /// Write records of the journal into a file.
    void exportRequested(const siaga::AuditExport &order);
    /// Another page is shown now; only its board is wanted.
    void pageShown(int number);
    /// A tone is to be heard.
    void toneDue(siaga::Severity severity);
    /// One of the bodies of core/events/request_events.h.
    void requested(const siaga::Request &request);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Asks first while plans run.
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeContent(Mode mode);
    void connectPage();
    void connectProtection();
    void connectAudit();
    void connectInspector();
    void connectSound();
    void hear();
    void mute(Duration lasts);
    void swapMute();
    void showMute();
    void refresh();
    void tick();
    void deliver();

    // The past.
    void connectPast();
    void lookAt(const PastPlace &place);
    void returnToPresent();
    void deliverPresent();
    /// True, and said, when the past is shown: then nothing can be asked for.
    bool refusedAsPast();
    BannerFace pastFace() const;

    Duration silence() const;
    void select(const Selection &selection);
    Selection shownSelection() const;
    static void showOnly(QStackedWidget &pages, QWidget *shown);
    void selectBreaker(const BreakerId &breaker);
    void showHistory(const Selection &selection);
    void openRecord(Seq seq);
    void openExport();

    // What can be asked for.
    void acknowledge(AlertId alert);
    void hold(PlanId plan);
    void holdAll();
    void resume(PlanId plan);
    void abort(PlanId plan);
    void moveTraffic(PurposeKind kind, const RegionId &region);
    void review(PlanId plan);
    void openTraffic(const Purpose &purpose, std::optional<PlanId> plan);
    void order(BreakerOrder order, const BreakerId &breaker);
    void stopOrLift();
    void question(const QuestionText &text, const std::function<void(const QString &)> &agreed);
    void copyCommand(const QString &command);
    void copyJson();
    void copyLink();
    void showKeys();
    void showTables();

    // Commands, the palette and the lab.
    void makeShortcuts();
    bool exists(const CommandEntry &entry) const;
    QString whyNotOffered(Command command) const;
    std::vector<CommandOffer> offers() const;
    void runInWindow(Command command);
    void openPalette();
    void renewPalette();
    bool goOnNow(const Place &place);
    void makeGuide(QWidget *content);
    void renewLab();
    void openFaults();
    void startGuide();
    void dismissGuide();
    void actOnGuide(GuideAct act);
    void escape();
    void openRunbook(const QString &link);
    void bannerPressed(const QString &key);
    QWidget *dialogParent();

    RequestIdSource m_ids;
    std::shared_ptr<const NowBoard> m_board;   ///< What is shown.
    std::shared_ptr<const NowBoard> m_present; ///< What core sent last.
    std::shared_ptr<const ProtectBoard> m_presentProtection;
    std::shared_ptr<const Moment> m_moment;    ///< What is shown of the past; nullptr: the present.
    bool m_lookingBack = false;                ///< A moment is shown, or on its way.
    QElapsedTimer m_sinceBoard;
    std::shared_ptr<const ProtectBoard> m_protection;
    int m_current = nowPage;
    /// What the person chose on each page; nothing: what is worst shows itself.
    std::map<int, Selection> m_selections{{nowPage, {}}, {protectPage, {}}, {auditPage, {}}};
    QStringList m_refusal;        ///< Of the last request that no dialog answers for.
    words::Zone m_zone = words::Zone::utc;
    Alarm m_alarm;
    bool m_kept = true;
    bool m_closing = false;       ///< A person said yes to it.
    QStringList m_places;

    ModeFrame *m_frame;
    Header *m_header;
    BannerStack *m_banners;
    NavigationRail *m_rail;
    QStackedWidget *m_pages;
    NowPage *m_page;
    ProtectPage *m_protectPage;
    AuditPage *m_audit;
    Inspector *m_inspector;
    StatusBar *m_status;
    QString m_newFleetPath;
    QStringList m_newFleetAddresses;
    QPointer<NewFleetDialog> m_newFleet;
    QPointer<TrafficDialog> m_traffic;
    QPointer<HoldDialog> m_holdList;
    QPointer<TableDialog> m_tables;
    AlertAnnouncer *m_announcer;
    QPointer<BreakerDialog> m_breaker;
    std::shared_ptr<const CredentialsBoard> m_credentials;
    QPointer<CredentialsDialog> m_credentialList;

    Palette *m_palette;
    FaultsMenu *m_faultsMenu;
    GuideCard *m_guide;
    std::unique_ptr<GuideStory> m_story; ///< While the guide is shown.
    ActiveFaults m_faults;
    std::optional<Place> m_goLater;      ///< Asked for before the first board.
    bool m_guideDue = false;             ///< To be offered with the first board.
};

} // namespace siaga::views
