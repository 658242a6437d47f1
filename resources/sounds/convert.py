#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the three tones of the console: warning.wav, critical.wav and emergency.wav, beside this script.

They differ in more than pitch, so that a cheap loudspeaker and an ear that hears little above 4 kHz tell them apart:
one low tone; two rising ones; five fast ones that jump. Each begins and ends softly (no click) and stays below 1.5 kHz.
Run it again after a change; the same script gives the same bytes.
"""

import math
import struct
import wave
from pathlib import Path

RATE = 22_050  # Samples a second; enough for tones below 4 kHz.
RAMP = 0.012   # Seconds in which a tone swells and fades.

# Tones as (frequency in Hz, seconds, seconds of silence after it), and the loudness from 0 to 1.
SOUNDS = {
    "warning": (0.35, [(440, 0.28, 0.0)]),
    "critical": (0.55, [(587, 0.18, 0.06), (784, 0.26, 0.0)]),
    "emergency": (0.8, [(880, 0.11, 0.05), (1175, 0.11, 0.05), (880, 0.11, 0.05), (1175, 0.11, 0.05), (1175, 0.22, 0.0)]),
}


def tone(frequency, seconds, loudness):
    """One tone with a soft third harmonic, so that it carries through a small loudspeaker."""
    count = int(seconds * RATE)
    for i in range(count):
        at = i / RATE
        swell = min(1.0, at / RAMP, (seconds - at) / RAMP)
        wave_ = math.sin(2 * math.pi * frequency * at) + 0.25 * math.sin(6 * math.pi * frequency * at)
        yield int(32_767 * 0.8 * loudness * max(0.0, swell) * wave_)


def main():
    for name, (loudness, parts) in SOUNDS.items():
        samples = []
        for frequency, seconds, silence in parts:
            samples.extend(tone(frequency, seconds, loudness))
            samples.extend([0] * int(silence * RATE))
        with wave.open(str(Path(__file__).parent / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
