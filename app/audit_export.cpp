// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/audit_export.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace siaga {

namespace {

constexpr qint64 tellEach = 100; // Milliseconds between two words of progress.

QString csvLine(const QStringList &texts)
{
    QStringList cells;
    for (const QString &text : texts)
        cells << csvCell(text);
    return cells.join(u',') + u"\r\n"_s;
}

WallTime wallNow()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

QString rangeOf(const AuditQuery &query, Seq head)
{
    const Seq to = query.to && query.to < head ? query.to : head;
    return words::translate("audit", "records %1 to %2").arg(words::number(std::max(query.from, Seq(1)).value()), words::number(to.value()));
}

} // namespace

QString csvCell(const QString &text)
{
    static const QString formulas = u"=+-@\t\r"_s;
    QString cell = text;
    if (!cell.isEmpty() && formulas.contains(cell.front()))
        cell.prepend(u'\'');
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

ExportErrand::ExportErrand(AuditExport order, Tell tell)
    : m_order(std::move(order))
    , m_tell(std::move(tell))
    , m_search(m_order.query, WalkDirection::newer, {})
    , m_file(words::text(m_order.path))
{
    m_state.path = m_order.path;
    m_timer.start();
    m_sinceTold.start();
}

bool ExportErrand::begin()
{
    if (m_file.open(QIODevice::WriteOnly))
        return true;
    m_state.what = m_file.errorString().toStdString();
    m_tell(ended(ExportState::failed));
    return false;
}

void ExportErrand::bring(const Journal &journal)
{
    if (!m_head.seq)
        m_head = journal.head();
    m_search.bring(journal);
}

void ExportErrand::writeHead()
{
    const QString range = rangeOf(m_order.query, m_head.seq);
    const QString filter = words::auditOptions(m_order.query).join(u' ');
    const QString mode = words::text(m_order.mode);
    const QString place = words::text(m_order.fleet) + u" / "_s + words::text(m_order.environment);
    const QString when = words::dateAndTime(wallNow());
    if (m_order.form == ExportForm::jsonLines) {
        const QJsonObject head{{u"export"_s, QJsonObject{{u"mode"_s, mode}, {u"fleet"_s, words::text(m_order.fleet)},
            {u"environment"_s, words::text(m_order.environment)}, {u"range"_s, range}, {u"filter"_s, filter},
            {u"exported"_s, when}, {u"head"_s, QString::number(m_head.seq.value())},
            {u"headHash"_s, words::text(toHex(m_head.hash))}, {u"siaga"_s, QCoreApplication::applicationVersion()}}}};
        m_file.write(QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n');
        return;
    }
    m_file.write(csvLine({mode, place, range, filter.isEmpty() ? words::translate("audit", "all records") : filter,
        words::translate("audit", "exported %1").arg(when), words::text(toHex(m_head.hash))}).toUtf8());
    m_file.write(csvLine({words::translate("audit", "record"), words::translate("audit", "when (UTC)"), words::translate("audit", "who"),
        words::translate("audit", "kind"), words::translate("audit", "what"), words::translate("audit", "why"), u"JSON"_s,
        words::translate("audit", "hash")}).toUtf8());
}

void ExportErrand::write(const AuditMatch &match)
{
    ++m_state.written;
    const auto &record = match.item.record;
    if (m_order.form == ExportForm::jsonLines && record) {
        m_file.write(record->bytes.data(), static_cast<qint64>(record->bytes.size()));
        m_file.write("\n");
    } else if (m_order.form == ExportForm::jsonLines) {
        const QJsonObject damage{{u"damaged"_s, QString::number(match.item.seq.value())}, {u"what"_s, words::text(match.item.damage)}};
        m_file.write(QJsonDocument(damage).toJson(QJsonDocument::Compact) + '\n');
    } else {
        const words::AuditLine &line = match.line;
        m_file.write(csvLine({QString::number(line.row.seq.value()), record ? words::dateAndTime(record->wall) : QString(), line.who,
            words::word(line.row.group), line.what, line.why, record ? words::text(record->bytes) : QString(),
            record ? words::text(toHex(record->hash)) : QString()}).toUtf8());
    }
}

bool ExportErrand::take()
{
    if (m_file.pos() == 0)
        writeHead();
    m_search.take([this](const AuditMatch &match) {
        write(match);
        return true;
    });
    m_state.walked = m_search.walked();
    m_state.total = m_search.total();
    if (m_search.isOver() || m_file.error() != QFileDevice::NoError)
        return finish();
    if (m_sinceTold.elapsed() >= tellEach) {
        m_sinceTold.start();
        m_tell(ended(ExportState::running));
    }
    return true;
}

bool ExportErrand::finish()
{
    const bool isDone = m_file.error() == QFileDevice::NoError && m_file.commit();
    if (!isDone)
        m_state.what = m_file.errorString().toStdString();
    m_tell(ended(isDone ? ExportState::done : ExportState::failed));
    return false;
}

void ExportErrand::lost()
{
    m_file.cancelWriting();
    m_state.what = words::translate("audit", "the journal cannot be read now").toStdString();
    m_tell(ended(ExportState::failed));
}

AuditExporting ExportErrand::ended(ExportState state) const
{
    AuditExporting told = m_state;
    told.state = state;
    told.took = std::chrono::milliseconds(m_timer.elapsed());
    return told;
}

} // namespace siaga
