// Each language from the link to the call, at the desk and on every page of hosts: nothing of English is left over, the
// page runs the right way, and long words fit a phone.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, expectAccessible, expectNoSidewaysScroll, test, watchPage } from "./support.js";
import { freshPage, pointerAway, rowOf } from "./people.js";

const phone = { viewport: { width: 360, height: 740 } };
const wide = { viewport: { width: 1280, height: 800 } };

/** What a language says: whole messages by key, with their placeholders as they stand. */
function catalogue(tag) {
  const folder = fileURLToPath(new URL(`../../locales/${tag}/`, import.meta.url));
  const text = readdirSync(folder).map((name) => readFileSync(folder + name, "utf8")).join("\n");
  const says = new Map();
  let last = "";
  for (const line of text.split("\n")) {
    const [, key, said] = /^([\w-]+) = (.*)$/.exec(line) ?? [];
    if (key) says.set((last = key), said);
    else if (/^[ }]/.test(line)) says.set(last, `${says.get(last)}\n${line}`);
  }
  return says;
}

/** What stands between placeholders, if it is long enough to be nobody's name or title. */
function pieces(says) {
  const all = [...says.values()].flatMap((said) => said.split(/\{[^}]*\}?|\}|\[\w+\]|\n|\.[a-z-]+ =/)).map((piece) => piece.trim());
  return all.filter((piece) => (piece.match(/\p{L}+/gu) ?? []).length > 2);
}

const english = pieces(catalogue("en"));

/** The page as it was sent, with all that is hidden or waits in templates and attributes. */
async function readsLike(page, tag, says) {
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
  await expect(page.locator("html")).toHaveAttribute("dir", tag === "ar" ? "rtl" : "ltr");
  const own = new Set(pieces(says));
  const html = await page.content();
  expect(english.filter((piece) => !own.has(piece) && html.includes(piece)), `${page.url()} in ${tag}`).toEqual([]);
  await expectNoSidewaysScroll(page);
  if (tag === "ar") await expectAccessible(page);
}

test("the search for English finds it, in a page that is English", async ({ page, demo }) => {
  await page.goto(demo.invite);
  const html = await page.content();
  expect(english.length).toBeGreaterThan(300);
  expect(english.filter((piece) => html.includes(piece)).length).toBeGreaterThan(5);
});

for (const tag of ["de", "es", "fr", "ar"]) {
  const says = catalogue(tag);
  const say = (key) => says.get(key).split("\n")[0];

  test(`${tag}: from the link to the call, and at the desk`, async ({ browser, demo }) => {
    test.setTimeout(240_000);
    const desk = await freshPage(browser, { ...wide, locale: tag, reducedMotion: "reduce" });
    const guest = await freshPage(browser, { ...phone, locale: tag, reducedMotion: "reduce" });
    const complaints = [desk, guest].map((page) => watchPage(page, demo.origin));
    await desk.goto(demo.desk);
    await readsLike(desk, tag, says);
    await desk.getByRole("button", { name: say("one-time-link-open") }).click();
    await expect(desk.getByText(say("desk-nobody-waits"), { exact: true })).toBeVisible();
    await readsLike(desk, tag, says);

    await guest.goto(demo.invite);
    await readsLike(guest, tag, says);
    await guest.getByRole("button", { name: say("join-ask") }).click();
    await expect(guest.getByText(say("text-empty"))).toBeVisible();
    await readsLike(guest, tag, says);
    await guest.getByLabel(say("join-name")).fill("Sam Okafor");
    await guest.getByRole("button", { name: say("join-ask") }).click();
    await expect(guest.getByRole("heading", { name: say("here-waiting") })).toBeVisible();
    await expect(guest.getByText(say("here-host-here"))).toBeVisible();
    await readsLike(guest, tag, says);

    const row = rowOf(desk, "Sam Okafor");
    await expect(row.getByRole("button", { name: say("desk-admit"), exact: true })).toBeVisible();
    await expect(row.locator(".chip")).toHaveText(say("desk-wait-now"));
    await readsLike(desk, tag, says);
    await desk.setViewportSize(phone.viewport);
    await readsLike(desk, tag, says);
    await desk.setViewportSize(wide.viewport);
    await row.getByRole("button", { name: say("desk-admit"), exact: true }).click();
    await pointerAway(desk);
    await expect(guest).toHaveURL(/\/call$/);
    await expect(guest.getByRole("button", { name: say("call-leave"), exact: true })).toBeVisible();
    await readsLike(guest, tag, says);
    await expect(desk.getByRole("button", { name: say("desk-make-subscriber") })).toBeVisible();
    await readsLike(desk, tag, says);
    await guest.goto(guest.url().replace(/\/call$/, ""));
    await expect(guest.getByRole("heading", { name: say("here-admitted") })).toBeVisible();
    await readsLike(guest, tag, says);
    await guest.getByRole("button", { name: say("here-leave-call") }).click();
    await expect(guest.getByRole("heading", { name: say("here-left") })).toBeVisible();
    await readsLike(guest, tag, says);
    expect(complaints.flat()).toEqual([]);
  });

  test(`${tag}: the pages of hosts and admins, and those for whoever lost the way`, async ({ browser, demo }) => {
    test.setTimeout(240_000);
    const desk = await freshPage(browser, { ...phone, locale: tag, reducedMotion: "reduce" });
    await desk.goto(demo.origin);
    await readsLike(desk, tag, says);
    await desk.goto(`${demo.origin}/host/sign-in`);
    await readsLike(desk, tag, says);
    await desk.goto(demo.desk);
    await desk.getByRole("button", { name: say("one-time-link-open") }).click();
    await expect(desk).toHaveURL(/\/host\/rooms\/./);
    const room = desk.url().split("?")[0];
    const ofRoom = ["/invites", "/invites/rotate", "/settings", "/questions", "/hosts", "/audit", "?view=call", "?view=room", "/call"];
    const ofAll = ["/host/rooms", "/host/sign-ins", "/host/confirm", "/admin/people", "/admin/api-keys", "/admin/webhooks", "/admin/audit", "/no/such/page"];
    for (const path of [...ofRoom.map((path) => room + path), ...ofAll.map((path) => demo.origin + path)]) {
      await desk.goto(path);
      await expect(desk.getByRole("heading", { level: 1 })).toBeVisible();
      await readsLike(desk, tag, says);
    }
    await desk.goto(`${room}/invites`);
    await desk.getByRole("button", { name: say("invites-create") }).click();
    await expect(desk.locator(".link-box")).toBeVisible();
    await readsLike(desk, tag, says);
  });
}

test("an Arabic page is a mirror, with names of other scripts in their own direction", async ({ browser, demo }) => {
  const desk = await freshPage(browser, { ...wide, locale: "ar" });
  await desk.goto(demo.desk);
  await desk.getByRole("button", { name: catalogue("ar").get("one-time-link-open") }).click();
  const mark = await desk.locator(".wordmark").boundingBox();
  expect(mark.x + mark.width).toBeGreaterThan(1200);
  const turned = await desk.locator(".wordmark .icon").evaluate((icon) => getComputedStyle(icon).transform);
  expect(turned).toBe("matrix(-1, 0, 0, 1, 0, 0)");
  const rooms = await desk.locator("aside.rooms").boundingBox();
  const call = await desk.locator("section.in-call").boundingBox();
  expect(rooms.x).toBeGreaterThan(call.x);
});

test("a language is chosen at the foot of a page, without scripts too, and stays", async ({ browser, demo }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await freshPage(browser, { ...phone, javaScriptEnabled });
    await page.goto(demo.invite);
    await page.getByRole("button", { name: "Deutsch" }).click();
    await expect(page).toHaveURL(demo.invite);
    await expect(page.getByRole("button", { name: catalogue("de").get("join-ask") })).toBeVisible();
    await page.goto(demo.origin);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await page.getByRole("button", { name: "العربية" }).click();
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  }
});

test("times and numbers are said by the rules of the language, by scripts as by the server", async ({ browser, demo }) => {
  const minutes = { de: ["vor 1 Min.", "vor 2 Min.", "vor 11 Min."], fr: ["il y a 1 min", "il y a 2 min", "il y a 11 min"], ar: ["منذ دقيقة", "منذ دقيقتين", "منذ 11 دقيقة"] };
  const days = { de: ["gestern", "vor 3 Tagen"], fr: ["hier", "il y a 3 jours"], ar: ["أمس", "منذ 3 أيام"] };
  for (const tag of Object.keys(minutes)) {
    const page = await freshPage(browser, { locale: tag });
    await page.goto(demo.invite);
    const said = await page.evaluate(async () => {
      const { relative } = await import(document.querySelector("script[src*='/page.js']").src);
      return [60, 120, 660, 86_400, 3 * 86_400].map((seconds) => relative(0, seconds * 1000));
    });
    expect(said).toEqual([...minutes[tag], ...days[tag]]);
  }
});
