// SPDX-License-Identifier: GPL-3.0-or-later
// Page Audit: who did what, why and when, straight from the journal; the proof that it is whole; and exports of it.
//
// Like the reading room of an archive: one asks for pages and they are brought, a cart at a time, while the archive goes
// on filing. The catch: it holds no journal; what it asks for leaves as signals, and what is brought comes back by the
// ticket it was asked under.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/audit_words.h"
#include "core/words/figures.h"
#include "views/models/command_list.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

class QTimer;

namespace siaga::views {

class ActionButton;
class AuditFilters;
class AuditRows;
class Card;
class PlainLabel;
class ProgressLine;
class ProofCard;
class RecordPane;
class Table;

class AuditPage : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPage(QWidget *parent = nullptr);

    /// How far the journal reaches, and what time it is.
    void showBoard(const NowBoard &board);
    /// The answers to what was asked.
    void showFound(const words::AuditFound &found);
    void showRecord(const words::AuditRecord &record);
    void showProof(const AuditProof &proof);
    void showExport(const AuditExporting &exporting);

    /// In the past: the records up to that one. nullopt: all, and new ones as they come.
    void showMoment(std::optional<Seq> moment);
    void setZone(words::Zone zone);
    /// Only what is about that; anything else that narrowed the list is taken away.
    void showAbout(const AuditSubject &subject);
    /// One record, with what came before it.
    void openRecord(Seq seq);
    /// Puts the keyboard on the records.
    void focusRows();
    /// What the keys of the page do, without them: filter, verify, export.
    void run(Command command);
    /// What the filters ask for, for an export; in the past it ends at that moment.
    AuditQuery query() const;
    /// Whether the filters leave anything out.
    bool isNarrow() const;
    /// The selected record's number; zero when none is.
    Seq selected() const;
    /// Its very bytes; empty until they are here.
    QString json() const;

signals:
    void asked(const siaga::AuditAsk &ask);
    void stopAsked();
    void recordAsked(siaga::Seq seq);
    void verifyAsked();
    void verifyStopAsked();
    void exportWanted();
    void exportStopAsked();
    /// A text for the clipboard: as it is, or a command that still wants its places.
    void textCopied(const QString &text);
    void commandCopied(const QString &command);
    void linkWanted(siaga::Seq seq);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// What the walk under way is for.
    enum class Errand { none, reload, oldest, older, newer, tail };

    QWidget *makeList();
    QWidget *makeFoot();
    void connectParts();
    void connectPane();
    void ask(Errand errand, const AuditQuery &query, bool older, Seq start);
    void reload();
    void fetchOlder();
    void fetchNewer();
    void fetchTail();
    void take(const words::AuditFound &found);
    void takeOlder(std::vector<words::AuditLine> lines);
    void takeNewer(const std::vector<words::AuditLine> &lines);
    void letIn();
    void scrolled();
    void chosen();
    bool keyPressed(int key);
    bool isHeld() const { return m_pointed || m_focused; }
    bool isAtTop() const;
    void keepPlace(int rows);
    void sayFoot();
    void sayEmpty();
    void sayWaiting();
    Seq end() const;

    AuditRows *m_rows;
    AuditFilters *m_filters;
    ProofCard *m_proof;
    Card *m_card;
    Table *m_table;
    QWidget *m_empty;
    PlainLabel *m_emptyTitle;
    PlainLabel *m_emptyHint;
    ActionButton *m_door;
    ProgressLine *m_line;
    PlainLabel *m_foot;
    ActionButton *m_stop;
    ActionButton *m_copyQuery;
    RecordPane *m_pane;
    QTimer *m_tick;

    Seq m_head;                    ///< Of the journal, as the last board said.
    WallTime m_wall;
    std::optional<Seq> m_moment;
    std::uint64_t m_ticket = 0;
    Errand m_errand = Errand::none;
    QElapsedTimer m_asked;
    words::AuditFound m_progress;  ///< Of the walk under way, or the last one.
    AuditQuery m_query;            ///< What the rows answer.
    bool m_fresh = false;          ///< The rows are of an older question until the first answer comes.
    Seq m_seenUpTo;                ///< Records up to it were looked at from above.
    Seq m_tailTo;                  ///< Where the tail that is being fetched ends.
    Seq m_olderNext;               ///< Where to go on below; zero: nothing is there.
    bool m_topDropped = false;     ///< Newer rows were rolled up.
    bool m_stopped = false;        ///< A person stopped the last walk.
    bool m_isLost = false;         ///< The journal could not be read.
    bool m_moving = false;         ///< Rows come and go by themselves: not a choice of the reader.
    std::vector<words::AuditLine> m_waiting; ///< New ones, oldest first.
    std::optional<Seq> m_wanted;   ///< To be selected when it comes.
    bool m_pointed = false;
    bool m_focused = false;
};

} // namespace siaga::views
