"""Builds rare-han.ttf: the ideographs that Noto Sans SC lacks and Source Han Sans SC has, plus the boxes U+2610 and U+2611.

Run: python build-rare-han.py SourceHanSansSC-Regular.otf NotoSansSC_400Regular.ttf rare-han.ttf   (needs fonttools)
The outlines stay under the SIL Open Font License (OFL.txt); the font is renamed because "Source" is a reserved name.
"""
import sys
from fontTools.ttLib import TTFont
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.cu2quPen import Cu2QuPen

source, body, out = sys.argv[1:4]
have = set(TTFont(body).getBestCmap())
want = sorted(c for c in TTFont(source).getBestCmap() if c not in have and (0x3400 <= c < 0xA000 or 0xF900 <= c < 0xFB00 or 0x20000 <= c < 0x33480))
src = TTFont(source)
glyphs, cmap, upm = src.getGlyphSet(), src.getBestCmap(), src['head'].unitsPerEm
drawn, metrics, mapping, order = {}, {}, {}, ['.notdef']
pen = TTGlyphPen(None); drawn['.notdef'] = pen.glyph(); metrics['.notdef'] = (upm, 0)

def add(code, draw, width):
    name = f'u{code:05X}'
    pen = TTGlyphPen(None); draw(pen)
    drawn[name] = pen.glyph(); metrics[name] = (width, 0); mapping[code] = name; order.append(name)

def box(pen, x0, y0, x1, y1, inward):
    points = [(x0, y0), (x0, y1), (x1, y1), (x1, y0)]
    if inward: points.reverse()
    pen.moveTo(points[0]); [pen.lineTo(p) for p in points[1:]]; pen.closePath()

def empty(pen):
    box(pen, 90, -30, 910, 790, False); box(pen, 150, 30, 850, 730, True)

def ticked(pen):
    empty(pen)
    pts = [(230, 420), (300, 480), (430, 300), (720, 660), (790, 600), (435, 170)]
    pen.moveTo(pts[0]); [pen.lineTo(p) for p in pts[1:]]; pen.closePath()

add(0x2610, empty, upm); add(0x2611, ticked, upm)
for code in want:
    g = glyphs[cmap[code]]
    add(code, lambda pen: g.draw(Cu2QuPen(pen, max_err=1.5, reverse_direction=True)), g.width)

fb = FontBuilder(upm, isTTF=True)
fb.setupGlyphOrder(order); fb.setupCharacterMap(mapping); fb.setupGlyf(drawn); fb.setupHorizontalMetrics(metrics)
h = src['hhea']; fb.setupHorizontalHeader(ascent=h.ascent, descent=h.descent)
fb.setupNameTable({'familyName': 'Fatong Rare Han', 'styleName': 'Regular', 'psName': 'FatongRareHan-Regular', 'uniqueFontIdentifier': 'FatongRareHan-1.0',
  'copyright': 'Ideographs (c) 2014-2021 Adobe, outlines modified; ballot boxes (c) the authors of Fatong.',
  'licenseDescription': 'This Font Software is licensed under the SIL Open Font License, Version 1.1.', 'licenseInfoURL': 'https://openfontlicense.org'})
fb.setupOS2(sTypoAscender=h.ascent, sTypoDescender=h.descent, usWinAscent=h.ascent, usWinDescent=-h.descent); fb.setupPost(keepGlyphNames=False)
fb.save(out)
print(len(want), 'ideographs')
