/** How a terminal can be written to. */
export type Style = {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  /** A clickable link (OSC 8) where supported, else the label followed by the address. */
  link(label: string, url: string): string;
};

const ESC = '\u001b';
const wrap = (open: string) => (text: string) => `${ESC}[${open}m${text}${ESC}[0m`;
const asIs = (text: string) => text;

/** Terminals known to show OSC 8 links; others would print the escape or drop the address. */
const linkingPrograms = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio']);

/** Chooses colour and links for an output: none unless it is a TTY, and no colour with `NO_COLOR` (https://no-color.org). */
export function styleFor(
  output: { isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const tty = output.isTTY === true && env.TERM !== 'dumb';
  const colour = tty && !env.NO_COLOR;
  return {
    bold: colour ? wrap('1') : asIs,
    dim: colour ? wrap('2') : asIs,
    accent: colour ? wrap('36') : asIs,
    link:
      tty && supportsLinks(env)
        ? (label, url) => `${ESC}]8;;${url}${ESC}\\${label}${ESC}]8;;${ESC}\\`
        : (label, url) => `${label}\n    ${url}`,
  };
}

function supportsLinks(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  return (
    linkingPrograms.has(env.TERM_PROGRAM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    env.WT_SESSION !== undefined ||
    env.TERM === 'xterm-kitty' ||
    env.TERM === 'alacritty'
  );
}

/** Takes out control, escape and direction-override characters: text from records and people never drives the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
