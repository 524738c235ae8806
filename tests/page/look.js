// Usage: node look.js CHROMIUM PAGE
const fs = require("fs");
const puppeteer = require("puppeteer-core");

async function look(browser, path, scheme) {
    const page = await browser.newPage();
    const messages = [];
    page.on("console", message => messages.push(message.text()));
    page.on("pageerror", error => messages.push(String(error)));
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.setViewport({ width: 360, height: 800 });
    await page.goto("file://" + path);
    await page.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const found = await page.evaluate(() => axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    const players = await page.evaluate(() => document.querySelectorAll("li > audio[controls]").length);
    console.log(`${path} ${scheme}: ${found.passes.length} rules passed, ${found.violations.length} violations, ` +
        `${players} players`);
    for (const violation of found.violations)
        console.log(violation.id, violation.help, violation.nodes.map(node => node.html).join("\n"));
    for (const message of messages)
        console.log("console:", message);
    await page.close();
    return found.violations.length === 0 && messages.length === 0 && !wide;
}

(async () => {
    const [chromium, path] = process.argv.slice(2);
    const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
    let good = true;
    for (const scheme of ["light", "dark"])
        good = await look(browser, path, scheme) && good;
    await browser.close();
    process.exit(good ? 0 : 1);
})();
