import { assumed } from '../reading/blank.ts';
import type { Ask, Constraint, Role } from '../reading/query.ts';
import { singlesOut } from '../text/shape.ts';
import type { CarriedScope, Disclosure } from './answer.ts';
import { onFirstPage, subjectsOf } from './compose/points.ts';
import type { Draft, Line } from './draft.ts';
import { asking, type Given, untoldIn } from './given.ts';
import { namesOf } from './names.ts';
import { scopeOf } from './scope.ts';

/** What is told first, each kind in this order. */
const ORDER: readonly Disclosure['kind'][] = ['dropped', 'assumed', 'repaired', 'carried'];

/** With more the question would be refused as too long, in UTF-16 units. */
const mostAsked = 450;

/** Of the characters of a compound, the share that says it. */
const mostlySaid = 0.75;

/** These rest on no search. */
const UNSEARCHED: ReadonlySet<Ask> = new Set([
  'help',
  'thanks',
  'greeting',
  'farewell',
  'coverage',
  'structure',
  'refuse',
]);

/** How the question was taken: what was given up and is not `held` after all, assumed, repaired, carried over. */
export function disclosuresOf(given: Given, draft: Draft): readonly Disclosure[] {
  const { query, language } = given;
  const { status, held = [] } = draft;
  const told = query.notes.flatMap(({ kind, text }): Disclosure[] =>
    kind === 'form' ? [] : [{ kind, text: text[language] }],
  );
  // A refusal says itself what it lacks.
  const dropped = status === 'answered' ? droppedOf(given, held, draft) : [];
  const all = [...dropped, ...told, ...leftOf(given)];
  return ORDER.flatMap((kind) => all.filter((each) => each.kind === kind));
}

/** That what the turn before leaves holds nothing, so that the whole record was asked. */
function leftOf(given: Given): readonly Disclosure[] {
  const { query, say } = given;
  if (query.left === undefined) return [];
  const shown = query.left.constraints.find(({ role }) => role === 'consultation')?.anyOf;
  const text =
    shown === undefined ? say.noneLeft(scopeOf({ ...query, ...query.left }, given)) : say.noneShown(shown.length);
  return [{ kind: 'carried', text }];
}

/**
 * What the first line opens with: what was carried over, unless it is the one meeting that the line is of; asked when, that the record does not
 * tell of what was asked, for the days that follow are of other things.
 */
export function openingOf(disclosures: readonly Disclosure[], headline: Line, given: Given): string {
  const { query, say, language } = given;
  const told = disclosures.filter(({ kind }) => kind === 'carried').map(({ text }) => text);
  const above = told.filter((text) => !carriedBelow(given).includes(text));
  const shown = query.constraints.find(({ role, origin }) => role === 'consultation' && origin === 'carried')?.anyOf;
  const isTold = query.frame === 'among' && shown?.length === 1 && shown[0] === headline.consultation;
  const undated = headline.references.length === 0 ? [] : undatedIn(given);
  const strange = undated.length > 0 ? [] : strangersIn(disclosures, headline, given);
  const untrue = query.notes.flatMap(({ opens, text }) =>
    opens === true && headline.references.length > 0 ? text[language] : [],
  );
  return [
    ...untrue,
    ...(undated.length === 0 ? [] : [say.undated(undated)]),
    ...strange,
    ...(isTold ? [] : above),
  ].join(language === 'ja' ? '' : ' ');
}

/** Behind a yes or no what was carried over is told below: the answer comes first. */
export function carriedBelow({ query: { yesNo, notes, frame, constraints }, language }: Given): readonly string[] {
  const isOfOne =
    frame === 'among' && constraints.some(({ role, anyOf }) => role === 'consultation' && anyOf.length === 1);
  if (!yesNo || isOfOne) return [];
  return notes.flatMap(({ kind, text }) => (kind === 'carried' ? text[language] : []));
}

/** A name in kana of its own, or one with a capital. */
const NAME_LIKE = /^(?:[ァ-ヶー・]{3,}|\p{Lu}\p{Ll}{2,})$/u;

/** That somebody or something by a name that stands nowhere on record was given up: else the answer would be taken for one on them. */
function strangersIn(disclosures: readonly Disclosure[], { references }: Line, given: Given): readonly string[] {
  const { query, found } = given;
  const isNowhere = (each: Constraint) =>
    asking(given, { ...query, constraints: [{ ...each, strength: 'firm', subject: true }], period: null }).found.chosen
      .length === 0;
  const names = found.dropped.filter((each) => each.role === 'word' && NAME_LIKE.test(each.label) && isNowhere(each));
  if (names.length === 0 || references.length === 0) return [];
  return disclosures
    .filter(({ kind, text }) => kind === 'dropped' && text.includes(names[0]?.label ?? ''))
    .map(({ text }) => text);
}

/** Asked when something was done: the words and verbs of it that nothing on the subject holds. */
function undatedIn(given: Given): readonly string[] {
  const { query, found } = given;
  const isOfSomething = subjectsOf(query).some((each) => !found.dropped.includes(each));
  if (query.ask !== 'when' || query.measure === 'plan' || !isOfSomething || found.chosen.length === 0) return [];
  // A thing whose words stand there but one is the thing asked about.
  const isKnown = ({ role, strength }: Constraint) => role === 'word' && strength === 'soft';
  if (query.constraints.some((each) => isKnown(each) && !found.dropped.includes(each))) return [];
  const deeds = found.dropped.filter((each) => each.role === 'verb' || (each.role === 'word' && !isAside(each, given)));
  return [...new Set(deeds.flatMap((each) => namesOf(each, given)))];
}

/**
 * "When did they agree Japan would get Tomahawks early": where the act is held, a word on the far side of the subject says how, and is no deed of
 * its own. A deed stands before its object in English and behind it in Japanese.
 */
function isAside({ span }: Constraint, { query, found, language }: Given): boolean {
  const lacking = [...found.dropped, ...found.unheld];
  const acts = query.constraints.filter(({ role }) => role === 'act');
  if (span === undefined || acts.length === 0 || acts.some((each) => lacking.includes(each))) return false;
  const held = subjectsOf(query).flatMap((each) => (found.dropped.includes(each) ? [] : (each.span?.[0] ?? [])));
  return held.some((start) => (language === 'ja' ? span[0] < start : span[0] > start));
}

/** How to be asked without what was carried over. */
export function carriedScope(opening: string, { query, say }: Given): CarriedScope | undefined {
  const asked = query.wholeRecord;
  if (asked === undefined || asked.length > mostAsked) return undefined;
  return { text: opening, wholeRecord: say.ask.ofWholeRecord(asked) };
}

/** Lines on the form of the answer: another language, another page. */
export function formNotes({ query, language }: Given): readonly string[] {
  return query.notes.filter(({ kind }) => kind === 'form').map(({ text }) => text[language]);
}

/** Soft words and parts of the subject that nothing held. Asked what was agreed, the reader is told that what is shown is no agreement. */
function droppedOf(given: Given, held: readonly Constraint[], draft: Draft): readonly Disclosure[] {
  const { found, say, query } = given;
  if (found.chosen.length === 0 || UNSEARCHED.has(query.ask)) return [];
  const dropped = [...found.dropped, ...found.unheld].filter((each) => !held.includes(each));
  const of = (...roles: readonly Role[]) => dropped.filter(({ role }) => roles.includes(role));
  // What stands in the answer itself is not denied below it.
  const shown = [draft.headline, ...draft.lines.slice(0, onFirstPage)];
  const isShown = ({ role, label, anyOf }: Constraint) =>
    role === 'act'
      ? shown.some(({ point }) => anyOf.some((act) => act === point?.outcome.act))
      : role === 'word' && shown.some(({ text }) => text.toLowerCase().includes(label.toLowerCase()));
  const acts = of('act').filter((each) => !isShown(each));
  const isCompletion = of('verb').some(({ anyOf }) => anyOf.includes('completed'));
  const sides = of('side');
  // "Tokyo and Washington announced": both together are all.
  const isOfBoth = new Set(sides.flatMap(({ anyOf }) => anyOf)).size > 1;
  // What two signed or agreed none of them said alone.
  const isJoint = query.constraints.some((each) => isOfTwo(each) && !dropped.includes(each));
  // 日本側が潜水艦を視察した: what somebody did is no saying of one side.
  const isOfDeed = query.constraints.some(({ isDeed, anyOf }) => isDeed === true || anyOf.includes('toured'));
  const speakers =
    query.whose === 'side' || isOfBoth || isJoint || isOfDeed ? [] : sides.flatMap((each) => namesOf(each, given));
  const isUndated = undatedIn(given).length > 0;
  const untold = untoldIn(given);
  const others = dropped.filter(
    (each) =>
      !untold.includes(each) &&
      !isPassing(each, given) &&
      !isVenue(each, draft, given) &&
      !['act', 'side', 'verb'].includes(each.role) &&
      !(
        each.role === 'word' &&
        (isUndated || isManner(each, given) || isShown(each) || isSaid(each, draft.headline.text, given))
      ),
  );
  const names = others.flatMap((each) => namesOf(each, given));
  const lines = [
    ...(others.length > 0 ? [say.dropped([...new Set(names)])] : []),
    ...(untold.length > 0 ? [say.untold([...new Set(untold.flatMap((each) => namesOf(each, given)))])] : []),
    ...(speakers.length > 0 ? [say.noSpeaker(speakers)] : []),
    ...(isCompletion ? [say.notCompleted] : []),
    // What was praised or welcomed is told in many verbs, and lacks nothing.
    ...acts.flatMap(({ anyOf: [act = ''] }) => (act === 'welcomed' ? [] : [say.noAct(act)])),
  ];
  return lines.map((text) => ({ kind: 'dropped', text }));
}

/** 「ソウルの作業部会、暗号資産のこと」: a place that nothing was said of is where the meeting was. */
function isVenue({ role, anyOf, ...each }: Constraint, { headline }: Draft, { query, search }: Given): boolean {
  const places = anyOf.filter((id) => id.startsWith('place:')).map((id) => id.slice('place:'.length));
  if (role !== 'mention' || places.length === 0 || headline.consultation === null) return false;
  const there = [{ ...each, role: 'place' as const, anyOf: places }, assumed('consultation', [headline.consultation])];
  return search({ ...query, ask: 'list', constraints: there, period: null, otherPeriod: null }).findings.length > 0;
}

/**
 * An everyday word beside a subject that is held: how somebody speaks, and nothing that the answer could lack. In a claim every word counts, and so does a
 * compound of kanji.
 */
function isPassing({ role, subject, strength, label }: Constraint, { query, found, language }: Given): boolean {
  const isHeld = subjectsOf(query).some((each) => !found.dropped.includes(each) && !found.unheld.includes(each));
  const isEveryday = !singlesOut(label) && (language === 'en' || label.length < LEAST_COMPOUND);
  return role === 'word' && !subject && strength === 'soft' && isEveryday && isHeld && !query.yesNo;
}

const LEAST_COMPOUND = 4;

const isOfTwo = ({ role, anyOf }: Constraint) =>
  role === 'act' && (anyOf.includes('signed') || anyOf.includes('agreed'));

/**
 * "Why did she face the press", 「北朝鮮のサイバー対策」: an everyday word beside something that is told of says how it was put, and singles nothing
 * out. A name, a figure and what a yes would rest on do.
 */
function isManner(each: Constraint, given: Given): boolean {
  const { query, found } = given;
  if (each.subject || singlesOut(each.label) || query.yesNo || query.ask === 'yes-no') return false;
  if (query.ask === 'when' && isAside(each, given)) return false;
  // Of several meetings each holds the rest; the only one would be taken for the one that was meant.
  if (query.ask === 'list' && found.chosen.length === 1) return false;
  return subjectsOf(query).some(
    (each) => each.subject && !found.dropped.includes(each) && !found.unheld.includes(each),
  );
}

/** 追加使用 of 追加して限定的に使う: a Japanese compound whose characters stand apart in the line that answers is said there. */
function isSaid({ label }: Constraint, headline: string, { language }: Given): boolean {
  if (language !== 'ja') return false;
  const characters = [...label];
  const said = characters.filter((each) => headline.includes(each)).length;
  return headline.includes(label) || (characters.length >= 4 && said / characters.length >= mostlySaid);
}
