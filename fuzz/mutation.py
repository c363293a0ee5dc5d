"""Damage that knows formats.

An archive is damaged inside one of its parts and packed anew, so that its checksums hold; a PDF inside one of its streams. Markup is
damaged by elements and the text between them, all else by cells, lines and words.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

#: Damages bytes without knowing what they are: what to damage, and the most bytes of the result.
Damage = Callable[[bytes, int], bytes]

#: Words that interpretation goes by.
WORDS = (
    "工作任务 具体要求 责任单位 牵头单位 配合单位 完成时限 备注 一、 （一） 1. ① 附件 ： 。 ； | # （ ） 〔2020〕 46号 办公室 "
    "各科室 、 等 牵头 负责 配合 同上 2020年9月底前 年底前 13月底前 每季度 自印发之日起20个工作日内 《 》 根据 局 关于印发 的通知 "
    "2020年8月27日 以下简称 列第一位的为牵头单位 ** \t \n \u3000 \u202e 0 -1 99999999999"
).split(" ")

#: Bytes that an archive may unpack to and still be damaged part by part.
UNPACKED = 4 << 20

MARKUP = re.compile(rb"<[^<>]*>|[^<]+|<")
TEXT = re.compile(rb"[^\t\n|,\"]+|[\t\n|,\"]")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def mutated(data: bytes, most: int, number: int, damage: Damage) -> bytes:
    """A mutant of some bytes, at most so long; the same for the same number and damage."""
    random = Random(number)
    if random.random() < 0.9:
        for within in (archive, pdf):
            mutant = within(data, most, random, damage)
            if mutant is not None:
                return mutant
    return pieces(data, most, random, damage)[:most]


def archive(data: bytes, most: int, random: Random, damage: Damage) -> bytes | None:
    """An archive with one part damaged, emptied, removed or put in the place of another; nothing of what is none."""
    parts = unpacked(data)
    if not parts:
        return None
    name = random.choice(list(parts))
    match random.randrange(20):
        case 0:
            del parts[name]
        case 1:
            parts[name] = b""
        case 2:
            parts[name] = parts[random.choice(list(parts))]
        case _:
            parts[name] = pieces(parts[name], UNPACKED, random, damage)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as writer:
        for name, content in parts.items():
            writer.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue() if packed.tell() <= most else None


def unpacked(data: bytes) -> dict[str, bytes] | None:
    """The parts of an archive by their names; nothing of what is none, or unpacks to too much."""
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as reader:
            if sum(part.file_size for part in reader.infolist()) > UNPACKED:
                return None
            return {part.filename: reader.read(part) for part in reader.infolist()}
    # A damaged archive fails in many ways, each of them as good as any other.
    except Exception:  # noqa: BLE001
        return None


def pdf(data: bytes, most: int, random: Random, damage: Damage) -> bytes | None:
    """A PDF with one stream damaged, its length put right; nothing of what is none."""
    streams = list(STREAM.finditer(data)) if data.startswith(b"%PDF") else []
    if not streams:
        return None
    stream = random.choice(streams)
    try:
        inflated = zlib.decompressobj().decompress(stream[1], UNPACKED)
    except zlib.error:
        return None
    content = zlib.compress(pieces(inflated, UNPACKED, random, damage), 1)
    head, tail = data[: stream.start(1)], data[stream.end(1) :]
    at = head.rfind(b"/Length ", max(0, len(head) - 400))
    if at >= 0:
        head = head[:at] + re.sub(rb"^/Length \d+", b"/Length %d" % len(content), head[at:])
    mutant = head + content + tail
    return mutant if len(mutant) <= most else None


def pieces(content: bytes, most: int, random: Random, damage: Damage) -> bytes:
    """Content with some of its pieces removed, repeated, moved or said otherwise, or damaged without regard to them."""
    if not content or random.random() < 0.4:
        return damage(content, most)
    is_markup = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    all_pieces = (MARKUP if is_markup else TEXT).findall(content)
    for _ in range(1 + random.randrange(4)):
        if not all_pieces:
            break
        start = random.randrange(len(all_pieces))
        end = min(len(all_pieces), start + 1 + int(random.expovariate(0.2)))
        match random.randrange(5):
            case 0:
                del all_pieces[start:end]
            case 1:
                all_pieces[end:end] = all_pieces[start:end] * (1 + random.randrange(3))
            case 2:
                moved = all_pieces[start:end]
                del all_pieces[start:end]
                to = random.randrange(len(all_pieces) + 1)
                all_pieces[to:to] = moved
            case _:
                texts = [at for at in range(start, len(all_pieces)) if not all_pieces[at].startswith(b"<")][:8]
                if texts:
                    words = "".join(random.choices(WORDS, k=1 + random.randrange(4))).encode()
                    all_pieces[random.choice(texts)] = words
    return b"".join(all_pieces)[:most]
