import { createRequire } from 'node:module';
import { constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type * as Yaml from 'yaml';
import { createLineCounter, type Position } from './places.ts';

/** What is wrong with the YAML itself. */
export type SyntaxFault = Position & {
  readonly message: string;
  /** What to do, where it is not a matter of indentation, quotes or colons. */
  readonly fix?: string | undefined;
};

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: SyntaxFault };

/** The value of one YAML document by the core schema of YAML 1.2 (a date is text), or the first fault in it with its place. */
export function parseYaml(text: string): ParsedYaml {
  try {
    const events = parseEvents(text, {});
    const fault = refusedNode(text, events) ?? groupAsKey(text, events);
    if (fault !== undefined) return { ok: false, fault };
    const [value = null, ...others] = constructFromEvents(events, { source: text });
    return others.length === 0 ? { ok: true, value } : { ok: false, fault: explainSyntax(text) };
  } catch (error) {
    // A number that is no number, a nest too deep: whatever is thrown is about this text.
    return { ok: false, fault: explainSyntax(text, error) };
  }
}

/**
 * What records have no need of, and what would give something that is no text, number, list or group: aliases (a word that begins with
 * `*`, a nest that grows without bound), their anchors, and tags (`!!binary`).
 */
function refusedNode(text: string, events: readonly Event[]): SyntaxFault | undefined {
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) continue;
    const { anchorStart, anchorEnd } = event;
    const name = text.slice(anchorStart, anchorEnd);
    if (event.type === EVENT_ID.ALIAS) return refused(text, anchorStart - 1, `*${name} is an alias`, ALIAS_FIX);
    if (anchorStart >= 0) return refused(text, anchorStart - 1, `&${name} is an anchor`, ANCHOR_FIX);
    if (event.tagStart >= 0) {
      const tag = text.slice(event.tagStart, event.tagEnd);
      return refused(text, event.tagStart, `${tag} is a tag`, TAG_FIX);
    }
  }
  return undefined;
}

/** A key that is itself a list or a group, as in `{{ ja: … }}`. */
function groupAsKey(text: string, events: readonly Event[]): SyntaxFault | undefined {
  const open: { readonly isMapping: boolean; held: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const isKey = parent?.isMapping === true && parent.held % 2 === 0;
    if (parent !== undefined) parent.held += 1;
    if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
    if (isKey && event.type !== EVENT_ID.DOCUMENT) return refused(text, event.start, 'a key must be text', KEY_FIX);
    open.push({ isMapping: event.type === EVENT_ID.MAPPING, held: 0 });
  }
  return undefined;
}

const refused = (text: string, offset: number, message: string, fix: string): SyntaxFault => ({
  ...createLineCounter(text)(offset),
  message,
  fix,
});

const ALIAS_FIX = 'put quotes around text that begins with *, or write out what the alias stands for';
const ANCHOR_FIX = 'put quotes around text that begins with &, or take the anchor out';
const KEY_FIX = 'take out the braces or brackets around the key';
const TAG_FIX = 'take the tag out, and put quotes around text that begins with !';

/**
 * The fault in a writer's words. The parser that gives values is fast and says little; `yaml` names what is wrong, and is loaded only
 * where something is.
 */
function explainSyntax(text: string, error?: unknown): SyntaxFault {
  // require gives the module itself; its types are those of the import.
  const yaml = createRequire(import.meta.url)('yaml') as typeof Yaml;
  const placeAt = createLineCounter(text);
  const [first] = yaml.parseDocument(text, { prettyErrors: false }).errors;
  if (first?.code === 'MULTIPLE_DOCS')
    return { ...placeAt(first.pos[0]), message: 'a second document begins here', fix: 'take out the line ---' };
  if (first !== undefined) return { ...placeAt(first.pos[0]), message: first.message.split('\n')[0] ?? first.message };
  if (error instanceof YAMLException) return { ...placeAt(error.mark?.position ?? 0), message: error.reason };
  return { ...placeAt(0), message: String(error) };
}
