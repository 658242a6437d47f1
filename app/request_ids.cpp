// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/request_ids.h"

#include <QRandomGenerator>

namespace siaga {

RequestId newRequestId()
{
    return RequestId(QRandomGenerator::global()->generate64() | 1);
}

} // namespace siaga
