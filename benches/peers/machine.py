"""What a figure was measured on."""

import os
import platform
import subprocess
import sys
from datetime import date

import govplan

import node


def facts() -> dict[str, str]:
    return {
        "date": date.today().isoformat(),
        "processor": f"{processor()}, {os.cpu_count()} cores",
        "memory": memory(),
        "system": f"{system()}, {platform.release()}, {platform.machine()}",
        "load before": load(),
        "govplan": govplan.__version__,
        "rustc": said("rustc", "--version").removeprefix("rustc "),
        "Python": platform.python_version(),
        "Node": said("node", "--version").removeprefix("v") if node.is_there() else "not installed",
    }


def processor() -> str:
    return entry("/proc/cpuinfo", "model name", ":") or platform.processor() or "unknown"


def memory() -> str:
    kilobytes = entry("/proc/meminfo", "MemTotal", ":").removesuffix(" kB")
    return f"{int(kilobytes) / 2**20:.0f} GiB" if kilobytes else "unknown"


def system() -> str:
    return entry("/etc/os-release", "PRETTY_NAME", "=").strip('"') or platform.system()


def load() -> str:
    """Processes that were running or waiting, as the system counts them over a minute: a quiet machine has less than one."""
    return f"{os.getloadavg()[0]:.1f}" if sys.platform != "win32" else "unknown"


def entry(file: str, key: str, mark: str) -> str:
    """A value of one of the system's lists; nothing where there is no such list."""
    try:
        with open(file, encoding="utf-8") as lines:
            entries = (line.partition(mark) for line in lines)
            return next((value.strip() for name, _, value in entries if name.strip() == key), "")
    except OSError:
        return ""


def said(*command: str) -> str:
    try:
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "not found"
