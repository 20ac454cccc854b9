#!/usr/bin/env python3
"""What a run over the trial tables must come to, computed from the two tables alone.

    python3 scripts/recompute.py projects.csv financing-windows.csv

Prints one JSON object. It shares no code with the system and needs nothing but Python 3.11's standard library, so that its
figures can be compared with those of a run. The rules in short: target = total commitment, else the sum of the
arms, else the cost; a window matches where it covers the project's countries and its smallest ticket is not above the target;
the windows of a row's own country offer, in the order of the arms, the lesser of what the arm gave and the gap still open.
"""

import csv
import io
import json
import re
import sys
import unicodedata
from datetime import date

ARMS = (("ibrd_usd", "IBRD loan"), ("ida_usd", "IDA credit or grant"), ("grant_usd", "Trust-fund grant"))
AMOUNTS = ("project_cost_usd", "ibrd_usd", "ida_usd", "grant_usd", "total_commitment_usd")
DATES = ("approval_date", "effective_date", "closing_date")
PROJECT_COLUMNS = ("id", "region", "country", "name", "topics", "implementing_agency", "status", "lending_instrument", *AMOUNTS, *DATES)
WINDOW_AMOUNTS = ("ticket_min_usd", "ticket_p10_usd", "ticket_p90_usd", "ticket_max_usd", "total_usd")
WINDOW_COLUMNS = ("window", "arm", "country", "instruments", *WINDOW_AMOUNTS)

MOST_BYTES = 1_048_576
MOST_CHARACTERS = 10_000
MOST_DOLLARS = 10**15
CLOSED_PER_REGION = 3

# UN M49: 030, 035 and 009; 034.
REGIONS = {
    "East Asia and Pacific": "CN HK JP KP KR MN MO BN ID KH LA MM MY PH SG TH TL VN AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB"
    " TK TO TV UM VU WF WS",
    "South Asia": "AF BD BT IN IR LK MV NP PK",
}

# ISO 3166-1 alpha-2 codes with the names that stand for them, ISO's own first.
NAMES = """
AD Andorra; AE United Arab Emirates; AF Afghanistan|Islamic Republic of Afghanistan|Islamic State of Afghanistan; AG Antigua and Barbuda
AI Anguilla; AL Albania; AM Armenia; AO Angola; AQ Antarctica; AR Argentina; AS American Samoa; AT Austria; AU Australia|Commonwealth of Australia
AW Aruba; AX Åland Islands; AZ Azerbaijan; BA Bosnia and Herzegovina; BB Barbados; BD Bangladesh|People's Republic of Bangladesh; BE Belgium
BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BL Saint Barthélemy; BM Bermuda
BN Brunei Darussalam|Brunei|Negara Brunei Darussalam; BO Bolivia, Plurinational State of|Bolivia; BQ Bonaire, Sint Eustatius and Saba; BR Brazil
BS Bahamas|Bahamas, The; BT Bhutan|Kingdom of Bhutan; BV Bouvet Island; BW Botswana; BY Belarus; BZ Belize; CA Canada; CC Cocos (Keeling) Islands
CD Congo, Democratic Republic of the|Congo, Democratic Republic of|Congo, Dem. Rep.; CF Central African Republic
CG Congo|Congo, Republic of|Congo, Rep.; CH Switzerland; CI Côte d'Ivoire; CK Cook Islands; CL Chile; CM Cameroon
CN China|People's Republic of China|China, People's Republic of; CO Colombia; CR Costa Rica; CU Cuba; CV Cabo Verde|Cape Verde; CW Curaçao
CX Christmas Island; CY Cyprus; CZ Czechia|Czech Republic; DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO Dominican Republic; DZ Algeria
EC Ecuador; EE Estonia; EG Egypt|Egypt, Arab Republic of|Egypt, Arab Rep.; EH Western Sahara; ER Eritrea; ES Spain; ET Ethiopia; FI Finland
FJ Fiji|Republic of Fiji|Fiji, Republic of|Fiji Islands; FK Falkland Islands (Malvinas)
FM Micronesia, Federated States of|Micronesia|Federated States of Micronesia|Micronesia, Fed. Sts.; FO Faroe Islands; FR France; GA Gabon
GB United Kingdom of Great Britain and Northern Ireland|United Kingdom; GD Grenada; GE Georgia; GF French Guiana; GG Guernsey; GH Ghana
GI Gibraltar; GL Greenland; GM Gambia|Gambia, The; GN Guinea; GP Guadeloupe; GQ Equatorial Guinea; GR Greece
GS South Georgia and the South Sandwich Islands; GT Guatemala; GU Guam; GW Guinea-Bissau; GY Guyana
HK Hong Kong|Hong Kong SAR, China|Hong Kong, China|China, Hong Kong SAR; HM Heard Island and McDonald Islands; HN Honduras; HR Croatia; HT Haiti
HU Hungary; ID Indonesia|Republic of Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India|Republic of India; IO British Indian Ocean Territory
IQ Iraq; IR Iran, Islamic Republic of|Iran|Iran, Islamic Rep.|Islamic Republic of Iran; IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan
JP Japan|State of Japan; KE Kenya; KG Kyrgyzstan|Kyrgyz Republic; KH Cambodia|Kingdom of Cambodia; KI Kiribati|Republic of Kiribati; KM Comoros
KN Saint Kitts and Nevis
KP Korea, Democratic People's Republic of|Korea, Dem. People's Rep.|Korea, Dem. Rep.|North Korea|Democratic People's Republic of Korea
KR Korea, Republic of|Korea|Korea, Rep.|Republic of Korea|South Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan
LA Lao People's Democratic Republic|Lao PDR|Laos|Lao People's Dem. Rep.; LB Lebanon; LC Saint Lucia; LI Liechtenstein
LK Sri Lanka|Democratic Socialist Republic of Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia; LY Libya; MA Morocco
MC Monaco; MD Moldova, Republic of|Moldova; ME Montenegro; MF Saint Martin (French part); MG Madagascar
MH Marshall Islands|Republic of the Marshall Islands|Marshall Islands, Republic of the; MK North Macedonia|Macedonia, former Yugoslav Republic of
ML Mali; MM Myanmar|Burma|Republic of the Union of Myanmar; MN Mongolia|Mongolian People's Republic
MO Macao|Macao SAR, China|Macau|Macau SAR, China|China, Macao SAR; MP Northern Mariana Islands; MQ Martinique; MR Mauritania; MS Montserrat
MT Malta; MU Mauritius; MV Maldives|Republic of Maldives; MW Malawi; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger
NF Norfolk Island; NG Nigeria; NI Nicaragua; NL Netherlands, Kingdom of the|Netherlands; NO Norway
NP Nepal|Federal Democratic Republic of Nepal|Kingdom of Nepal; NR Nauru|Republic of Nauru; NU Niue; NZ New Zealand; OM Oman; PA Panama; PE Peru
PF French Polynesia; PG Papua New Guinea|Independent State of Papua New Guinea; PH Philippines|Republic of the Philippines
PK Pakistan|Islamic Republic of Pakistan; PL Poland; PM Saint Pierre and Miquelon; PN Pitcairn; PR Puerto Rico
PS Palestine, State of|West Bank and Gaza|Palestine; PT Portugal; PW Palau|Republic of Palau; PY Paraguay; QA Qatar; RE Réunion; RO Romania
RS Serbia; RU Russian Federation|Russia; RW Rwanda; SA Saudi Arabia; SB Solomon Islands|Solomon Isles; SC Seychelles; SD Sudan; SE Sweden
SG Singapore|Republic of Singapore; SH Saint Helena, Ascension and Tristan da Cunha; SI Slovenia; SJ Svalbard and Jan Mayen
SK Slovakia|Slovak Republic; SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname; SS South Sudan; ST Sao Tome and Principe
SV El Salvador; SX Sint Maarten (Dutch part); SY Syrian Arab Republic|Syria; SZ Eswatini|Swaziland; TC Turks and Caicos Islands; TD Chad
TF French Southern Territories; TG Togo; TH Thailand|Kingdom of Thailand; TJ Tajikistan; TK Tokelau
TL Timor-Leste|East Timor|Timor Leste|Democratic Republic of Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga|Kingdom of Tonga; TR Türkiye|Turkey
TT Trinidad and Tobago; TV Tuvalu; TW Taiwan, Province of China|Taiwan|Taiwan, China|Chinese Taipei; TZ Tanzania, United Republic of|Tanzania
UA Ukraine; UG Uganda; UM United States Minor Outlying Islands; US United States of America|United States; UY Uruguay; UZ Uzbekistan; VA Holy See
VC Saint Vincent and the Grenadines; VE Venezuela, Bolivarian Republic of|Venezuela|Venezuela, RB|Venezuela, Republica Bolivariana de
VG Virgin Islands (British); VI Virgin Islands (U.S.); VN Viet Nam|Vietnam|Socialist Republic of Vietnam|Socialist Republic of Viet Nam
VU Vanuatu|Republic of Vanuatu; WF Wallis and Futuna; WS Samoa|Western Samoa|Independent State of Samoa; YE Yemen|Yemen, Republic of|Yemen, Rep.
YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
"""


def plain(name):
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.category(c).startswith("M"))
    words = re.sub(r"[^a-z0-9]+", " ", re.sub("['’]", "", letters.lower().replace("&", " and "))).strip()
    return re.sub("^st ", "saint ", words)


def known_places():
    """Plain name -> (key, set of alpha-2 codes)."""
    places = {}
    for entry in NAMES.replace("\n", ";").split(";"):
        if entry.strip():
            code, names = entry.strip().split(" ", 1)
            places |= {plain(name): (code, {code}) for name in names.split("|")}
    return places | {plain(name): (name, set(codes.split())) for name, codes in REGIONS.items()}


PLACES = known_places()


def cells_of(lines):
    """The cells of one record given as lines of bytes; None where it is no sound record."""
    try:
        text = b"\n".join(lines).decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None
    if "\0" in text or len(rows) != 1 or not properly_quoted(text):
        return None
    return rows[0]


def properly_quoted(text):
    """Quotes enclose whole cells, or are doubled inside enclosed ones. Python's own reader lets one stand in an open cell."""
    return re.fullmatch(r'(?:"(?:[^"]|"")*"|[^",]*)(?:,(?:"(?:[^"]|"")*"|[^",]*))*', text) is not None


def records(path):
    """(cells or None) for every record behind the header, then the header itself; quotes that run into other rows are given up."""
    with open(path, "rb") as file:
        data = file.read().removeprefix(b"\xef\xbb\xbf")
    lines = [line.removesuffix(b"\r") for line in data.split(b"\n")]
    while lines and not lines[0].strip():
        lines.pop(0)
    header = cells_of(lines[:1]) if lines else None
    if header is None:
        sys.exit(f"{path}: the header cannot be read")
    found, at = [], 1
    while at < len(lines):
        count, cells = next_record(lines, at, len(header))
        if count > 1 or lines[at].strip():
            found.append(cells)
        at += count
    return [cell.strip() for cell in header], found


def next_record(lines, at, columns):
    """How many lines the record at this line takes, and its cells; one line where its quotes never close or run into other rows."""
    quotes = size = 0
    for end in range(at, len(lines)):
        too_long = len(lines[end]) > MOST_BYTES
        quotes += lines[end].count(b'"')
        size += len(lines[end]) + 1
        if too_long or size > MOST_BYTES or quotes % 2 == 0:
            break
    gathered = lines[at : end + 1]
    if len(gathered) == 1:
        return 1, None if too_long else cells_of(gathered)
    if too_long or quotes % 2 == 1:
        return 1, None
    cells = cells_of(gathered)
    could_be_row = [line.count(b",") >= columns - 1 for line in gathered]
    if cells is not None and len(cells) == columns:
        inner = [cells_of([line]) for line, could in zip(gathered[1:-1], could_be_row[1:-1]) if could]
        runs_on = any(one is not None and len(one) == columns for one in inner) or (could_be_row[0] and could_be_row[-1])
    else:
        runs_on = any(could_be_row[1:])
    return (1, None) if runs_on else (len(gathered), cells)


def dollars(text):
    """Whole dollars, None where nothing is stated. Raises ValueError on anything else."""
    if text == "":
        return None
    if not re.fullmatch("[0-9]+", text) or int(text) > MOST_DOLLARS:
        raise ValueError(text)
    return int(text)


def day(text):
    if text == "":
        return None
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def table(path, columns, key, read):
    header, found = records(path)
    missing = [column for column in columns if header.count(column) != 1]
    if missing:
        sys.exit(f"{path}: columns missing or repeated: {', '.join(missing)}")
    rows, rejected = {}, 0
    for cells in found:
        row = None
        if cells is not None and len(cells) == len(header) and all(len(cell) <= MOST_CHARACTERS for cell in cells):
            texts = {name: " ".join(cell.split()) for name, cell in zip(header, cells)}
            try:
                row = read(texts) if texts[key] and texts[key] not in rows else None
            except (ValueError, KeyError):
                row = None
        if row is None:
            rejected += 1
        else:
            rows[row[key]] = row
    return list(rows.values()), rejected


def read_project(texts):
    if not texts["name"]:
        return None
    key, countries = PLACES[plain(texts["country"])]
    return texts | {name: dollars(texts[name]) for name in AMOUNTS} | {name: day(texts[name]) for name in DATES} | {"place": key, "countries": countries}


def read_window(texts):
    key, countries = PLACES[plain(texts["country"])]
    row = texts | {name: dollars(texts[name]) for name in WINDOW_AMOUNTS} | {"place": key, "countries": countries}
    least, low, high, most, total = (row[name] for name in WINDOW_AMOUNTS)
    if texts["arm"] not in [name for _, name in ARMS] or None in (least, most, total) or most < least or total == 0:
        return None
    return None if low is not None and high is not None and high < low else row


def target(project):
    return project["total_commitment_usd"] or sum(project[arm] or 0 for arm, _ in ARMS) or project["project_cost_usd"] or 0


def matches(project, window):
    return project["countries"] <= window["countries"] and window["ticket_min_usd"] <= target(project)


def milestones(project):
    start, end = project["effective_date"] or project["approval_date"], project["closing_date"]
    if start is None or end is None:
        return 1
    return max(1, end.year - start.year - ((end.month, end.day) < (start.month, start.day)))


def cohort(projects):
    chosen = {project["id"] for project in projects if project["status"] in ("Active", "Pipeline")}
    for region in {project["region"] for project in projects}:
        closed = [project for project in projects if project["region"] == region and project["status"] == "Closed"]
        closed.sort(key=lambda project: (project["approval_date"] or date.min, project["id"]), reverse=True)
        chosen |= {project["id"] for project in closed[:CLOSED_PER_REGION]}
    return [project for project in projects if project["id"] in chosen]


def offers(project, windows, spent):
    """The offers as (window's name, dollars), the gap they leave, and why arms that gave something offer nothing."""
    made, gap, reasons = [], target(project), []
    for column, arm in ARMS:
        amount = min(project[column] or 0, gap)
        if amount == 0:
            continue
        window = next((one for one in windows if one["arm"] == arm and one["place"] == project["place"]), None)
        if window is None:
            reasons.append(f"there is no window {arm}: {project['country']}")
            continue
        name, least, most = window["window"], window["ticket_min_usd"], window["ticket_max_usd"]
        rest = window["total_usd"] - spent[name]
        if not matches(project, window):
            reasons.append(f"the target of {target(project)} is below the smallest ticket of {least} ({name})")
        elif amount < least:
            reasons.append(f"the offer of {amount} is below the smallest ticket of {least} ({name})")
        elif amount > most:
            reasons.append(f"the offer of {amount} is above the largest ticket of {most} ({name})")
        elif amount > rest:
            reasons.append(f"the offer of {amount} is above the rest of the envelope, {rest} ({name})")
        else:
            made.append((name, amount))
            gap -= amount
    return made, gap, reasons


def recompute(projects_path, windows_path):
    projects, bad_projects = table(projects_path, PROJECT_COLUMNS, "id", read_project)
    windows, bad_windows = table(windows_path, WINDOW_COLUMNS, "window", read_window)
    eligible = [project for project in projects if target(project) > 0]
    chosen = cohort(eligible)
    spent = {window["window"]: 0 for window in windows}
    closed, unfunded = [], {}
    for project in chosen:
        made, gap, reasons = offers(project, windows, spent)
        if gap == 0:
            closed.append(project)
            for name, amount in made:
                spent[name] += amount
        else:
            left_open = f"the offers leave {gap} of the target open" if made else "no arm gave an amount"
            unfunded[project["id"]] = "; ".join(reasons) or left_open
    return {
        "projects": len(projects),
        "rejectedRows": bad_projects + bad_windows,
        "sponsors": len(windows),
        "matches": sum(matches(project, window) for project in eligible for window in windows),
        "cohort": len(chosen),
        "closed": len(closed),
        "unfunded": len(unfunded),
        "milestonesPaid": sum(milestones(project) for project in closed),
        "paidBySponsor": {name: f"{amount}.00" for name, amount in spent.items()},
        "unfundedReasons": unfunded,
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    csv.field_size_limit(2 * MOST_BYTES)
    print(json.dumps(recompute(sys.argv[1], sys.argv[2]), indent=2, ensure_ascii=False))
