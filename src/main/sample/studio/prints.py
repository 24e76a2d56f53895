"""Leaflets, posters and training sheets: a page of HTML in the portal's colours, printed to PDF with its fonts inside; beside it a
picture of its first page and its words, for whoever does not download it."""
import html
import json
import re
import shutil

from . import pictures, scenes
from .figures import woven
from .palettes import PALETTES
from .tools import SAMPLE, browser, cached

PAGE = {"leaflet": ("A4", 210, 297), "training": ("A4", 210, 297), "poster": ("A3", 297, 420)}

STYLE = """
@page { size: %(paper)s; margin: 0 }
* { box-sizing: border-box }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { margin: 0; font: 11.5pt/1.5 "Noto Sans", sans-serif; color: #1c1e33; background: #fbf7ee }
.sheet { width: %(width)smm; min-height: %(height)smm; display: flex; flex-direction: column; position: relative }
.art svg { display: block; width: 100%%; height: auto }
.band svg { display: block; width: 100%%; height: auto }
header { background: %(ink)s; color: #fff; padding: 9mm 14mm 8mm }
h1 { font-size: 29pt; line-height: 1.2; margin: 0 0 2mm; letter-spacing: -.01em }
header p { margin: 0; font-size: 14pt; color: #ffe6b0 }
main { padding: 7mm 14mm; display: grid; gap: 6mm 8mm; align-content: start; flex: 1 }
.leaflet main { grid-template-columns: 1fr 1fr; font-size: 14pt }
.leaflet .wide { grid-column: 1 / -1 }
.training { height: %(height)smm; break-after: page }
.training main { display: block; font-size: 12.4pt; columns: 2; column-gap: 9mm; padding-top: 9mm }
.training header { padding: 8mm 14mm 7mm }
.training h1 { font-size: 25pt }
.training section { break-inside: avoid; margin: 0 0 5.5mm }
h2 { font-size: 1.22em; margin: 0 0 1.5mm; color: #b0202a; line-height: 1.3 }
p { margin: 0 0 1mm }
ol, ul { margin: 0; padding: 0; list-style: none }
li { position: relative; padding-left: 9mm; margin-bottom: 1.6mm }
ol { counter-reset: step }
ol li::before { counter-increment: step; content: counter(step); position: absolute; left: 0; top: .1em; width: 6.2mm; height: 6.2mm; border-radius: 50%%; background: #e39a17; color: #171f4f; font-weight: 700; text-align: center; line-height: 6.2mm; font-size: .86em }
ul li::before { content: ""; position: absolute; left: 1.4mm; top: .5em; width: 3mm; height: 3mm; background: #b0202a; transform: rotate(45deg) }
ul.check li::before { background: none; border: .5mm solid #27337a; transform: none; width: 3.8mm; height: 3.8mm; top: .3em; left: .6mm }
.box { background: #fff; border-left: 2mm solid #e39a17; border-radius: 0 3mm 3mm 0; padding: 3.5mm 5mm }
table { border-collapse: collapse; width: 100%% }
th { text-align: left; background: #27337a; color: #fff; padding: 1.6mm 2.4mm; font-size: .95em }
td { padding: 1.6mm 2.4mm; border-bottom: .3mm solid #e3d9c4; vertical-align: top }
td:first-child { font-weight: 700 }
.training td:first-child { font-weight: 400; width: 44%% }
.training .rest { flex: none }
.notes { flex: 1; margin: 4mm 14mm 8mm; background: repeating-linear-gradient(#0000 0 9.7mm, #d9cdb4 9.7mm 10mm) 0 8mm no-repeat }
footer { background: #171f4f; color: #e9e6da; padding: 4mm 14mm 5mm; font-size: 9.5pt }
.poster { background: %(ink)s }
.poster .words { flex: 1; display: flex; flex-direction: column; justify-content: center; padding: 14mm 18mm; text-align: center; color: #fff }
.poster h1 { font-size: 84pt; line-height: 1.16; margin: 0 0 9mm }
.poster .words p { font-size: 31pt; line-height: 1.4; color: #ffe6b0 }
.poster footer { text-align: center; font-size: 14pt; padding: 7mm }
"""


def text(value):
    return html.escape(value, quote=False)


def block(item):
    kind = item["kind"]
    title = f"<h2>{text(item['title'])}</h2>" if item.get("title") else ""
    if kind in ("steps", "list", "check"):
        tag = "ol" if kind == "steps" else "ul"
        rows = "".join(f"<li>{text(entry)}</li>" for entry in item["items"])
        return f'<section>{title}<{tag} class="{kind}">{rows}</{tag}></section>'
    if kind == "table":
        head, *rows = item["rows"]
        cells = "".join("<tr>" + "".join(f"<td>{text(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        return f'<section class="wide">{title}<table><thead><tr>{"".join(f"<th>{text(cell)}</th>" for cell in head)}</tr></thead><tbody>{cells}</tbody></table></section>'
    return f'<section class="{"box" if kind == "box" else "wide"}">{title}<p>{text(item["text"])}</p></section>'


def agency(code):
    entries = json.loads((SAMPLE / "taxonomy" / "agencies.json").read_text(encoding="utf-8"))
    return next(entry["label"]["vi"] for entry in entries if entry["code"] == code)


def page(job):
    sheet = job.script["sheet"]
    name, palette = job.script["picture"][:2]
    paper, width, height = PAGE[sheet["form"]]
    view = {"leaflet": (60, 92, 680, 300), "training": (60, 200, 680, 190), "poster": (80, 20, 640, 400)}[sheet["form"]]
    art = scenes.svg(scenes.drawing(name, palette, band=False), view, (view[2], view[3]))
    band = scenes.svg(woven(0, 640, 1.0), (0, 0, 640, 14), (640, 14))
    style = STYLE % {"paper": paper, "width": width, "height": height, "ink": PALETTES[palette].ink}
    foot = f"<footer>{text(agency(job.product['agency']))} · {job.product['year']} · Nội dung mẫu, dùng để giới thiệu cổng thông tin</footer>"
    if sheet["form"] == "poster":
        body = f'<div class="art">{art}</div><div class="band">{band}</div><div class="words"><h1>{text(sheet["heading"])}</h1><p>{text(sheet["lead"])}</p></div><div class="band">{band}</div>{foot}'
    else:
        half = len(sheet["blocks"]) if sheet["form"] == "leaflet" else len(sheet["blocks"]) // 2
        first, second = ("".join(block(item) for item in part) for part in (sheet["blocks"][:half], sheet["blocks"][half:]))
        body = (f'<div class="art">{art}</div><div class="band">{band}</div><header><h1>{text(sheet["heading"])}</h1><p>{text(sheet["lead"])}</p></header>'
                f"<main>{first}</main>{foot}")
        if second:
            body += f'</div><div class="sheet {sheet["form"]}"><div class="band">{band}</div><main class="rest">{second}</main><div class="notes"><h2>Ghi chép</h2></div>{foot}'
    return (f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{text(job.product["title"]["vi"])}</title><style>{style}</style></head>'
            f'<body><div class="sheet {sheet["form"]}">{body}</div></body></html>')


def printed(source):
    def make(path):
        markup = path.with_suffix(".html")
        markup.write_text(source, encoding="utf-8")
        browser("--no-pdf-header-footer", "--export-tagged-pdf", f"--print-to-pdf={path}", markup.as_uri())
        markup.unlink()
        # The day of printing is the only thing that would differ the next time.
        path.write_bytes(re.sub(rb"\(D:\d{14}", b"(D:20250101000000", path.read_bytes()))

    return cached(("pdf", 3, source), ".pdf", make)


def shot(source, width, height):
    """The first page as a picture, for those who only want to look."""

    def make(path):
        markup = path.with_suffix(".html")
        markup.write_text(source, encoding="utf-8")
        browser(f"--window-size={width},{height}", f"--screenshot={path}", markup.as_uri())
        markup.unlink()

    return cached(("shot", 1, source, width, height), ".png", make)


def words(sheet):
    """What stands on the paper, in the marks that a body may have."""
    out = [f"<p><strong>{text(sheet['heading'])}</strong></p>", f"<p>{text(sheet['lead'])}</p>"]
    for item in sheet["blocks"]:
        if item.get("title"):
            out.append(f"<h3>{text(item['title'])}</h3>")
        if item["kind"] in ("steps", "list", "check"):
            tag = "ol" if item["kind"] == "steps" else "ul"
            out.append(f"<{tag}>" + "".join(f"<li>{text(entry)}</li>" for entry in item["items"]) + f"</{tag}>")
        elif item["kind"] == "table":
            head, *rows = item["rows"]
            cells = ("".join(f"<li><strong>{text(first)}</strong>: {text(second)}</li>" for first, second in rows))
            out.append(f"<p>{text(head[0])} – {text(head[1])}:</p><ul>{cells}</ul>")
        else:
            out.append(f"<p>{text(item['text'])}</p>")
    return "\n".join(out)


def tracks(job):
    source = page(job)
    paper, width, height = PAGE[job.script["sheet"]["form"]]
    pdf = job.path(f"{job.slug}.pdf")
    shutil.copyfile(printed(source), pdf)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
    job.track("document", "vi", "original", [job.file(pdf.name, "original", "application/pdf")], label=f"PDF, {pages} trang khổ {paper}")
    # As a browser measures paper, 96 dots to the inch.
    png = shot(source, round(width / 25.4 * 96), round(height / 25.4 * 96))
    files = []
    for kind, suffix, encode, quality in (("image/avif", "avif", pictures.avif, 36), ("image/jpeg", "jpg", pictures.jpeg, 9)):
        target = job.path(f"trang-1-640.{suffix}")
        encode(png, target, 640, 904, quality)
        files.append(job.file(target.name, "page-640", kind, width=640, height=904))
    job.track("image", "vi", "original", files, label="Trang 1")
    job.product["body"] = {"vi": words(job.script["sheet"])}
