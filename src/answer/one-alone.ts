import type { Constraint, Query } from '../reading/query.ts';
import { leadLine, statementLines } from './compose/lines.ts';
import { bestOf, type Point } from './compose/points.ts';
import { type Draft, notFound, opened } from './draft.ts';
import { asking, type Given } from './given.ts';
import { quotedNames } from './names.ts';

/** A word that more meetings than this speak of singles none out. */
const mostSingled = 3;
/** Statements shown below the first. */
const mostShown = 3;

/**
 * Nothing holds all the words together, and one of them alone singles out a meeting or a few: what is said there opens as what comes closest,
 * with which of the other words it does not say. A denial of them all would deny that one too.
 */
export function oneAlone(given: Given): Draft | undefined {
  const { query, say } = given;
  const subjects = query.constraints.filter(isAskedAbout);
  const words = subjects.filter(({ role }) => role === 'word');
  // A yes or no is of all of them, and a number makes a name another thing.
  if (query.yesNo || query.ask === 'yes-no' || subjects.some(({ label }) => /\d/.test(label))) return undefined;
  if (words.length === 0 || subjects.length < 2) return undefined;
  const found = words
    .map((word) => ({ word, points: pointsOn(word, subjects, given) }))
    .filter(({ points }) => points.length > 0 && meetingsOf(points) <= mostSingled)
    // Of two that are as rare a name tells more.
    .sort((a, b) => meetingsOf(a.points) - meetingsOf(b.points) || nameFirst(a.word) - nameFirst(b.word));
  const [best, ...others] = found;
  const [lead, ...rest] = best?.points ?? [];
  if (best === undefined || lead === undefined) return undefined;
  const missing = subjects.filter((each) => lead.lacks.some(({ label }) => label === each.label));
  const beside = [...rest, ...others.flatMap(({ points }) => points.slice(0, 1))].slice(0, mostShown);
  // What the next line says is not missing to a reader.
  const isShown = ({ label }: Constraint) =>
    beside.some(({ outcome }) => outcome[given.language].toLowerCase().includes(label.toLowerCase()));
  const names = missing.filter((each) => !isShown(each)).flatMap((each) => quotedNames(each, given));
  const draft = notFound(leadLine(lead, given), statementLines(beside, given), {
    notes: names.length > 0 ? [say.notThere(names)] : [],
    consultations: [lead.consultation.id],
  });
  return opened(draft, say.closest);
}

/** The subjects, and the words that may not be given up. */
const isAskedAbout = ({ role, strength, subject, negated }: Constraint) =>
  !negated && (subject || (role === 'word' && strength === 'firm'));

/** The statements on one word, those first that say more of the others. */
function pointsOn(word: Constraint, subjects: readonly Constraint[], given: Given): readonly Point[] {
  const { query } = given;
  const others = query.constraints.filter((each) => !subjects.includes(each));
  const rest = subjects
    .filter((each) => each !== word)
    .map((each): Constraint => ({ ...each, strength: 'soft', subject: false }));
  const about: Query = { ...query, ask: 'what', also: [], yesNo: false, constraints: [...others, word, ...rest] };
  const { chosen, dropped } = asking(given, about).found;
  if (dropped.includes(word)) return [];
  return bestOf(chosen).filter(({ lacks }) => lacks.every(({ label }) => label !== word.label));
}

const nameFirst = ({ label }: Constraint) => (label.charAt(0) === label.charAt(0).toLowerCase() ? 1 : 0);

const meetingsOf = (points: readonly Point[]) => new Set(points.map(({ consultation }) => consultation.id)).size;
