"""Questions for bench/api.sh, made of what a ledger holds: a file for each read."""
import json
import random
import sys
import urllib.parse
import urllib.request

BASE, FOLDER = sys.argv[1:]
MANY = 4000
random.seed(7)


def get(path):
    with urllib.request.urlopen(BASE + "/api/v1" + path) as answer:
        return json.load(answer)


def quote(text):
    return urllib.parse.quote(text, safe="")


def write(name, paths):
    paths = list(dict.fromkeys(paths))
    random.shuffle(paths)
    with open(f"{FOLDER}/{name}.txt", "w") as out:
        out.writelines(f"/api/v1{path}\n" for path in paths)


channels = [c["id"] for c in get("/export/channels.json")["items"]]
reports = [r["id"] for r in get("/reports?limit=500")["items"]]
actors = [a["actor"] for a in get("/actors?limit=40")["items"]]
articles, titles = [], []
page = get("/articles?limit=500")
while page["items"] and len(articles) < MANY:
    articles += [a["id"] for a in page["items"]]
    titles += [a["title"] for a in page["items"] if a["title"]]
    if not page["next"]:
        break
    page = get("/articles?limit=500&cursor=" + quote(page["next"]))
months = [m["month"] for m in get("/statistics")["months"] if m["articles"]][-12:]
words = [w for t in titles for w in t.split() if len(w) > 2 and w.isalpha()]


def day():
    return f"{random.choice(months)}-{random.randint(1, 28):02}"


def period():
    first, last = sorted((day(), day()))
    return f"from={first}&to={last}"


def party():
    return "party=" + quote(random.choice(actors))


def typed():
    word = random.choice(words)
    kind = random.random()
    if kind < 0.4:
        return word
    if kind < 0.7:
        return word[: random.randint(3, len(word))]
    return word + " " + random.choice(words)


for name in ["channels", "groups", "contacts", "reports", "conflicts", "changes", "actors", "persons", "articles",
             "origins", "graph", "matrix", "brief", "statistics", "vocabulary"]:
    write(f"again-{name}", [f"/{name}"])
write("again-channel", [f"/channels/{channels[0]}"])
write("again-article", [f"/articles/{quote(articles[0])}"])
write("again-search", ["/search?q=" + quote(random.choice(words))])
write("again-why", [f"/reports/{reports[0]}/why"])

write("first-channel", (f"/channels/{c}?as_of={day()}" for c in channels for _ in range(4)))
write("first-article", (f"/articles/{quote(a)}" for a in articles))
write("first-report", (f"/reports/{r}" for r in reports))
write("first-why", (f"/reports/{r}/why" for r in reports))
write("first-channels", (f"/channels?as_of={day()}&{party()}&limit={random.randint(10, 60)}" for _ in range(MANY)))
write("first-groups", (f"/groups?as_of={day()}&{party()}&limit={random.randint(5, 30)}" for _ in range(MANY)))
for name in ["contacts", "reports", "conflicts", "graph", "matrix", "brief"]:
    write(f"first-{name}", (f"/{name}?{period()}&{party()}&limit={random.randint(10, 60)}" for _ in range(MANY)))
write("first-search", ("/search?q=" + quote(typed()) for _ in range(MANY)))
