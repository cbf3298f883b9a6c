import { type Constraint, isOfStatement, type Query } from '../reading/query.ts';
import { singlesOut } from '../text/shape.ts';
import { leadLine, statementLines } from './compose/lines.ts';
import { bestOf, isTopical, type Point } from './compose/points.ts';
import { type Draft, headed, type Line, notFound, opened } from './draft.ts';
import { asking, type Given, plainly, without } from './given.ts';
import { quotedNames } from './names.ts';

/** A word that more meetings than this speak of singles none out. */
const mostSingled = 3;
/** Statements that come closest, of those that share a way to them. */
const mostClosest = 3;

/** The closest statements first. A note names the words that they do not say; denying all of them would deny those that they do. */
function opening(points: readonly Point[], missing: readonly Constraint[], given: Given): Draft | undefined {
  const [lead, ...rest] = points;
  if (lead === undefined) return undefined;
  const names = missing.flatMap((each) => quotedNames(each, given));
  const notes = names.length > 0 ? [given.say.notThere(names)] : [];
  return opened(notFound(leadLine(lead, given), statementLines(rest, given), { notes }), given.say.closest);
}

/** What was said on the rest, best first where it says some of these words too. */
function softly(query: Query, words: readonly Constraint[]): Query {
  const soft = words.map((each): Constraint => ({ ...each, strength: 'soft', subject: false }));
  return plainly(query, [...without(query, words).constraints, ...soft]);
}

/** When nothing holds all the words together, but one of them alone leads to at most `mostSingled` meetings: what those say. */
export function oneAlone(given: Given): Draft | undefined {
  const { query } = given;
  const subjects = query.constraints.filter(isAskedAbout);
  const words = subjects.filter(({ role }) => role === 'word');
  // A yes or no is of all of them, and a number makes a name another thing.
  if (query.yesNo || query.ask === 'yes-no' || subjects.some(({ label }) => /\d/.test(label))) return undefined;
  if (words.length === 0 || subjects.length < 2) return undefined;
  const [best = [], ...others] = words
    .map((word) => ({ word, points: pointsOn(word, subjects, given) }))
    .filter(({ points }) => points.length > 0 && meetingsOf(points) <= mostSingled)
    // Of two that are as rare a name tells more.
    .sort((a, b) => meetingsOf(a.points) - meetingsOf(b.points) || nameFirst(a.word) - nameFirst(b.word))
    .map(({ points }) => points);
  const [lead, ...rest] = best;
  if (lead === undefined) return undefined;
  const beside = [...rest, ...others.flatMap((points) => points.slice(0, 1))].slice(0, mostClosest);
  const lacks = subjects.filter((each) => lead.lacks.some(({ label }) => label === each.label));
  // What the next line says is not missing to a reader.
  const isShown = ({ label }: Constraint) =>
    beside.some(({ outcome }) => outcome[given.language].toLowerCase().includes(label.toLowerCase()));
  const missing = lacks.filter((each) => !isShown(each));
  const draft = opening([lead, ...beside], missing, given);
  return draft && { ...draft, consultations: [lead.consultation.id] };
}

/** The subjects, and the words that may not be given up. */
const isAskedAbout = ({ role, strength, subject, negated }: Constraint) =>
  !negated && (subject || (role === 'word' && strength === 'firm'));

/** The statements on one word, those first that say more of the others. */
function pointsOn(word: Constraint, subjects: readonly Constraint[], given: Given): readonly Point[] {
  const others = subjects.filter((each) => each !== word);
  const { chosen, dropped } = asking(given, softly(given.query, others)).found;
  if (dropped.includes(word)) return [];
  return bestOf(chosen).filter(({ lacks }) => lacks.every(({ label }) => label !== word.label));
}

const nameFirst = ({ label }: Constraint) => (label.charAt(0) === label.charAt(0).toLowerCase() ? 1 : 0);

const meetingsOf = (points: readonly Point[]) => new Set(points.map(({ consultation }) => consultation.id)).size;

/** When the meetings speak of the subject and lack only everyday words of the question: what they say of the subject. */
export function onTheRest(given: Given): Draft | undefined {
  const { unheld, within } = given.found;
  const areEveryday = unheld.every(({ role, label }) => role === 'word' && !singlesOut(label));
  if (within.length === 0 || unheld.length === 0 || !areEveryday) return undefined;
  return isTopical(without(given.query, unheld)) ? opening(saidThere(given), unheld, given) : undefined;
}

/** The closest statements of the meetings found, when all that they lack are free words. */
function saidThere(given: Given): readonly Point[] {
  const { unheld } = given.found;
  if (!unheld.every(({ role }) => role === 'word')) return [];
  const other = asking(given, softly(given.query, unheld));
  const { dropped, chosen } = other.found;
  const areAllDropped = unheld.every(({ label }) => dropped.some((each) => each.label === label));
  return isTopical(without(given.query, unheld)) || !areAllDropped ? bestOf(chosen).slice(0, mostClosest) : [];
}

/** What to show under a denial: the closest statements of the same meetings, else those with most of the words, else where the subject came up. */
export function nearestSaid(given: Given): readonly Line[] {
  const ways = [() => under(saidThere(given), given.say.closestSaid, given), alikeLines, elsewhereLines];
  return (
    ways
      .values()
      .map((way) => way(given))
      .find(({ length }) => length > 0) ?? []
  );
}

/** Statements that hold most of the words, though nothing holds all that was asked. */
export function alikeLines(given: Given): readonly Line[] {
  return under(given.found.alike, given.say.closestSaid, given);
}

/** Where else the subject came up, the firm constraints given up. */
export function elsewhereLines(given: Given, asked?: readonly Constraint[]): readonly Line[] {
  const { yesNo, constraints } = given.query;
  const own = constraints.filter((each) => isOfStatement(each) && each.role !== 'side');
  const about: Query = { ...plainly(given.query, asked ?? own), yesNo, period: null, otherPeriod: null };
  return under(bestOf(asking(given, about).found.findings).slice(0, mostClosest), given.say.elsewhere, given);
}

function under(points: readonly Point[], heading: string, given: Given): readonly Line[] {
  return statementLines(points, given).map((line) => headed(line, heading));
}
