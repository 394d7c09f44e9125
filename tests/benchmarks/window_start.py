#!/usr/bin/env python3
"""Starts the product on its sample and prints, parted by tabulators, when its window stands and when it is at rest.

    window_start.py WHICH WORKSPACE      WHICH names the start: first, or again in the workspace of an earlier one
"""

import os
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ERRATA = os.environ.get("ERRATA", os.path.join(
    HERE, "..", "..", "releng/dev.errata.product/target/products/errata/linux/gtk/x86_64/errata"))
GLANCE = 0.02
# At rest is a program that has used less than a tenth of a core for so long.
REST, IDLE = 0.5, 0.1
TICKS = os.sysconf("SC_CLK_TCK")


def processes(group):
    """What /proc tells of each running process of a group, from its state on."""
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8") as file:
                    fields = file.read().rsplit(")", 1)[1].split()
            except (FileNotFoundError, ProcessLookupError):
                continue  # it ended meanwhile
            if int(fields[2]) == group and fields[0] != "Z":
                yield fields


def used(group):
    """Seconds of processor time of all processes of a group so far."""
    return sum(int(fields[11]) + int(fields[12]) for fields in processes(group)) / TICKS


def window():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Errata"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=False).stdout.strip()


def wait_for_window(product):
    while not window():
        if product.poll() is not None:
            sys.exit(f"{ERRATA} ended with {product.returncode} before it had a window")
        time.sleep(GLANCE)


def wait_for_rest(group):
    """The moment from which on the program did nothing."""
    before = used(group)
    while True:
        begin = time.monotonic()
        time.sleep(REST)
        now = used(group)
        if now - before < IDLE * REST:
            return begin
        before = now


def main():
    which, workspace = sys.argv[1:]
    start = time.monotonic()
    with subprocess.Popen([ERRATA, "-data", workspace, "-sample"], start_new_session=True) as product:
        wait_for_window(product)
        shown = time.monotonic()
        rest = wait_for_rest(product.pid)
        os.killpg(product.pid, signal.SIGTERM)
    # at the end of the first run Java keeps the classes; the next start must not share the processor with that
    while window() or any(processes(product.pid)):
        time.sleep(GLANCE)
    for what, when, budget in (("its window", shown, "4000"), ("the sample's matrix, and at rest", rest, "")):
        print(f"start ({which}) to {what}", budget, f"{1000 * (when - start):.0f}", sep="\t")


if __name__ == "__main__":
    main()
