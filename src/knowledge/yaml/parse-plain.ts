/** Returned when a text steps outside the plain subset: the caller then asks the full parser. */
export const NotPlain = Symbol('not plain YAML');

/**
 * Reads the plain subset of YAML that our records are written in, about ten times faster than the full parser: block maps
 * and lists, one-line flow collections, one-line scalars, whole-line comments. The value is the one YAML 1.2 gives.
 * Anything else (anchors, tags, block scalars, folded lines, duplicate keys, tabs, errors) is answered with `NotPlain`.
 */
export function parsePlain(text: string): unknown {
  const lines = toLines(text);
  if (lines === null || lines.length === 0) return NotPlain;
  const cursor: Cursor = { lines, at: 0 };
  const first = lines[0];
  if (first === undefined || first.indent !== 0) return NotPlain;
  const value = readBlock(cursor, 0);
  return value === NotPlain || cursor.at !== lines.length ? NotPlain : value;
}

type Line = { indent: number; body: string };
type Cursor = { readonly lines: Line[]; at: number };
type Flow = { readonly text: string; at: number };

function toLines(text: string): Line[] | null {
  if (text.includes('\t') || text.includes('\r') || text.startsWith('\uFEFF')) return null;
  const lines: Line[] = [];
  for (const raw of text.split('\n')) {
    let indent = 0;
    while (raw.charCodeAt(indent) === 32) indent++;
    if (indent === raw.length || raw[indent] === '#') continue;
    const body = raw.slice(indent).trimEnd();
    if (body.startsWith('---') || body.startsWith('...')) return null;
    lines.push({ indent, body });
  }
  return lines;
}

/** The block that starts at the cursor, whose lines stand exactly at `indent`. */
function readBlock(cursor: Cursor, indent: number): unknown {
  const line = cursor.lines[cursor.at];
  if (line === undefined) return NotPlain;
  if (isItem(line.body)) return readList(cursor, indent);
  if (line.body === '[]') {
    cursor.at++;
    return [];
  }
  return readMap(cursor, indent);
}

const isItem = (body: string): boolean => body === '-' || body.startsWith('- ');

function readList(cursor: Cursor, indent: number): unknown {
  const list: unknown[] = [];
  for (;;) {
    const line = cursor.lines[cursor.at];
    if (line === undefined || line.indent < indent) return list;
    if (line.indent > indent) return NotPlain;
    // A list may stand at its key's own indent; the next key ends it.
    if (!isItem(line.body)) return list;
    const value = readItem(cursor, line, indent);
    if (value === NotPlain) return NotPlain;
    list.push(value);
  }
}

function readItem(cursor: Cursor, line: Line, indent: number): unknown {
  if (line.body === '-') return NotPlain;
  let start = 1;
  while (line.body.charCodeAt(start) === 32) start++;
  const rest = line.body.slice(start);
  if (isItem(rest)) return NotPlain;
  if (keyEnd(rest) > 0) {
    // `- key: value` opens a map whose keys stand where this key stands.
    cursor.lines[cursor.at] = { indent: indent + start, body: rest };
    return readMap(cursor, indent + start);
  }
  cursor.at++;
  return readScalarLine(cursor, rest, indent);
}

function readMap(cursor: Cursor, indent: number): unknown {
  const map: Record<string, unknown> = {};
  for (;;) {
    const line = cursor.lines[cursor.at];
    if (line === undefined || line.indent < indent) return map;
    if (line.indent > indent) return NotPlain;
    const colon = keyEnd(line.body);
    if (colon <= 0) return NotPlain;
    const key = line.body.slice(0, colon);
    if (Object.hasOwn(map, key) || key === '__proto__') return NotPlain;
    const value = readValue(cursor, line.body, colon, indent);
    if (value === NotPlain) return NotPlain;
    map[key] = value;
  }
}

function readValue(cursor: Cursor, body: string, colon: number, indent: number): unknown {
  cursor.at++;
  const rest = body.slice(colon + 1).trimStart();
  if (rest !== '') return readScalarLine(cursor, rest, indent);
  const next = cursor.lines[cursor.at];
  if (next === undefined || next.indent < indent) return null;
  if (next.indent > indent) return readBlock(cursor, next.indent);
  return isItem(next.body) ? readList(cursor, indent) : null;
}

/** Where the colon of a plain `key:` stands, or 0. Only identifier-like keys are plain. */
function keyEnd(body: string): number {
  let at = 0;
  for (; at < body.length; at++) {
    const code = body.charCodeAt(at);
    const word = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    if (!word && !(at > 0 && ((code >= 48 && code <= 57) || code === 45 || code === 95))) break;
  }
  if (at === 0 || body[at] !== ':' || typeof keyword(body.slice(0, at)) !== 'string') return 0;
  return at + 1 === body.length || body[at + 1] === ' ' ? at : 0;
}

/** One value that must end with its line; a deeper line after it would fold into it, so that is not plain. */
function readScalarLine(cursor: Cursor, text: string, indent: number): unknown {
  const next = cursor.lines[cursor.at];
  if (next !== undefined && next.indent > indent) return NotPlain;
  const first = text[0];
  if (first === '{' || first === '[' || first === '"' || first === "'") {
    const flow: Flow = { text, at: 0 };
    const value = readFlow(flow);
    return value === NotPlain || flow.at !== text.length ? NotPlain : value;
  }
  return plainScalar(text);
}

function readFlow(flow: Flow): unknown {
  switch (flow.text[flow.at]) {
    case '{':
      return readFlowMap(flow);
    case '[':
      return readFlowList(flow);
    case '"':
      return readDouble(flow);
    case "'":
      return readSingle(flow);
    default:
      return readFlowPlain(flow);
  }
}

function skipSpaces(flow: Flow): void {
  while (flow.text.charCodeAt(flow.at) === 32) flow.at++;
}

function readFlowMap(flow: Flow): unknown {
  const map: Record<string, unknown> = {};
  flow.at++;
  skipSpaces(flow);
  if (flow.text[flow.at] === '}') return closed(flow, map);
  for (;;) {
    const colon = keyEnd(flow.text.slice(flow.at));
    if (colon <= 0) return NotPlain;
    const key = flow.text.slice(flow.at, flow.at + colon);
    if (Object.hasOwn(map, key) || key === '__proto__') return NotPlain;
    flow.at += colon + 1;
    skipSpaces(flow);
    const value = readFlow(flow);
    if (value === NotPlain) return NotPlain;
    map[key] = value;
    skipSpaces(flow);
    if (flow.text[flow.at] === '}') return closed(flow, map);
    if (flow.text[flow.at] !== ',' || flow.text[flow.at + 1] !== ' ') return NotPlain;
    flow.at++;
    skipSpaces(flow);
  }
}

function readFlowList(flow: Flow): unknown {
  const list: unknown[] = [];
  flow.at++;
  skipSpaces(flow);
  if (flow.text[flow.at] === ']') return closed(flow, list);
  for (;;) {
    const value = readFlow(flow);
    if (value === NotPlain) return NotPlain;
    list.push(value);
    skipSpaces(flow);
    if (flow.text[flow.at] === ']') return closed(flow, list);
    if (flow.text[flow.at] !== ',' || flow.text[flow.at + 1] !== ' ') return NotPlain;
    flow.at++;
    skipSpaces(flow);
  }
}

function closed<T>(flow: Flow, value: T): T {
  flow.at++;
  return value;
}

function readDouble(flow: Flow): unknown {
  const end = flow.text.indexOf('"', flow.at + 1);
  if (end < 0) return NotPlain;
  const raw = flow.text.slice(flow.at + 1, end);
  if (raw.includes('\\')) return readEscaped(flow);
  flow.at = end + 1;
  return raw;
}

/** YAML's double quotes are JSON's where only `\"` and `\\` are escaped; other escapes go to the full parser. */
function readEscaped(flow: Flow): unknown {
  let value = '';
  for (let at = flow.at + 1; at < flow.text.length; at++) {
    const char = flow.text[at];
    if (char === '"') {
      flow.at = at + 1;
      return value;
    }
    if (char === '\\') {
      const next = flow.text[++at];
      if (next !== '"' && next !== '\\') return NotPlain;
      value += next;
    } else value += char;
  }
  return NotPlain;
}

function readSingle(flow: Flow): unknown {
  let value = '';
  let from = flow.at + 1;
  for (;;) {
    const end = flow.text.indexOf("'", from);
    if (end < 0) return NotPlain;
    value += flow.text.slice(from, end);
    if (flow.text[end + 1] !== "'") {
      flow.at = end + 1;
      return value;
    }
    value += "'";
    from = end + 2;
  }
}

function readFlowPlain(flow: Flow): unknown {
  let at = flow.at;
  while (at < flow.text.length) {
    const char = flow.text[at];
    if (char === ',' || char === '}' || char === ']') break;
    if (char === '{' || char === '[') return NotPlain;
    at++;
  }
  const raw = flow.text.slice(flow.at, at).trimEnd();
  if (raw === '') return NotPlain;
  flow.at = at;
  return plainScalar(raw);
}

const reserved = new Set([...'-?:,[]{}#&*!|>\'"%@`']);
const wordLike = /^[A-Za-z\u0080-\uFFFF]/;

function plainScalar(raw: string): unknown {
  const first = raw[0];
  if (first === undefined || reserved.has(first)) return NotPlain;
  if (raw.includes(': ') || raw.includes(' #') || raw.endsWith(':')) return NotPlain;
  if (wordLike.test(raw)) return keyword(raw);
  if (/^[1-9]\d{0,14}$/.test(raw)) return Number(raw);
  // Whatever else may be a number is rare enough to be left to the full parser. Dates are text in YAML 1.2.
  return /^\d/.test(raw) && !numberLike.test(raw) ? raw : NotPlain;
}

const numberLike = /^(?:\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/;

function keyword(raw: string): unknown {
  switch (raw) {
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return raw;
  }
}
