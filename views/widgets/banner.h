// SPDX-License-Identifier: GPL-3.0-or-later
// What must stay in sight until it is over: "the journal cannot be written", "balancer-eu is spoken to in the clear".
//
// Like the tags an electrician hangs on a switch. The catch: a banner has no close button; it goes when its cause goes.
#pragma once

#include "views/theme/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace siaga::views {

struct BannerFace
{
    QString key;    ///< Names the banner to its owner and in actionTriggered.
    Status status = Status::warning;
    QString text;
    QString action; ///< Word of its one button; empty: none.
    bool operator==(const BannerFace &) const = default;
};

/// All banners, one below the other in the order given; takes no room while there is none.
class BannerStack : public QWidget
{
    Q_OBJECT

public:
    explicit BannerStack(QWidget *parent = nullptr);

    /// The whole truth at once. A banner that is new is announced to screen readers.
    void setBanners(const std::vector<BannerFace> &banners);

signals:
    void actionTriggered(const QString &key);

private:
    QWidget *made(const BannerFace &face);

    QVBoxLayout *m_column;
    std::vector<BannerFace> m_shown;
};

} // namespace siaga::views
