import { formatPeriod } from '../../time/format.ts';
import type { Scope } from '../scope.ts';

const levelNouns: Readonly<Record<string, string>> = {
  leaders: 'leader-level consultation',
  ministers: 'ministerial-level consultation',
  '2+2': '“2+2” meeting',
  officials: 'official-level consultation',
  military: 'military-level consultation',
  trilateral: 'trilateral or wider consultation',
};

const formatWords = { 'in-person': 'in person', telephone: 'by telephone', video: 'by video' } as const;

const actWords: Readonly<Record<string, string>> = {
  agreed: 'with agreement on',
  confirmed: 'with confirmation on',
  reaffirmed: 'with reaffirmation on',
  welcomed: 'welcoming developments on',
  instructed: 'with instructions on',
  announced: 'with announcements on',
  signed: 'with signatures on',
  condemned: 'with condemnation over',
  concerned: 'with concern over',
  protested: 'with protests over',
  condoled: 'with condolences over',
};

/** Japan–U.S. summit meetings in 2025 with Ishiba Shigeru on the Taiwan Strait. */
export function scope(about: Scope, count: number): string {
  const details = detailsOf(about);
  const carried = about.carried
    ? details.length === 0
      ? ' of the answer before'
      : ', of those in the answer before'
    : '';
  return `${scopeNoun(about, count)}${details.map((detail) => ` ${detail}`).join('')}${carried}`;
}

/** What kind of meeting: a framework, a level, or consultations. */
export function scopeNoun(about: Scope, count: number): string {
  const frameworks = about.frameworks.map((name) => plural(name, count));
  if (frameworks.length > 0) return frameworks.join(' or ');
  const levels = about.levels.map((level) => plural(levelNouns[level] ?? 'consultation', count));
  return levels.length > 0 ? levels.join(' or ') : plural('consultation', count);
}

/** Nothing but the kind of meeting is asked about. */
export function isPlain(about: Scope): boolean {
  return !about.carried && detailsOf(about).length === 0;
}

/** A name for one or for several: a meeting is counted by its last word, a committee by its meetings. */
export function plural(name: string, count: number): string {
  if (/(?:meetings|talks|calls|consultations|dialogues)$/i.test(name))
    return count === 1 && !/talks$/i.test(name) ? name.slice(0, -1) : name;
  if (/(?:meeting|talk|call|dialogue|consultation|summit|visit|ministerial|conference|announcement)$/i.test(name))
    return count === 1 ? name : `${name}s`;
  if (/(?:negotiations|talks)\b/i.test(name)) return name;
  // "4 2+2 meetings" would read as a sum.
  if (/^\d/.test(name)) return `${count === 1 ? 'meeting' : 'meetings'} of the ${name}`;
  // "trilateral summit with the ROK" is counted by its summit; "SSC" by its meetings.
  const head = / (?:with|on) /.exec(name);
  if (head !== null) return `${plural(name.slice(0, head.index), count)}${name.slice(head.index)}`;
  return `${name} ${count === 1 ? 'meeting' : 'meetings'}`;
}

function detailsOf(about: Scope): readonly string[] {
  const details: string[] = [];
  if (about.formats.length > 0) details.push(about.formats.map((format) => formatWords[format]).join(' or '));
  if (about.period !== null)
    details.push(
      [about.period, about.otherPeriod ?? null]
        .flatMap((period) => (period === null ? [] : [when(formatPeriod(period, 'en'))]))
        .join(' and '),
    );
  if (about.venues.length > 0) details.push(`in ${about.venues.join(' or ')}`);
  if (about.outside.length > 0) details.push(`outside ${listed(about.outside, 'and')}`);
  if (about.people.length > 0) details.push(`with ${listed(about.people, about.anyPerson ? 'or' : 'and')}`);
  if (about.countries.length > 0)
    details.push(`${about.countriesJoined ? 'joined by' : 'involving'} ${listed(about.countries, 'and')}`);
  const act = about.acts.map((each) => actWords[each]).find((words) => words !== undefined);
  if (about.topics.length > 0) details.push(`${act ?? 'on'} ${listed(about.topics, about.oneSubject ? 'and' : 'or')}`);
  else if (act !== undefined) details.push(act.replace(/ (?:on|over)$/, ''));
  if (about.words !== null) details.push(`mentioning “${about.words}”`);
  return details;
}

/** "in March 2025", "on March 30, 2025", "since 2024", "from March 2024 to May 2025". */
function when(period: string): string {
  if (period.startsWith('until ')) return period.replace('until', 'up to');
  if (/^(?:since|all)\b/.test(period)) return period;
  if (period.includes(' – ')) return `from ${period.replace(' – ', ' to ')}`;
  return /^\w+ \d{1,2}(?:–\d{1,2})?, \d{4}$/.test(period) ? `on ${period}` : `in ${period}`;
}

function listed(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
