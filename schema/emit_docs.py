# SPDX-License-Identifier: Apache-2.0
"""Write the reference pages: types, enumerations, and a page for each rule, in Vietnamese and English."""

FOLDER = "docs/reference"
NOTICE = "<!-- Generated from schema/ by schema/generate.py; do not edit. -->"
SEVERITIES = {"error": "lỗi / error", "warning": "cảnh báo / warning", "info": "lưu ý / note"}
FORMS = {"attribute": "`@`", "element": "`<>`", "content": "`text`"}


def words(text):
    """Text for people: nothing in it is markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def cell(text):
    return words(text).replace("|", "\\|").replace("\n", " ")


def code(text):
    escaped = str(text).replace("|", "\\|")
    return f"`{escaped}`"


def both(item):
    return f"{cell(item['vi'])}<br>{cell(item['en'])}"


def row(*cells):
    return "| " + " | ".join(cells) + " |"


def table(head, rows):
    return "\n".join([row(*head), row(*["---"] * len(head)), *rows])


def page(*parts):
    return "\n\n".join([NOTICE, *(part for part in parts if part)]) + "\n"


def clauses(item):
    return ", ".join(item.get("clauses", []))


# Model

MODEL_HEAD = """# Mô hình dữ liệu · The model

Mỗi mục là một kiểu phần tử. Cột *Dạng*: `@` thuộc tính, `<>` phần tử con, `text` nội dung của chính phần tử.
Điều khoản là số điều khoản của ISO 9001:2015 mà kiểu hoặc trường đáp ứng.

One section for each type. *Form*: `@` an attribute, `<>` a child element, `text` the element's own content.
Clauses are clause numbers of ISO 9001:2015 that the type or field answers to."""


FIELD_HEAD = ("API", "XML", "Kiểu · Kind", "Dạng · Form", "Bắt buộc · Required", "Mô tả · Description",
              "Điều khoản · Clauses")


def kind_of(field):
    """The kind, with a link to what it holds or points to."""
    text = field["kind"]
    if field["kind"] in ("node", "ref"):
        text = f"{text} [{field['target']}](#{field['target']})"
    elif field["kind"] == "enum":
        text = f"[{field['target']}](enums.md#{field['target']})"
    return f"{text}, list" if field["list"] else text


def limits_of(field):
    """Pattern, range and example, for the description."""
    parts = [f"{key}: {code(field[key])}" for key in ("pattern", "min", "max", "example") if key in field]
    return f"<br>{', '.join(parts)}" if parts else ""


def field_row(field):
    return row(code(field["name"]), code(field["xml"]), kind_of(field), FORMS[field["form"]],
               "×" if field["required"] else "", both(field) + limits_of(field), clauses(field))


def type_section(item):
    names = f"XML: {code(item['xml'])}" + (" (phần tử gốc · root)" if item.get("root") else "")
    answers = f"Điều khoản · Clauses: {clauses(item)}" if clauses(item) else ""
    fields = table(FIELD_HEAD, map(field_row, item["fields"]))
    parts = (f"## {item['name']}", names, words(item["vi"]), words(item["en"]), answers, fields)
    return "\n\n".join(part for part in parts if part)


def model_page(model):
    contents = "\n".join(f"- [{t['name']}](#{t['name']}) {code(t['xml'])}: {words(t['vi'])}" for t in model.types)
    return page(MODEL_HEAD, contents, *map(type_section, model.types))


# Enumerations

ENUMS_HEAD = """# Danh mục giá trị · Enumerations

Giá trị ghi trong tệp là cột XML; tên API dùng trong mã nguồn (`QMS_<DANH_MỤC>_<GIÁ_TRỊ>`).

Files hold the XML value; the API name makes the constant in code (`QMS_<ENUM>_<VALUE>`)."""


def enum_section(item):
    rows = [row(str(value["id"]), code(value["name"]), code(value["xml"]), both(value)) for value in item["values"]]
    values = table(("Id", "API", "XML", "Nghĩa · Meaning"), rows)
    return "\n\n".join([f"## {item['name']}", words(item["vi"]), words(item["en"]), values])


def enums_page(model):
    return page(ENUMS_HEAD, *map(enum_section, model.enums))


# Rules

RULES_HEAD = """# Quy tắc kiểm tra · Rules

Mỗi quy tắc có một trang; `qms explain MÃ` in cùng nội dung đó.

Each rule has a page; `qms explain ID` prints the same."""

MESSAGES_HEAD = """## Thông báo khác · Other messages

Lỗi vào ra và lỗi gọi hàm; không phải quy tắc về nội dung tệp.

Errors of input, output and arguments; they are no rules about a file's content."""


def rule_row(rule):
    return row(f"[{rule['id']}](rules/{rule['id']}.md)", SEVERITIES[rule["severity"]], both(rule["title"]),
               cell("; ".join(rule.get("cites", []))))


def rules_page(model):
    head = ("Mã · Id", "Mức độ · Severity", "Tiêu đề · Title", "Căn cứ · Sources")
    parts = []
    for category in sorted({rule["category"] for rule in model.rules}):
        rules = [rule for rule in model.rules if rule["category"] == category]
        parts.append(f"## {category}\n\n{table(head, map(rule_row, rules))}")
    messages = [row(message["id"], both(message)) for message in model.messages]
    return page(RULES_HEAD, *parts, MESSAGES_HEAD, table(("Mã · Id", "Thông báo · Message"), messages))


RULE_PARTS = (("message", "Thông báo", "Message"), ("why", "Vì sao", "Why"),
              ("remedy", "Cách khắc phục", "How to mend it"))


def rule_section(rule, key, vi, en):
    return f"## {vi} · {en}\n\n{words(rule[key]['vi'])}\n\n{words(rule[key]['en'])}"


def rule_page(rule):
    severity = SEVERITIES[rule["severity"]]
    facts = table(("Mã · Id", "Tên · Slug", "Mức độ · Severity", "Nhóm · Category", "Từ bản · Since"),
                  [row(rule["id"], code(rule["slug"]), severity, rule["category"], rule.get("since", ""))])
    sections = [rule_section(rule, *part) for part in RULE_PARTS]
    if rule.get("cites"):
        sections.append("## Căn cứ · Sources\n\n" + "\n".join(f"- {words(cite)}" for cite in rule["cites"]))
    if rule.get("items"):
        sections.append("## Mục kiểm tra · Inspection items\n\n" + ", ".join(rule["items"]))
    return page(f"# {rule['id']}: {words(rule['title']['vi'])}", words(rule["title"]["en"]), facts, *sections)


CHECKLIST = """Điều mà đoàn kiểm tra xem xét, và các quy tắc quyết định từng mục. Mô hình khung có thể đặt thêm yêu cầu cho một mục
(`mucKiemTra`, xem `qms framework show`): chẳng hạn phải có đánh giá nội bộ trong 12 tháng.

What inspectors look at, and the rules that decide each item. A framework may ask more of an item (`mucKiemTra`, see
`qms framework show`): for instance that there was an internal audit in the last 12 months."""


def checklist_row(model, item):
    rules = [rule["id"] for rule in model.rules if item["id"] in rule.get("items", [])]
    return row(item["id"], both(item), ", ".join(f"[{rule}](reference/rules/{rule}.md)" for rule in rules))


def checklist_page(model):
    rows = [checklist_row(model, item) for item in model.items]
    return page("# Mục kiểm tra · Inspection checklist", CHECKLIST, table(("Mục", "Nội dung", "Quy tắc · Rules"), rows))


def emit(model):
    pages = {"model.md": model_page(model), "enums.md": enums_page(model), "rules.md": rules_page(model)}
    pages |= {f"rules/{rule['id']}.md": rule_page(rule) for rule in model.rules}
    return {"docs/checklist.md": checklist_page(model)} | {f"{FOLDER}/{name}": text for name, text in pages.items()}
