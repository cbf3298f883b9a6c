import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { command, optionsOf } from '../../src/command-line/command.ts';
import { openRoom } from '../web/harness.ts';

const PAGES = [
  '',
  'ask?q=who+met+in+March+2025',
  'ask?q=2025-03+AMRAAM',
  'ask?q=what+happened+on+Mars',
  'consultations',
  'consultations?framework=scc',
  'consultations/2025-03-30-defense-ministerial',
  'frameworks',
  'frameworks/scc',
  'people',
  'people/ishiba-shigeru',
  'topics',
  'topics/command-and-control',
  'periods',
  'periods/2025',
  'periods/2025-03',
  'on-this-day',
  'about',
  'no-such-page',
];
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1200, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
  dark: { viewport: { width: 1200, height: 900 }, colorScheme: 'dark' },
};

const values = await optionsOf(
  command(
    'bench:web-browser',
    `Looks at the reading room in a real browser: axe on every kind of page in both languages, light and dark, wide and at 390 pixels;
nothing wider than the screen; a visit that asks, follows a citation, filters, downloads a CSV file and changes the language, with
JavaScript and without. Exit status 1 when anything is found.`,
  )
    .option('--chromium <path>', 'the browser', '/usr/bin/chromium')
    .option('--shots <folder>', 'write a picture of every page there'),
);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const room = await openRoom();
// A container's root has no sandbox; the pages are our own.
const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] });
const faults: string[] = [];
try {
  for (const look of Object.keys(LOOKS)) await inspect(browser, look);
  for (const javaScriptEnabled of [true, false]) await visit(browser, javaScriptEnabled);
} finally {
  await browser.close();
  await room.close();
}
console.log(faults.length === 0 ? 'No findings.' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

async function inspect(browser: Browser, look: string): Promise<void> {
  const context = await browser.newContext({ ...LOOKS[look], bypassCSP: true });
  const page = await context.newPage();
  let findings = 0;
  for (const language of ['en', 'ja']) {
    for (const path of PAGES) {
      await page.goto(`${room.url}/${language}/${path}`);
      await page.evaluate(axe);
      const found: { id: string; nodes: string[] }[] = await page.evaluate(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html) })))`);
      const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      findings += found.length;
      for (const { id, nodes } of found) faults.push(`axe ${look} /${language}/${path}: ${id} ${nodes.join(' ')}`);
      if (Number(wider) > 0) faults.push(`${look} /${language}/${path} is ${wider} px wider than the screen`);
      if (values.shots !== undefined) {
        const name = `${look}-${language}-${path.replaceAll(/[^a-z0-9]+/gi, '-') || 'home'}.png`;
        await page.screenshot({ path: join(values.shots, name) });
      }
    }
  }
  console.log(`axe, ${look}: ${2 * PAGES.length} pages, ${findings} findings`);
  await context.close();
}

/** What a reader does, one step after the other. */
async function visit(browser: Browser, javaScriptEnabled: boolean): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled, acceptDownloads: true, locale: 'ja-JP' });
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  await page.goto(room.url);
  check(page.url().endsWith('/ja/'), 'a Japanese browser is sent to the Japanese pages');
  await page.fill('#q', '2025年3月の防衛相会談でAMRAAMについて何を話したか');
  if (javaScriptEnabled) {
    await page.fill('#q', '');
    await page.locator('#q').pressSequentially('2025年3月の防衛相');
    await page.locator('#completions option').first().waitFor({ state: 'attached' });
    check(true, 'a question is completed while it is typed');
    await page.fill('#q', '2025年3月の防衛相会談でAMRAAMについて何を話したか');
  }
  await page.press('#q', 'Enter');
  check((await text(page, '.headline')).includes('AMRAAM'), 'the question is answered');
  await page.click('.headline .mark');
  const target = await page.getAttribute('.sources li:target a', 'href');
  check(target?.startsWith('http') === true, `a citation leads to its source (${target})`);
  await page.click('main .rows .what a');
  check(page.url().includes('/consultations/2025-03-30'), 'the answer leads to its consultation');
  await page.click('.language a');
  check(page.url().includes('/en/consultations/2025-03-30'), 'the language changes on the same page');
  await page.click('header nav a');
  await page.click('summary');
  await page.fill('#period', 'fiscal 2024');
  await page.selectOption('#filter-framework', 'scc');
  await page.click('.filters button');
  check(
    page.url().endsWith('/en/consultations?framework=scc&from=2024-04-01&to=2025-03-31'),
    'filters make a stable address',
  );
  check((await page.locator('.rows .row').count()) > 0, 'the filtered list has consultations');
  const csv = await page.getAttribute('.formats a[href*=".csv"]', 'href');
  const file = await (await context.request.get(new URL(csv ?? '', room.url).toString())).text();
  check(file.includes('2024-07-28-scc'), `the list comes as CSV (${file.split('\r\n').length - 2} rows)`);
  await page.keyboard.press('Tab');
  check((await page.locator('.skip:focus').count()) === 1, 'the first Tab offers to skip to the content');
  check(violations.length === 0, `nothing is blocked or missing${violations.map((each) => `: ${each}`).join('')}`);
  await context.close();

  function check(holds: boolean, what: string): void {
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${javaScriptEnabled ? 'with' : 'without'} JavaScript: ${what}`);
    if (!holds) faults.push(what);
  }
}

async function text(page: Page, selector: string): Promise<string> {
  return (await page.textContent(selector)) ?? '';
}
