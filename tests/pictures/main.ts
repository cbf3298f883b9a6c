/**
 * Pictures of what people see: real adapters over the real records, their real payloads taken by the local servers of
 * tests/discord and tests/slack, rendered in Chromium. Prints the size of each, so that length is a number.
 *
 *   npm run pictures -- --out FOLDER [--only who,what] [--platform discord,slack] [--language en,ja] [--width desktop,phone]
 *                       [--theme light|dark] [--scale 1] [--chromium PATH]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '../../src/text/language.ts';
import { FONT_STYLE, openCamera } from './browser.ts';
import { openDiscord } from './discord.ts';
import { SCENES } from './scenes.ts';
import { openSlack } from './slack.ts';
import type { Stage, Theme } from './stage.ts';

const PLATFORMS: Readonly<Record<string, () => Promise<Stage>>> = { discord: openDiscord, slack: openSlack };
const WIDTHS: Readonly<Record<string, number>> = { desktop: 900, phone: 390 };
const LANGUAGES: Readonly<Record<string, Language>> = { en: 'en', ja: 'ja' };

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string', default: Object.keys(SCENES).join(',') },
    platform: { type: 'string', default: Object.keys(PLATFORMS).join(',') },
    language: { type: 'string', default: Object.keys(LANGUAGES).join(',') },
    width: { type: 'string', default: Object.keys(WIDTHS).join(',') },
    theme: { type: 'string' },
    scale: { type: 'string', default: '1' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
if (values.out === undefined) throw new Error('--out FOLDER is missing: where the pictures go.');
if (values.theme !== undefined && !['light', 'dark'].includes(values.theme)) {
  throw new Error(`--theme is light or dark, not "${values.theme}".`);
}
const scenes = chosen('only', values.only, SCENES);
const platforms = chosen('platform', values.platform, PLATFORMS);
const languages = chosen('language', values.language, LANGUAGES);
const widths = chosen('width', values.width, WIDTHS);

mkdirSync(values.out, { recursive: true });
const camera = await openCamera(values.chromium, Number(values.scale));
for (const [platform, open] of platforms) {
  const stage = await open();
  const theme = (values.theme as Theme | undefined) ?? stage.theme;
  for (const [scene, acts] of scenes) {
    for (const [, language] of languages) await picture(stage, theme, scene, acts[language], language);
  }
  await stage.stop();
  console.log(`${platform}: done.`);
}
await camera.close();

async function picture(
  stage: Stage,
  theme: Theme,
  scene: string,
  act: (typeof SCENES)[string]['en'],
  language: Language,
) {
  const view = await stage.play(act, language, theme);
  for (const [size, width] of widths) {
    const name = `${stage.name}-${scene}-${language}-${size}`;
    if (view === undefined) {
      console.log(`${name.padEnd(44)} nothing is shown`);
      continue;
    }
    const html = `<!doctype html><html lang="${language}"><meta charset="utf-8">${FONT_STYLE}${stage.head}${view.html}</html>`;
    const file = join(values.out ?? '', `${name}.png`);
    const shot = await camera.take({ html, width, measured: stage.measured, file });
    console.log(`${name.padEnd(44)} ${shot.width} × ${shot.height} px`);
  }
}

/** The entries of a table that a comma-separated list names. @throws when it names something else. */
function chosen<T>(option: string, list: string, table: Readonly<Record<string, T>>): (readonly [string, T])[] {
  return list.split(',').map((name) => {
    const value = table[name];
    if (value === undefined) {
      throw new Error(`--${option}: "${name}" is unknown; there are ${Object.keys(table).join(', ')}.`);
    }
    return [name, value] as const;
  });
}
