// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/breaker_orders.h"

namespace siaga::resilience {

template class BasicBreaker<std::atomic>;

} // namespace siaga::resilience
