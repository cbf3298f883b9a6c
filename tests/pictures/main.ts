import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command, optionsOf, required, usageFault } from '../../src/command-line/command.ts';
import { listOf, oneOf } from '../../src/command-line/options.ts';
import type { Language } from '../../src/text/language.ts';
import { FONT_STYLE, openCamera } from './browser.ts';
import { openDiscord } from './discord.ts';
import { SCENES } from './scenes.ts';
import { openSlack } from './slack.ts';
import type { Stage, Theme } from './stage.ts';

const PLATFORMS: Readonly<Record<string, () => Promise<Stage>>> = { discord: openDiscord, slack: openSlack };
const WIDTHS: Readonly<Record<string, number>> = { desktop: 900, phone: 390 };
const LANGUAGES: Readonly<Record<string, Language>> = { en: 'en', ja: 'ja' };

const values = await optionsOf(
  command(
    'pictures',
    `Takes pictures of what people see: real adapters over the real records, their real payloads taken by the local servers of
tests/discord and tests/slack, rendered in Chromium. Prints the size of each, so that length is a number.`,
  )
    .usage('--out <folder> [options]')
    .option('--out <folder>', 'where the pictures go')
    .option(
      '--only <scenes>',
      `scenes, separated by commas: ${Object.keys(SCENES).join(', ')}`,
      listed('--only', SCENES),
    )
    .option('--platform <names>', 'discord, slack or both (default: both)', listed('--platform', PLATFORMS))
    .option('--language <languages>', 'en, ja or both (default: both)', listed('--language', LANGUAGES))
    .option('--width <widths>', 'desktop, phone or both (default: both)', listed('--width', WIDTHS))
    .option('--theme <theme>', "light or dark (default: the platform's own)", oneOf('--theme', ['light', 'dark']))
    .option('--scale <n>', 'pixels of the picture to one of the page', scale, 1)
    .option('--chromium <path>', 'the browser', '/usr/bin/chromium'),
);
const out = required('--out', values.out);
const scenes = chosen(values.only, SCENES);
const platforms = chosen(values.platform, PLATFORMS);
const languages = chosen(values.language, LANGUAGES);
const widths = chosen(values.width, WIDTHS);

mkdirSync(out, { recursive: true });
const camera = await openCamera(values.chromium, values.scale);
for (const [platform, open] of platforms) {
  const stage = await open();
  const theme = values.theme ?? stage.theme;
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
    const file = join(out, `${name}.png`);
    const shot = await camera.take({ html, width, measured: stage.measured, file });
    console.log(`${name.padEnd(44)} ${shot.width} × ${shot.height} px`);
  }
}

function listed(option: string, table: object): (given: string) => readonly string[] {
  return listOf(option, Object.keys(table));
}

/** @throws KyogiError `usage` for anything but a number from 0.5 to 4. */
function scale(given: string): number {
  const value = Number(given);
  if (value >= 0.5 && value <= 4) return value;
  throw usageFault(`--scale takes a number from 0.5 to 4, not "${given}".`);
}

/** The entries of a table that are named; all of them where none is. */
function chosen<T>(names: readonly string[] | undefined, table: Readonly<Record<string, T>>): (readonly [string, T])[] {
  return Object.entries(table).filter(([name]) => names?.includes(name) ?? true);
}
