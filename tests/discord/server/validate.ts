/**
 * Discord's documented limits, checked on every body that the client sends. Written from the documentation and not from the
 * adapter's own table, so that the two must agree. Lengths count UTF-16 code units, the strictest reading.
 */

type Json = Record<string, unknown>;

/** Faults of a message body (create, reply, edit, interaction callback); empty when Discord would take it. */
export function messageFaults(body: unknown, files: ReadonlyMap<string, { name: string; size: number }>): string[] {
  const faults: string[] = [];
  const message = asObject(body, 'body', faults);
  const content = optionalText(message, 'content', faults, 2_000) ?? '';
  const embeds = optionalArray(message, 'embeds', faults, 10);
  const components = optionalArray(message, 'components', faults, 5);
  const attachments = optionalArray(message, 'attachments', faults, 10);
  let total = 0;
  for (const [i, embed] of embeds.entries())
    total += embedFaults(asObject(embed, `embeds[${i}]`, faults), i, faults, files);
  if (total > 6_000) faults.push(`embeds: ${total} characters in all, at most 6000`);
  const urls = embeds.map((embed) => (isObject(embed) ? embed.url : undefined)).filter((url) => url !== undefined);
  if (new Set(urls).size < urls.length) faults.push('embeds: two with the same url are shown as one');
  rowFaults(components, faults);
  for (const [i, attachment] of attachments.entries()) {
    const it = asObject(attachment, `attachments[${i}]`, faults);
    optionalText(it, 'description', faults, 1_024);
    if (!files.has(String(it.id))) faults.push(`attachments[${i}]: no file of that id`);
  }
  if (content === '' && embeds.length === 0 && components.length === 0 && files.size === 0) {
    faults.push('an empty message (50006)');
  }
  const mentions = message.allowed_mentions;
  if (!isObject(mentions) || !Array.isArray(mentions.parse) || mentions.parse.length > 0) {
    faults.push('allowed_mentions.parse is not []');
  }
  if (isObject(mentions) && mentions.replied_user === true) faults.push('allowed_mentions.replied_user pings');
  const nonce = message.nonce;
  if (nonce !== undefined && String(nonce).length > 25) faults.push('nonce: more than 25 characters');
  const flags = message.flags ?? 0;
  if (typeof flags !== 'number' || (flags & ~(4 | 64 | 4096 | 32_768)) !== 0) faults.push(`flags: ${String(flags)}`);
  return faults;
}

/** Faults of a modal. */
export function modalFaults(body: unknown): string[] {
  const faults: string[] = [];
  const modal = asObject(body, 'modal', faults);
  requiredText(modal, 'custom_id', faults, 100);
  requiredText(modal, 'title', faults, 45);
  const components = optionalArray(modal, 'components', faults, 5);
  if (components.length === 0) faults.push('components: at least one');
  for (const [i, component] of components.entries()) {
    const label = asObject(component, `components[${i}]`, faults);
    if (label.type !== 18) faults.push(`components[${i}]: not a label`);
    requiredText(label, 'label', faults, 45);
    const inner = asObject(label.component, `components[${i}].component`, faults);
    requiredText(inner, 'custom_id', faults, 100);
    if (inner.type === 3) selectFaults(inner, `components[${i}]`, faults);
    else if (inner.type === 4) {
      if (inner.label !== undefined) faults.push('a text input in a label has no label of its own');
      if (typeof inner.max_length === 'number' && inner.max_length > 4_000) faults.push('max_length over 4000');
    } else faults.push(`components[${i}]: type ${String(inner.type)}`);
  }
  return faults;
}

/** Faults of autocomplete choices. */
export function choicesFaults(body: unknown): string[] {
  const faults: string[] = [];
  const choices = optionalArray(asObject(body, 'data', faults), 'choices', faults, 25);
  for (const choice of choices) {
    const it = asObject(choice, 'choice', faults);
    requiredText(it, 'name', faults, 100);
    requiredText(it, 'value', faults, 100);
  }
  return faults;
}

/** Faults of a bulk overwrite of commands. */
export function commandFaults(body: unknown): string[] {
  const faults: string[] = [];
  if (!Array.isArray(body)) return ['not an array'];
  const seen = new Set<string>();
  for (const command of body) {
    const it = asObject(command, 'command', faults);
    const key = `${String(it.type ?? 1)} ${String(it.name)}`;
    if (seen.has(key)) faults.push(`${key} twice`);
    seen.add(key);
    const size = oneCommand(it, it.type === 3 ? 'menu' : 'chat', faults, String(it.name));
    if (size > 8_000) faults.push(`${key}: ${size} characters in all, at most 8000`);
  }
  return faults;
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function oneCommand(it: Json, kind: 'chat' | 'menu', faults: string[], path: string): number {
  let size = 0;
  const longest = (values: unknown[]) =>
    Math.max(0, ...values.map((value) => (typeof value === 'string' ? value.length : 0)));
  for (const field of ['name', 'description'] as const) {
    const localised = isObject(it[`${field}_localizations`]) ? Object.values(it[`${field}_localizations`] as Json) : [];
    const all = [it[field], ...localised];
    size += longest(all);
    for (const value of all) {
      if (value === undefined && field === 'description' && kind === 'menu') continue;
      if (typeof value !== 'string' || value === '') faults.push(`${path}.${field}: missing`);
      else if (field === 'description' && value.length > 100) faults.push(`${path}.description: ${value.length} > 100`);
      else if (field === 'name' && kind === 'menu' && value.length > 32) faults.push(`${path}.name: over 32`);
      else if (field === 'name' && kind === 'chat' && (!NAME.test(value) || value !== value.toLowerCase())) {
        faults.push(`${path}.name: ${value}`);
      }
    }
  }
  const options = optionalArray(it, 'options', faults, 25);
  let optional = false;
  const names = new Set<string>();
  for (const option of options) {
    const each = asObject(option, `${path}.option`, faults);
    if (each.required === true && optional) faults.push(`${path}: a required option after an optional one`);
    optional ||= each.required !== true;
    for (const name of [each.name, isObject(each.name_localizations) ? each.name_localizations.ja : undefined]) {
      if (names.has(String(name)) && name !== undefined) faults.push(`${path}: two options called ${String(name)}`);
      names.add(String(name));
    }
    if (each.autocomplete === true && Array.isArray(each.choices)) faults.push(`${path}: autocomplete with choices`);
    size += oneCommand(each, 'chat', faults, `${path}.${String(each.name)}`);
    for (const choice of optionalArray(each, 'choices', faults, 25)) {
      const c = asObject(choice, 'choice', faults);
      requiredText(c, 'name', faults, 100);
      size += longest([c.name, ...(isObject(c.name_localizations) ? Object.values(c.name_localizations) : [])]);
      size += typeof c.value === 'string' ? c.value.length : 0;
    }
  }
  return size;
}

function embedFaults(
  embed: Json,
  index: number,
  faults: string[],
  files: ReadonlyMap<string, { name: string; size: number }>,
): number {
  const at = `embeds[${index}]`;
  let size = 0;
  size += (optionalText(embed, 'title', faults, 256) ?? '').length;
  size += (optionalText(embed, 'description', faults, 4_096) ?? '').length;
  if (isObject(embed.footer)) size += (requiredText(embed.footer, 'text', faults, 2_048) ?? '').length;
  if (isObject(embed.author)) size += (requiredText(embed.author, 'name', faults, 256) ?? '').length;
  for (const field of optionalArray(embed, 'fields', faults, 25)) {
    const it = asObject(field, `${at}.field`, faults);
    size +=
      (requiredText(it, 'name', faults, 256) ?? '').length + (requiredText(it, 'value', faults, 1_024) ?? '').length;
  }
  if (isObject(embed.image)) {
    const url = String(embed.image.url);
    const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
    if (name !== undefined && ![...files.values()].some((file) => file.name === name))
      faults.push(`${at}.image: no file ${name}`);
  }
  return size;
}

function rowFaults(rows: readonly unknown[], faults: string[]): void {
  const ids = new Set<string>();
  const once = (id: unknown) => {
    if (ids.has(String(id))) faults.push(`custom_id ${String(id)} twice`);
    ids.add(String(id));
  };
  for (const [i, row] of rows.entries()) {
    const it = asObject(row, `components[${i}]`, faults);
    if (it.type !== 1) faults.push(`components[${i}]: not an action row`);
    const inner = optionalArray(it, 'components', faults, 5);
    if (inner.length === 0) faults.push(`components[${i}]: empty`);
    for (const component of inner) {
      const each = asObject(component, `components[${i}]`, faults);
      if (each.type === 2) {
        optionalText(each, 'label', faults, 80);
        if (each.style === 5) optionalText(each, 'url', faults, 512);
        else requiredText(each, 'custom_id', faults, 100);
      } else if (each.type === 3) {
        if (inner.length > 1) faults.push(`components[${i}]: a select menu stands alone`);
        requiredText(each, 'custom_id', faults, 100);
        optionalText(each, 'placeholder', faults, 150);
        selectFaults(each, `components[${i}]`, faults);
      } else faults.push(`components[${i}]: type ${String(each.type)}`);
      if (each.custom_id !== undefined) once(each.custom_id);
    }
  }
}

function selectFaults(select: Json, at: string, faults: string[]): void {
  const options = optionalArray(select, 'options', faults, 25);
  if (options.length === 0) faults.push(`${at}: a select without options`);
  const values = new Set<string>();
  for (const option of options) {
    const it = asObject(option, `${at}.option`, faults);
    requiredText(it, 'label', faults, 100);
    const value = requiredText(it, 'value', faults, 100) ?? '';
    if (values.has(value)) faults.push(`${at}: the value ${value} twice`);
    values.add(value);
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown, at: string, faults: string[]): Json {
  if (isObject(value)) return value;
  faults.push(`${at}: not an object`);
  return {};
}

function optionalText(it: Json, key: string, faults: string[], most: number): string | undefined {
  const value = it[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') faults.push(`${key}: not a string`);
  else if (value.length > most) faults.push(`${key}: ${value.length} characters, at most ${most}`);
  else return value;
  return undefined;
}

function requiredText(it: Json, key: string, faults: string[], most: number): string | undefined {
  const value = optionalText(it, key, faults, most);
  if (it[key] === undefined || it[key] === null || it[key] === '') faults.push(`${key}: missing or empty`);
  return value;
}

function optionalArray(it: Json, key: string, faults: string[], most: number): readonly unknown[] {
  const value = it[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) faults.push(`${key}: not an array`);
  else if (value.length > most) faults.push(`${key}: ${value.length}, at most ${most}`);
  else return value;
  return [];
}
