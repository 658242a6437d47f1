// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/resilience/primitives/stepping.h"

namespace siaga::resilience {

bool Interleavings::explore(const Body &prepare, const std::array<Body, 2> &bodies, const Body &check, std::uint64_t places,
                            std::size_t runsMax)
{
    m_stepped = places;
    m_path.clear();
    m_seen.clear();
    m_runs = m_finished = 0;
    for (auto &stack : m_stacks)
        if (!stack)
            stack = std::make_unique<char[]>(stackBytes);
    do {
        if (m_runs == runsMax)
            return false;
        ++m_runs;
        s_places = 0;
        m_memory = 0;
        m_histories = {};
        s_current = this;
        m_running = -1;
        prepare();
        runOnce(bodies);
        m_running = -1;
        s_current = nullptr;
        if (!m_abandoned) {
            ++m_finished;
            check();
        }
    } while (backtrack());
    return true;
}

void Interleavings::enter(int thread)
{
    Interleavings *const self = s_current;
    saw(0); // To have begun is another state than not to have begun.
    (*self->m_bodies)[std::size_t(thread)]();
    self->m_done[std::size_t(thread)] = true;
    self->next(thread);
}

void Interleavings::runOnce(const std::array<Body, 2> &bodies)
{
    m_bodies = &bodies;
    m_done = {};
    m_abandoned = false;
    m_depth = 0;
    for (int thread = 0; thread < 2; ++thread) {
        ucontext_t &context = m_contexts[std::size_t(thread)];
        getcontext(&context);
        context.uc_stack.ss_sp = m_stacks[std::size_t(thread)].get();
        context.uc_stack.ss_size = stackBytes;
        context.uc_link = &m_main;
        makecontext(&context, reinterpret_cast<void (*)()>(reinterpret_cast<void *>(&enter)), 1, thread);
    }
    const int first = choose();
    if (first < 0)
        return;
    m_running = first;
    swapcontext(&m_main, &m_contexts[std::size_t(first)]);
}

// Which thread goes on; -1 when none can or need.
int Interleavings::choose()
{
    if (m_done[0] || m_done[1])
        return m_done[0] ? (m_done[1] ? -1 : 1) : 0;
    if (m_depth == m_path.size()) {
        const std::uint64_t key = mixed(m_memory + mixed(m_histories[0] + mixed(m_histories[1] + 1)));
        if (!m_seen.insert(key).second) {
            m_abandoned = true;
            return -1;
        }
        m_path.push_back(0);
    }
    return m_path[m_depth++];
}

void Interleavings::next(int from)
{
    const int to = choose();
    m_running = to;
    if (to == from)
        return;
    ucontext_t &target = to < 0 ? m_main : m_contexts[std::size_t(to)];
    if (m_done[std::size_t(from)] || to < 0)
        setcontext(&target);
    else
        swapcontext(&m_contexts[std::size_t(from)], &target);
}

bool Interleavings::backtrack()
{
    while (!m_path.empty() && m_path.back() == 1)
        m_path.pop_back();
    if (m_path.empty())
        return false;
    m_path.back() = 1;
    return true;
}

} // namespace siaga::resilience
