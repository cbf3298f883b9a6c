import { type Browser, chromium, type Page } from 'playwright-core';
import { FONT_FILES } from '../../src/timeline/index.ts';

export type Shot = { readonly width: number; readonly height: number };
export type Camera = {
  /** Writes a picture of `html` in a window of `width` pixels; gives the size of what `measured` selects, in CSS pixels. */
  take(request: {
    readonly html: string;
    readonly width: number;
    readonly measured: string;
    readonly file: string;
  }): Promise<Shot>;
  close(): Promise<void>;
};

/** The fonts by the path under which a page finds them. */
const FONTS = new Map(FONT_FILES.map((file, index) => [`/font-${index}`, file]));
/** Japanese letters under the names of the platforms' fonts, so that they look the same on every machine. */
export const FONT_STYLE = `<style>${['gg sans', 'Segoe UI']
  .flatMap((family) =>
    [400, 700].map(
      (weight, index) =>
        `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(/font-${index}); unicode-range: U+2E80-9FFF, U+F900-FAFF, U+FF00-FFEF; }`,
    ),
  )
  .join('')}</style>`;

/** Chromium without a window. `scale`: pixels of the picture a CSS pixel. Nothing beyond the page itself is loaded. */
export async function openCamera(executablePath: string, scale: number): Promise<Camera> {
  // A container's root has no sandbox; the pages are our own.
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const context = await browser.newContext({ deviceScaleFactor: scale });
  let shown = '';
  // Nothing of a page comes from elsewhere.
  await context.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ body: shown, contentType: 'text/html' });
    const path = FONTS.get(pathname);
    return path === undefined ? route.abort() : route.fulfill({ path });
  });
  const page = await context.newPage();
  return {
    async take({ html, width, measured, file }) {
      await page.setViewportSize({ width, height: 400 });
      shown = html;
      await page.goto('http://pictures.test/', { waitUntil: 'load' });
      await page.evaluate('document.fonts.ready');
      await settled(page);
      const boxes = await Promise.all((await page.locator(measured).all()).map((each) => each.boundingBox()));
      const seen = boxes.filter((box) => box !== null);
      // What a screen would cut off at its right edge is cut off here.
      const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
      await page.screenshot({
        path: file,
        fullPage: true,
        animations: 'disabled',
        clip: { x: 0, y: 0, width, height },
      });
      return {
        width: Math.ceil(Math.max(0, ...seen.map((box) => box.width))),
        height: Math.ceil(seen.reduce((sum, box) => sum + box.height, 0)),
      };
    },
    close: () => browser.close(),
  };
}

/** Waits until every image is decoded and web components stopped changing the page's height. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(`Promise.all([...document.images].map((image) => image.decode().catch(() => {})))`);
  for (let height = -1, now = 0; height !== now; ) {
    height = now;
    await page.waitForTimeout(60);
    now = Number(await page.evaluate('document.documentElement.scrollHeight'));
  }
}
