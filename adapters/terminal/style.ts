import { styleText } from 'node:util';

/** How a terminal can be written to. */
export type Style = {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
};

/** What is asked of an output to know whether it shows colours; `WriteStream` of `node:tty` answers it. */
export type Output = { readonly isTTY?: boolean; getColorDepth?(env?: object): number };

/** Chooses colours for an output: none unless it is a terminal that shows them, and none with `NO_COLOR` (https://no-color.org). */
export function styleFor(output: Output, env: Readonly<Record<string, string | undefined>>): Style {
  const hasColours = output.isTTY === true && (output.getColorDepth?.(env) ?? 1) > 1;
  const styled = (format: 'bold' | 'dim' | 'cyan') => (text: string) =>
    // An empty line stays one: the escapes would show as trailing space to whoever copies it.
    hasColours && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return { bold: styled('bold'), dim: styled('dim'), accent: styled('cyan') };
}

/** Takes out control, escape and direction-override characters: text from records and people never drives the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
