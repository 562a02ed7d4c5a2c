"""Builds the web fonts of rare characters: slices of some 250 ideographs that common phones and offices have no font for.

Run in this folder: python build.py NotoSansSC_400Regular.ttf ../../../server/documents/fonts/rare-han.ttf   (needs fonttools and brotli)
Both fonts are under the SIL Open Font License (OFL.txt beside rare-han.ttf); the slices keep its notice and bear no name of their own.
"""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.ttLib import TTFont

SLICE = 250
# Extension A, the compatibility ideographs and everything beyond the basic plane; what is common, every machine has.
rare = lambda c: 0x3400 <= c < 0x4DC0 or 0xF900 <= c < 0xFB00 or 0x20000 <= c < 0x33480
here = Path(__file__).parent
for old in here.glob('*.woff2'):
    old.unlink()
taken, rules = set(), []
for source, label in zip(sys.argv[1:3], 'ab'):
    codes = sorted(c for c in TTFont(source).getBestCmap() if rare(c) and c not in taken)
    taken.update(codes)
    for at in range(0, len(codes), SLICE):
        part = codes[at:at + SLICE]
        options = subset.Options(flavor='woff2', layout_features=[], hinting=False, name_IDs=[0, 13, 14], notdef_outline=True, desubroutinize=True)
        font = TTFont(source)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=part)
        cutter.subset(font)
        font.flavor = 'woff2'
        name = f'{label}{at // SLICE:02d}.woff2'
        font.save(here / name)
        # Runs of neighbours as ranges; a slice that named strangers would be fetched in vain.
        runs = []
        for c in part:
            if runs and c == runs[-1][1] + 1: runs[-1][1] = c
            else: runs.append([c, c])
        named = ','.join(f'U+{a:X}' if a == b else f'U+{a:X}-{b:X}' for a, b in runs)
        rules.append(f"@font-face{{font-family:'Fatong Rare Han';src:url('./{name}') format('woff2');font-display:block;unicode-range:{named}}}")
head = '/* Written by build.py. A browser fetches a slice only when a page shows one of its characters and no font of the machine has it. */\n'
(here / 'rare-han.css').write_text(head + '\n'.join(rules) + '\n')
print(len(taken), 'characters in', len(rules), 'slices')
