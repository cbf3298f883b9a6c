import { type Action, decodeAction } from '../chat/actions.ts';

/** The `action_id`s that messages carry and the listeners answer; views and forms have theirs beside them. */
export const ACTIONS = {
  /** Followed by `.1`, `.2` …: ids are unique in a message. What is meant stands in the value. */
  act: 'kyogi.act',
  /** Opens a page; nothing happens here. */
  web: 'kyogi.web',
  /** Its value is a whole question. */
  ask: 'kyogi.ask',
} as const;

/** Every id of a control that asks something of us, those of version 0.1 included. */
export const ACTING = /^kyogi\.(?:act|ask|sources|details|timeline|language|page|share|feedback|card)(?:\.|$)/;

/** What a control asks for, by its id and value; `undefined` for one of another version, or forged. */
export function actionOf(id: string, value: string): Action | undefined {
  if (id.startsWith(`${ACTIONS.ask}.`)) return value === '' ? undefined : { kind: 'question', text: value };
  return decodeAction(value) ?? oldActionOf(id, value);
}

/** A control of version 0.1: its id says what is asked, its value of which answer. */
function oldActionOf(id: string, value: string): Action | undefined {
  if (id === 'kyogi.card') {
    const [ask = '', consultation = ''] = value.split('|');
    return { kind: 'details', ask, consultation };
  }
  const [format, ask = '', pageText = '', part = '', version = '', extra = ''] = value.split('|');
  if (format !== '1' || ask === '' || !isCount(pageText) || !isCount(part)) return undefined;
  const page = Number(pageText);
  const leaf = Number(part) - 1;
  switch (id) {
    case 'kyogi.page':
    case 'kyogi.page.back':
      return { kind: 'page', ask, page, leaf, version };
    case 'kyogi.language':
      return { kind: 'language', ask, language: extra === 'ja' ? 'ja' : 'en', version };
    case 'kyogi.sources':
      return { kind: 'sources', ask, leaf: 0, page };
    case 'kyogi.details':
      return { kind: 'details', ask };
    case 'kyogi.timeline':
      return { kind: 'timeline', ask, leaf: 0 };
    case 'kyogi.share':
      return { kind: 'share', ask, page, leaf };
    case 'kyogi.feedback':
      return { kind: extra === 'helpful' ? 'helpful' : 'feedback', ask };
    default:
      return undefined;
  }
}

function isCount(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}
