// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/new_fleet_form.h"

#include "core/fleet/proposals.h"
#include "core/fleet/values.h"
#include "core/words/figures.h"
#include "views/theme/theme.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

using words::text;

constexpr int fieldLengthMax = 2048; // As long as an address may be.
constexpr int labelWidth = 18 * grid; // So that fields of both parts stand below each other.

QStringList wordsIn(const QString &line)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return line.trimmed() == u"-"_s ? QStringList() : line.split(between, Qt::SkipEmptyParts);
}

QString asAddress(const QString &word)
{
    return word.startsWith(u'/') ? u"unix:"_s + word : word;
}

std::vector<std::string> textsOf(const QStringList &list)
{
    std::vector<std::string> texts;
    for (const QString &one : list)
        texts.push_back(one.toStdString());
    return texts;
}

} // namespace

NewFleetForm::NewFleetForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_read(new PlainLabel({}, Type::small, Tone::muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, grid, 0);
    column->setSpacing(grid);
    m_grid->setHorizontalSpacing(grid);
    m_grid->setVerticalSpacing(grid);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    column->addLayout(m_grid);
    QLineEdit *addresses = addRow(u"haproxy"_s, tr("HAProxy sockets"), tr("unix:/path or tcp:127.0.0.1:PORT, or nothing"));
    auto *read = new ActionButton(tr("Read"), {}, this);
    read->setAccessibleDescription(tr("Reads what HAProxy has; changes nothing there"));
    m_grid->addWidget(read, 0, 2);
    connect(read, &QAbstractButton::clicked, this, &NewFleetForm::readPressed);
    connect(addresses, &QLineEdit::returnPressed, this, &NewFleetForm::readPressed);
    m_read->setWordWrap(true);
    m_grid->addWidget(m_read, 1, 1, 1, 2);
    addRow(u"name"_s, tr("Name"), tr("what it is called, for people"));
    addRow(u"environment"_s, tr("Environment"), {});
    addRow(u"regions"_s, tr("Regions"), tr("names, separated by blanks: eu-central-1 eu-west-1"));
    addRow(u"services"_s, tr("Services"), tr("web api, or web=bk_web for HAProxy's backend bk_web"));
    addRow(u"canaries"_s, tr("Outside"), tr("places that have nothing to do with your regions"));
    propose(u"environment"_s, u"production"_s, false);
    propose(u"canaries"_s, u"https://example.org/ https://example.net/"_s, false);
    for (const QString &key : {u"regions"_s, u"services"_s})
        connect(m_rows.at(key).field, &QLineEdit::editingFinished, this, &NewFleetForm::layRows);
    column->addStretch(1);
    layRows();
}

QLineEdit *NewFleetForm::addRow(const QString &key, const QString &label, const QString &hint)
{
    const bool isGrown = m_grownRows != nullptr;
    QGridLayout *layout = isGrown ? m_grown : m_grid;
    const bool isFirst = !isGrown && m_rows.empty(); // Beside it stands a button, and below it what was read.
    const int line = isFirst ? 0 : layout->rowCount();
    Row row;
    auto *name = new PlainLabel(label, Type::body, Tone::muted, QFont::Normal, isGrown ? m_grownRows : this);
    row.label = name;
    row.field = new QLineEdit(isGrown ? m_grownRows : this);
    row.field->setMaxLength(fieldLengthMax);
    row.field->setPlaceholderText(hint);
    row.field->setTextMargins(halfGrid, 0, halfGrid, 0);
    row.field->setAccessibleName(label);
    row.ink = new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, isGrown ? m_grownRows : this);
    layout->addWidget(name, line, 0);
    layout->addWidget(row.field, line, 1);
    if (isFirst)
        row.ink->hide();
    else
        layout->addWidget(row.ink, line, 2);
    connect(row.field, &QLineEdit::textEdited, this, [this, key](const QString &written) {
        m_written[key] = written;
        m_rows.at(key).ink->setText({});
        emit changed();
    });
    m_rows[key] = row;
    return row.field;
}

void NewFleetForm::addHeading(const QString &heading)
{
    auto *label = new PlainLabel(heading, Type::heading, Tone::text, QFont::DemiBold, m_grownRows);
    m_grown->addWidget(label, m_grown->rowCount(), 0, 1, 3);
}

void NewFleetForm::propose(const QString &key, const QString &proposal, bool isMeasured)
{
    const auto row = m_rows.find(key);
    if (row == m_rows.end())
        return;
    const auto written = m_written.find(key);
    row->second.field->setText(written == m_written.end() ? proposal : written->second);
    row->second.field->setCursorPosition(0); // Where it begins says more than where it ends.
    const bool says = written == m_written.end() && !proposal.isEmpty();
    row->second.ink->setText(!says ? QString() : isMeasured ? tr("measured") : tr("assumed"));
}

void NewFleetForm::proposeAddresses(const QStringList &addresses)
{
    propose(u"haproxy"_s, addresses.join(u' '), false);
}

QStringList NewFleetForm::addresses() const
{
    QStringList all;
    for (const QString &word : list(u"haproxy"_s))
        all << asAddress(word);
    return all;
}

void NewFleetForm::setInventory(const QString &address, const InventoryAnswer &answer)
{
    const std::string plain = address.toStdString();
    std::erase_if(m_edges, [&plain](const NewFleet::Edge &edge) { return edge.address == plain; });
    m_edges.push_back({.id = {}, .address = plain, .inventory = answer.inventory});
    if (answer.inventory) {
        const auto level = namesOf(answer.inventory->level)[static_cast<std::size_t>(answer.inventory->level)];
        m_read->setText(tr("%1: HAProxy %2, level %3, backends: %4").arg(address, text(answer.inventory->version), text(std::string(level))).arg(answer.inventory->backends.size()));
    } else {
        m_read->setText(tr("%1 could not be read: %2").arg(address, text(answer.why)));
    }
    QStringList regions;
    for (const std::string &name : proposedRegions(m_edges))
        regions << text(name);
    QStringList services;
    for (const auto &[name, backend] : proposedServices(m_edges))
        services << u"%1=%2"_s.arg(text(name), text(backend));
    propose(u"regions"_s, regions.join(u' '), true);
    propose(u"services"_s, services.join(u' '), true);
    layRows();
}

void NewFleetForm::layRows()
{
    delete m_grownRows;
    std::erase_if(m_rows, [](const auto &pair) { return pair.first.contains(u'.'); });
    m_grownRows = new QWidget(this);
    m_grown = new QGridLayout(m_grownRows);
    m_grown->setContentsMargins(0, grid, 0, 0);
    m_grown->setHorizontalSpacing(grid);
    m_grown->setVerticalSpacing(grid);
    m_grown->setColumnStretch(1, 1);
    m_grown->setColumnMinimumWidth(0, labelWidth);
    const QStringList regions = list(u"regions"_s);
    const std::vector<std::string> names = textsOf(regions);
    if (!regions.isEmpty())
        addHeading(tr("Where they are, for the map"));
    for (const QString &region : regions) {
        const QString key = u"place."_s + region;
        addRow(key, region, tr("latitude longitude, or a city"));
        const auto known = placeFrom(region.toStdString());
        propose(key, known ? u"%1 %2"_s.arg(known->latitude).arg(known->longitude) : QString(), false);
    }
    for (const QString &word : list(u"services"_s)) {
        const QString id = word.section(u'=', 0, 0);
        NewFleet::Service made{.id = id.toStdString(), .backend = word.section(u'=', 1).toStdString()};
        const EdgeInventory::Backend *const backend = backendAt(m_edges, made.backend);
        addHeading(id);
        addRow(u"capacity."_s + id, tr("Requests a second"), tr("in one region; else %1").arg(capacityAssumed));
        for (std::size_t i = 0; i < names.size(); ++i) {
            const QString region = regions[qsizetype(i)];
            std::string server = backend ? proposedServer(*backend, made, names, i) : std::string();
            if (!made.backend.empty()) {
                const QString key = u"server.%1.%2"_s.arg(id, region);
                addRow(key, tr("Server in %1").arg(region), tr("as HAProxy calls it, or nothing"));
                propose(key, text(server), true);
                server = value(key).toStdString();
                if (!server.empty())
                    made.servers[names[i]] = server;
            }
            const QString check = u"check.%1.%2"_s.arg(id, region);
            addRow(check, tr("Check in %1").arg(region), tr("a URL or HOST:PORT, or nothing"));
            propose(check, backend ? text(targetFor(*backend, server)) : QString(), true);
        }
    }
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_grownRows);
    emit changed();
}

QString NewFleetForm::value(const QString &key) const
{
    const auto row = m_rows.find(key);
    return row == m_rows.end() ? QString() : row->second.field->text().trimmed();
}

QStringList NewFleetForm::list(const QString &key) const
{
    QStringList all = wordsIn(value(key));
    all.removeDuplicates();
    return all;
}

NewFleet::Service NewFleetForm::service(const QString &word) const
{
    const QString id = word.section(u'=', 0, 0);
    NewFleet::Service made{.id = id.toStdString(), .backend = word.section(u'=', 1).toStdString()};
    made.capacity = parseNumber(value(u"capacity."_s + id).toStdString()).value_or(0);
    for (const QString &region : list(u"regions"_s)) {
        if (const QString server = value(u"server.%1.%2"_s.arg(id, region)); !server.isEmpty())
            made.servers[region.toStdString()] = server.toStdString();
        if (const QString target = value(u"check.%1.%2"_s.arg(id, region)); !target.isEmpty())
            made.targets[region.toStdString()] = target.toStdString();
    }
    return made;
}

NewFleet NewFleetForm::made() const
{
    NewFleet fleet{.name = value(u"name"_s).toStdString(), .environment = value(u"environment"_s).toStdString()};
    for (const QString &region : list(u"regions"_s)) {
        NewFleet::Region one{.id = region.toStdString()};
        const auto known = placeFrom(one.id);
        if (const auto place = placeFrom(value(u"place."_s + region).toStdString())) {
            one.title = !place->title.empty() ? place->title : known ? known->title : std::string();
            one.latitude = place->latitude;
            one.longitude = place->longitude;
        }
        one.place = m_written.contains(u"place."_s + region) ? Ink::answered : Ink::assumed;
        fleet.regions.push_back(std::move(one));
    }
    for (const QString &word : list(u"services"_s))
        fleet.services.push_back(service(word));
    const QStringList all = addresses();
    for (const QString &address : all) {
        NewFleet::Edge edge{.id = all.size() == 1 ? "edge" : "edge-" + std::to_string(fleet.edges.size() + 1), .address = address.toStdString(), .inventory = {}};
        const auto read = std::ranges::find(m_edges, edge.address, &NewFleet::Edge::address);
        if (read != m_edges.end())
            edge.inventory = read->inventory;
        fleet.edges.push_back(std::move(edge));
    }
    for (const QString &target : list(u"canaries"_s))
        fleet.canaries.push_back(target.toStdString());
    return fleet;
}

QString NewFleetForm::missingPlace() const
{
    for (const QString &region : list(u"regions"_s))
        if (!placeFrom(value(u"place."_s + region).toStdString()))
            return region;
    return {};
}

} // namespace siaga::views

#include "moc_new_fleet_form.cpp"
