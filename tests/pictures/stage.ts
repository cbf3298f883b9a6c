import { Resvg } from '@resvg/resvg-js';
import type { Language } from '../../src/text/language.ts';
import { FONT_FILES } from '../../src/timeline/index.ts';

/** What somebody does in a scene: asks, calls a command, or waits for the digest of a day. */
export type Act =
  | { readonly ask: string }
  | { readonly timeline: { readonly period?: string; readonly framework?: string; readonly person?: string } }
  /** `since`: what was added after that day is new; `from`: the first day it speaks of. */
  | { readonly digestOf: string; readonly since?: string; readonly from?: string }
  | { readonly settings: true }
  | { readonly home: true };

/** What a person then sees, as HTML that stands between `head` and the end of the page. */
export type View = { readonly html: string };

/** One chat platform: the real adapter over the real records, against the local server that speaks the platform's protocol. */
export type Stage = {
  readonly name: 'discord' | 'slack';
  /** Styles and scripts of the platform's page. */
  readonly head: string;
  /** The theme a page has when none is asked for: the one the platform starts with. */
  readonly theme: Theme;
  /** Selects what is measured: what the bot said, without the question. */
  readonly measured: string;
  /** Plays an act as a reader of `language`; `undefined` where the platform shows nothing. */
  play(act: Act, language: Language, theme: Theme): Promise<View | undefined>;
  stop(): Promise<void>;
};

export type Theme = 'light' | 'dark';

/** Text as it stands in HTML, also within an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A PNG as an address. */
export function dataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** The bot's avatar on the pictures, 協 on the colour of its embeds, and a reader's. */
export const avatar = tile('#1f6f8b', '協');
export const readerAvatar = tile('#8a8f98', '');

function tile(colour: string, sign: string): string {
  const text = `<text x="40" y="56" font-size="44" text-anchor="middle" fill="#fff">${sign}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="${colour}"/>${text}</svg>`;
  const font = { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: 'BIZ UDPGothic' };
  return dataUrl(new Resvg(svg, { font }).render().asPng());
}
