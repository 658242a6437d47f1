// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/palette.h"

#include "views/widgets/choice_list.h"

#include <QHash>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr std::size_t hitsMax = 60; // Nobody reads on; more letters are quicker.

ChoiceRow rowOf(const Finding &finding, const std::vector<int> &lit)
{
    return {.text = finding.text,
        .lit = lit,
        .detail = finding.detail,
        .mark = finding.mark,
        .icon = iconOf(finding.kind),
        .state = finding.state,
        .keys = finding.keys,
        .kind = word(finding.kind),
        .whyNot = finding.whyNot};
}

} // namespace

Palette::Palette(QWidget *window)
    : ChoicePopover(window)
{
    setAccessibleName(tr("Search"));
    setHint(tr("Go to a region, service, alert, plan, breaker or page, or run a command"));
    setFoot(tr("r: region   s: service   a: alert   p: plan   b: breaker   > command   ? help"));
}

void Palette::setRecents(const QStringList &recents)
{
    m_recents = recents.first(std::min<qsizetype>(recents.size(), recentsMax));
}

void Palette::openWith(std::vector<Finding> findings)
{
    m_findings = std::move(findings);
    open();
}

void Palette::renew(std::vector<Finding> findings)
{
    const bool isLarger = findings.size() != m_findings.size();
    m_findings = std::move(findings);
    if (m_helps)
        return;
    QHash<QString, const Finding *> named;
    named.reserve(static_cast<qsizetype>(m_findings.size()));
    for (const Finding &finding : m_findings)
        named.insert(finding.name, &finding);
    std::vector<ChoiceRow> rows = list()->rows();
    if (rows.empty() && isLarger)
        return typed(m_text); // There was nothing that could jump.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_shown[i].isEmpty())
            continue;
        if (const Finding *finding = named.value(m_shown[i]))
            rows[i] = rowOf(*finding, rows[i].lit);
        else
            rows[i].whyNot = tr("it is gone");
    }
    list()->updateRows(std::move(rows));
}

void Palette::add(const QString &heading, const std::vector<Hit> &hits, std::vector<ChoiceRow> &rows)
{
    if (hits.empty())
        return;
    if (!heading.isEmpty()) {
        rows.push_back({.text = heading, .isHeading = true});
        m_shown.emplace_back();
    }
    for (const Hit &hit : hits) {
        rows.push_back(rowOf(m_findings[hit.finding], hit.lit));
        m_shown.push_back(m_findings[hit.finding].name);
    }
}

void Palette::typed(const QString &text)
{
    m_text = text;
    const Query query = queryOf(text);
    m_helps = query.asksForHelp;
    m_shown.clear();
    if (m_helps)
        return showHelp();
    std::vector<ChoiceRow> rows;
    std::vector<Hit> hits = search(m_findings, query, hitsMax);
    if (!query.only && query.typed.isEmpty()) {
        const std::vector<Hit> recent = recentOf(m_findings, m_recents);
        std::erase_if(hits, [&recent](const Hit &hit) {
            return std::ranges::find(recent, hit.finding, &Hit::finding) != recent.end();
        });
        add(tr("Recent"), recent, rows);
        add(recent.empty() ? QString() : tr("Here now"), hits, rows);
    } else {
        add({}, hits, rows);
    }
    setNothing(query.typed.isEmpty() ? tr("There is none at the moment") : tr("Nothing here is called “%1”").arg(query.typed),
        query.only ? tr("Only kind searched: %1. Without the prefix everything is searched.").arg(word(*query.only))
                   : tr("Letters may be left out, but keep their order: “luse” finds lab-us-east-1. ? shows the prefixes."));
    list()->setRows(std::move(rows));
    fit();
}

void Palette::showHelp()
{
    std::vector<ChoiceRow> rows;
    for (const Prefix &prefix : prefixes()) {
        rows.push_back({.text = QString::fromLatin1(prefix.typed),
            .detail = tr("only this kind: %1").arg(word(prefix.kind)),
            .icon = iconOf(prefix.kind)});
        m_shown.push_back(QString::fromLatin1(prefix.typed));
    }
    list()->setRows(std::move(rows));
    fit();
}

void Palette::chosen(int row)
{
    const QString name = m_shown.at(static_cast<std::size_t>(row));
    if (m_helps) {
        line()->setText(name + (name == u">" ? u" "_s : QString()));
        return;
    }
    const auto found = std::ranges::find(m_findings, name, &Finding::name);
    if (found == m_findings.end())
        return;
    const Finding finding = *found;
    remember(name);
    close();
    if (finding.kind == Finding::Kind::command || finding.kind == Finding::Kind::page)
        emit commandChosen(finding.command);
    else
        emit placeChosen(finding.place);
}

void Palette::remember(const QString &name)
{
    m_recents.removeAll(name);
    m_recents.prepend(name);
    setRecents(m_recents);
    emit recentsChanged(m_recents);
}

} // namespace siaga::views

#include "moc_palette.cpp"
