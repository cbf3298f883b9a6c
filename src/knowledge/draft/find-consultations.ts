import { level } from '../../text/level.ts';
import { findTimes } from '../../time/index.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Consultation, Framework, Outcome, Participant } from '../schema.ts';
import { unwritten } from '../unwritten.ts';
import { actOf } from './acts-in-words.ts';
import { collectNames, findNames, foldText, type Names } from './mentions.ts';
import { collectPlaces, type PlaceIndex, placeIn } from './places.ts';
import type { SourceDocument } from './read-document.ts';
import { type Sentence, splitSentences } from './sentences.ts';

export type DraftOptions = {
  /** The source id that the drafts cite. */
  readonly source: string;
  /** The present day, `YYYY-MM-DD`: the draft's `addedOn`, and the anchor of dates without a year. */
  readonly today: string;
};

/**
 * Draft records of the consultations that a document reports: framework, day or month, place, participants, and the statements
 * with their paragraph, topics and the source's words as `evidence`. A consultation is opened by a sentence that names a date,
 * a framework and a meeting; what follows belongs to it until another is opened. Empty when the document reports none.
 */
export function findConsultations(
  document: SourceDocument,
  knowledge: KnowledgeBase,
  options: DraftOptions,
): readonly Consultation[] {
  const context: Context = {
    document,
    knowledge,
    options,
    names: collectNames(knowledge),
    places: collectPlaces(knowledge),
    yearHint: firstYear(document, options.today),
  };
  const drafts: Consultation[] = [];
  for (const paragraph of document.paragraphs) {
    for (const sentence of splitSentences(paragraph.text, document.language)) {
      const opened = openedBy(sentence, context);
      if (opened !== null) drafts.push(opened);
      const current = drafts.at(-1);
      if (current === undefined || opened !== null) continue;
      const outcome = outcomeOf(sentence, paragraph.number, current, context);
      if (outcome !== null) current.outcomes.push(outcome);
    }
  }
  return drafts;
}

type Context = {
  readonly document: SourceDocument;
  readonly knowledge: KnowledgeBase;
  readonly options: DraftOptions;
  readonly names: Names;
  readonly places: PlaceIndex;
  readonly yearHint: number | undefined;
};

const met = {
  ja: /会談|会合|協議|会議|表敬|訪問|開催|実施/,
  en: /\b(?:met|meeting|held|hosted|talks?|talked|call|visited|convened)\b/i,
};

function openedBy({ text, item }: Sentence, context: Context): Consultation | null {
  const { document, names, knowledge, options } = context;
  const folded = foldText(text);
  if (item || !met[document.language].test(folded)) return null;
  const date = dateIn(text, context);
  const people = [...new Set(findNames(folded, names.people).map(({ id }) => id))];
  if (date === null || people.length === 0) return null;
  const participants = people.flatMap((id) => participant(id, date, knowledge));
  const named = findNames(folded, names.frameworks)[0]?.id;
  const framework =
    named ?? (sides(participants) > 1 ? (headed(context) ?? byOffice(participants, knowledge)) : undefined);
  if (framework === undefined) return null;
  const { names: titles, short } = knowledge.frameworks.get(framework) ?? { names: unwritten, short: undefined };
  const place = placeIn(text, document.language, context.places);
  const format = /電話|telephone|phone call/i.test(folded)
    ? 'telephone'
    : /テレビ会議|オンライン|video|virtual/i.test(folded)
      ? 'video'
      : 'in-person';
  return {
    id: `${date.split('/')[0]}-${framework}`,
    framework,
    title: { ja: short?.ja ?? titles.ja, en: inCapitals(titles.en) },
    date,
    format,
    ...(place !== undefined && format === 'in-person' ? { place } : {}),
    ...durationIn(text),
    participants,
    outcomes: [],
    documents: [],
    sources: [options.source],
    status: 'draft',
    addedOn: options.today,
  };
}

/** A name as a title: "Japan–U.S. defense ministerial meeting" with capitals, small words left small. */
const inCapitals = (name: string): string =>
  name.replaceAll(/(?<= )\p{Ll}[^ ]{3,}/gu, (word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);

const sides = (participants: readonly Participant[]): number =>
  new Set(participants.map(({ country }) => country)).size;

/** The framework that a heading or the title names, for a release that says "held a meeting" alone. */
function headed({ document, names }: Context): string | undefined {
  for (const line of [document.title ?? '', ...document.headings]) {
    const found = findNames(foldText(line), names.frameworks)[0];
    if (found !== undefined) return found.id;
  }
  return undefined;
}

/** The framework in which the two offices are counterparts, each alone for its side, when two people met. */
function byOffice(participants: readonly Participant[], knowledge: KnowledgeBase): string | undefined {
  if (participants.length !== 2) return undefined;
  const posts = participants.flatMap(({ person, office }) =>
    (knowledge.people.get(person)?.offices ?? []).filter(({ en }) => en === office.en).map(({ post }) => post),
  );
  const meets = ({ sides }: Framework) =>
    sides.length === 2 && sides.every((side) => side.posts.length === 1 && posts.includes(side.posts[0] ?? ''));
  return [...knowledge.frameworks.values()].find(meets)?.id;
}

function durationIn(text: string): { durationMinutes?: number } {
  const minutes = /約(\d{1,3})分|(?:approximately|about) (\d{1,3}) minutes/.exec(level(text));
  return minutes === null ? {} : { durationMinutes: Number(minutes[1] ?? minutes[2]) };
}

/** The first day or month that the sentence names, as a record writes it. */
function dateIn(text: string, { options, yearHint }: Context): string | null {
  for (const { period, granularity } of findTimes(text, { today: options.today, yearHint })) {
    if (period === null || period.from === null || period.to === null) continue;
    if (granularity === 'day') return period.from;
    if (granularity === 'month') return period.from.slice(0, 7);
    if (granularity === 'span' && period.from.slice(0, 7) === period.to.slice(0, 7))
      return `${period.from}/${period.to}`;
  }
  return null;
}

/** The year of the first full date in the document, for the dates that leave it out. */
function firstYear(document: SourceDocument, today: string): number | undefined {
  for (const text of [
    document.title ?? '',
    ...document.headings,
    ...document.paragraphs.map((paragraph) => paragraph.text),
  ]) {
    const dated = findTimes(text, { today }).find(({ assumption, period }) => assumption === null && period?.from);
    if (dated?.period?.from) return Number(dated.period.from.slice(0, 4));
  }
  return undefined;
}

/** The office held nearest to the day; nobody is listed without one. */
function participant(id: string, date: string, knowledge: KnowledgeBase): Participant[] {
  const person = knowledge.people.get(id);
  const distance = ({ from, to }: { from?: string | undefined; to?: string | undefined }): number => {
    if ((from ?? '').slice(0, date.length) > date) return 1 + Date.parse(from ?? date) - Date.parse(date);
    return to !== undefined && to.slice(0, date.length) < date ? 1 + Date.parse(date) - Date.parse(to) : 0;
  };
  const office = person?.offices.toSorted((a, b) => distance(a) - distance(b))[0];
  if (person === undefined || office === undefined) return [];
  return [{ person: id, office: { ja: office.ja, en: office.en }, country: person.country }];
}

function outcomeOf({ text }: Sentence, paragraph: number, draft: Consultation, context: Context): Outcome | null {
  const { document, names, options } = context;
  const act = actOf(level(text), document.language);
  if (act === null) return null;
  const topics = [...new Set(findNames(foldText(text), names.topics).map(({ id }) => id))];
  const by = speaker(text, draft, context);
  return {
    act,
    ...unwritten,
    topics,
    ...(by === null ? {} : { by: [by] }),
    sources: [{ source: options.source, locator: { ja: `第${paragraph}段落`, en: `para. ${paragraph}` } }],
    evidence: text,
  };
}

/** The side whose member alone is the subject: 中谷大臣は…, "Minister Nakatani said …". */
function speaker(text: string, draft: Consultation, { document, names, knowledge }: Context): string | null {
  const folded = foldText(text);
  const first = findNames(folded, names.people)[0];
  if (first === undefined || first.start > 12 || /^(?:両|双方|both|the two|they)/.test(folded)) return null;
  if (document.language === 'ja' && !/^(?:は|が|から)/.test(folded.slice(first.end))) return null;
  const country = knowledge.people.get(first.id)?.country ?? null;
  return draft.participants.some((member) => member.country === country) ? country : null;
}
