import { phrases } from '../conversation/phrases.ts';
import type { Pages } from '../record/pages.ts';
import type { Feedback, GapCount, StoredFeedback } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';
import { type CuratorPhrases, curatorPhrases } from './phrases.ts';

/**
 * A message to curators: plain text and data, no markup of any platform. What stands in passages may be typed by anybody; its lines
 * are kept.
 */
export type CuratorNote = {
  readonly language: Language;
  readonly heading: string;
  readonly passages: readonly { readonly name: string; readonly text: string }[];
  /** Consultations by id, with their page where there is one. */
  readonly records: readonly { readonly id: string; readonly url?: string | undefined }[];
  readonly recordsName: string;
  /** Small print: which report it is, when and where it was made. */
  readonly footer: string;
};

/** How a note is made. */
export type NoteOptions = { readonly language: Language; readonly pages?: Pages | undefined };

/** Characters of one passage: a form holds at most 2,000. */
const MOST_CHARACTERS = 2_000;
/** Records that a note names; the rest are in `npm run feedback -- --json`. */
const MOST_RECORDS = 8;
/** Unanswered questions that a day's note quotes. */
const MOST_QUESTIONS = 15;

/** A report as a curator reads it, in a channel or in a terminal: never who made it. */
export function reportNote(report: StoredFeedback, { language, pages }: NoteOptions): CuratorNote {
  const said = curatorPhrases(language);
  const { about } = report;
  const when = Temporal.Instant.fromEpochMilliseconds(report.at).toString({ smallestUnit: 'minute' });
  return {
    language,
    heading: kindOf(report.kind, language),
    // Of praise nothing else is kept.
    passages:
      report.kind === 'helpful'
        ? []
        : [
            { name: said.question, text: shortened(about?.question ?? said.noLongerKept) },
            { name: said.answer, text: shortened(about?.headline ?? said.noLongerKept) },
            { name: said.written, text: shortened(report.text ?? said.nothingWritten) },
          ],
    records: (about?.consultations ?? [])
      .slice(0, MOST_RECORDS)
      .map((id) => ({ id, url: pages?.consultation(language, id) })),
    recordsName: said.records,
    footer: [said.report(reportNumber(report)), when.replace('T', ' ').replace('Z', ' UTC'), report.platform].join(
      ' · ',
    ),
  };
}

/** What a report is called by in the channel and in `npm run feedback`. */
export function reportNumber({ id }: Pick<StoredFeedback, 'id'>): string {
  return id.slice(0, 8);
}

/** A day in one note: how many reports were not shown one by one, and what could not be answered. */
export function dayNote(
  day: { readonly date: PlainDate; readonly reports: readonly StoredFeedback[]; readonly gaps: readonly GapCount[] },
  { language }: NoteOptions,
): CuratorNote {
  const said = curatorPhrases(language);
  const { date, reports, gaps } = day;
  const passages: { name: string; text: string }[] = [];
  if (reports.length > 0) {
    const kinds = counted(reports.map(({ kind }) => [kindOf(kind, language), 1]));
    const lines = kinds.map(([kind, count]) => said.times(count, kind));
    passages.push({ name: said.moreReports, text: [said.moreReportsCount(reports.length), ...lines].join('\n') });
  }
  if (gaps.length > 0) passages.push({ name: said.unanswered, text: unanswered(gaps, said) });
  return { language, heading: said.dayHeading(date), passages, records: [], recordsName: said.records, footer: date };
}

function unanswered(gaps: readonly GapCount[], said: CuratorPhrases): string {
  const total = gaps.reduce((sum, { count }) => sum + count, 0);
  const reasons = counted(
    gaps.map(({ reason, language, count }) => [said.inLanguage(said.reason(reason), language), count]),
  ).map(([reason, count]) => said.times(count, reason));
  const quoted = gaps
    .flatMap(({ text, count }) => (text === null ? [] : [said.times(count, said.quoted(text.replace(/\s+/gu, ' ')))]))
    .slice(0, MOST_QUESTIONS);
  return shortened([said.unansweredCount(total), ...reasons, ...quoted].join('\n'));
}

/** Sums by name, the largest first. */
function counted(pairs: readonly (readonly [name: string, count: number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, count] of pairs) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].sort(([, one], [, other]) => other - one);
}

function kindOf(kind: Feedback['kind'], language: Language): string {
  const said = phrases(language);
  return kind === 'helpful' ? said.helpful : said.feedbackKinds[kind];
}

function shortened(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1).toWellFormed()}…`;
}
