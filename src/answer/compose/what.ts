import { endsOf, idsOf, inTime, newestFirst } from '../../knowledge/in-time.ts';
import { ahead } from '../../lists.ts';
import { type Constraint, demandsIn, idsIn, isOfStatement, TellingActs } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { answered, type Draft, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { denialOf } from './denials.ts';
import { composeDocuments, paperLines } from './documents.ts';
import { type Composer, documentLines, itemLines, leadLine, meetingLine, statementLines } from './lines.ts';
import { overview } from './overview.ts';
import {
  allOf,
  bestOf,
  isNear,
  isOneTopic,
  isTopical,
  type Point,
  pointsOf,
  satAlone,
  settledFirst,
  spread,
  subjectsOf,
} from './points.ts';

/** Without a subject, more meetings than these get an overview instead of their statements. */
const mostMeetings = 3;
/** Statements beside a single one that share what it is about. */
const mostKin = 2;
/** Characters of Japanese before the name of who speaks. */
const mostBeforeSpeaker = 12;

/** What was agreed, said or discussed. Opens with the statement that holds the most of the question; its meeting's others follow. */
export const composeWhat: Composer = (given) => {
  const { query, found } = given;
  const { chosen } = found;
  if (isOfPapers(given)) return composeDocuments(given);
  if (chosen.length === 0 || isNotRaised(given)) return undefined;
  const alone = aloneTogether(given);
  const isMany = alone.length === 0 && chosen.length > mostMeetings && query.sort === undefined;
  // What one of two people said to the other.
  const isToldToOther = idsIn(query, 'side').length === 1 && idsIn(query, 'person').length > 1;
  if (!isTopical(query) && isMany && !isToldToOther) {
    const spoken = query.whose === 'speaker' ? pointsOf(newestFirst(chosen)).filter(isOwnOf(given)) : [];
    const lacksNothing = ({ lacks }: Point) => lacks.length === 0;
    return spoken.length > 0 ? told(ahead(spoken, lacksNothing), given) : overview(given);
  }
  // Without a subject the newest meeting leads, unless an order was asked for.
  const ordered = query.order === undefined && query.nths === undefined ? newestFirst(chosen) : chosen;
  const own = isTopical(query)
    ? ownWordsFirst(bestOf(chosen), given)
    : withoutApart(pointsOf([...new Set([...alone, ...ordered])]).filter(onSide(query)), given);
  // A later one outweighs those before it.
  const preferences = [pairFirst, ownFirst, byAct, agentsFirst, deniedFirst];
  const sorted = preferences.reduce((points, prefer) => prefer(points, given), withKin(own, given));
  return told(sorted, given);
};

/** Asked what was agreed, what was settled comes before what was only talked about; asked what was signed, and on nothing else, only that is told. */
function byAct(points: readonly Point[], { query }: Given): readonly Point[] {
  const acts = demandsIn(query, 'act');
  const telling = acts.filter(({ anyOf }) => TellingActs.some((act) => anyOf.includes(act)));
  const done = points.filter(({ lacks }) => telling.every((each) => !lacks.includes(each)));
  const told = done.length > 0 && !isTopical(query) ? done : points;
  return acts.some(({ anyOf }) => anyOf.includes('agreed')) ? settledFirst(told) : told;
}

/** The statements in the order of the question; of a paper that is asked about, what itself says first, and what rests on it. */
function told(all: readonly Point[], given: Given): Draft | undefined {
  const { query, found, say } = given;
  const resting = all.filter(restsOn(query));
  const points = resting.length > 0 ? resting : all;
  const [first, ...rest] = query.sort === undefined ? spread(points) : inTime(points, query.sort);
  if (first === undefined) return withoutStatements(given);
  const isOne = new Set(idsOf(points)).size === 1;
  const papers = isOne && !isTopical(query) ? documentLines(first.consultation, given) : [];
  const [lead = leadLine(first, given), ...others] = paperLines(given);
  const isOfPaper = lead.point === undefined;
  const said = statementLines(isOfPaper ? [first, ...rest].filter(restsOn(query)) : rest, given);
  const draft = answered(lead, [...others, ...said, ...papers], {
    held: found.dropped.filter(({ role, anyOf }) => role === 'side' && isBy(first, anyOf)),
  });
  // "Why did Japan scrap it", "what did Mori propose": nothing says that either did.
  const isOfDeed = (each: Constraint) =>
    each.isDeed || (each.role === 'verb' && query.whose === 'speaker' && !asksAgent(query));
  const isDone = query.constraints.every((each) => !isOfDeed(each) || !first.lacks.includes(each));
  return (resting.length > 0 || isOfPaper) && isDone ? draft : opened(draft, say.closest);
}

/** "Why did he demand it" of a meeting at which no demand was made: what says so comes before what else was said there. */
function deniedFirst(points: readonly Point[], given: Given): readonly Point[] {
  const [best] = points;
  const isOfDeed = given.query.constraints.some(({ role }) => role === 'verb');
  const denies = (each: Point) => ['denied', ...(isOfDeed ? ['open'] : [])].includes(denialOf(each, given));
  return ahead(points, (each) => each.consultation === best?.consultation && denies(each));
}

/** What rests on the paper that is asked about, if one is. */
function restsOn(query: Given['query']): (point: Point) => boolean {
  const papers = idsIn(query, 'source');
  return ({ outcome }) => papers.length === 0 || outcome.sources.some(({ source }) => papers.includes(source));
}

/** "Nippon Steel at the February 2025 summit": of the meetings named none mentions it, though they said much of what it is part of. */
function isNotRaised({ query, found }: Given): boolean {
  const isNarrowed = query.period !== null || query.constraints.some((each) => !isOfStatement(each));
  const isMuch = pointsOf(found.chosen).length > mostKin;
  const subjects = subjectsOf(query);
  const isLost = (each: Constraint) => [...found.unheld, ...found.dropped].includes(each);
  return isNarrowed && isMuch && subjects.some(({ part }) => part) && subjects.every(isLost);
}

/** Papers that are known by name are all that is asked about. */
function isOfPapers({ query: { constraints, period } }: Given): boolean {
  const firm = constraints.filter(({ strength }) => strength === 'firm');
  const isPaper = (id: string) => id.startsWith('document:');
  return (
    period === null &&
    firm.length > 0 &&
    constraints.every(({ role, isDeed }) => role !== 'act' && !isDeed) &&
    firm.every(({ role, anyOf, negated }) => role === 'mention' && !negated && anyOf.every(isPaper))
  );
}

/** Where two or more people are named, meetings of theirs with nobody else, unless they are many. */
function aloneTogether({ query, found }: Given): readonly Finding[] {
  const people = idsIn(query, 'person');
  if (people.length < 2 || query.anyPerson) return [];
  const alone = newestFirst(found.chosen).filter(satAlone(people));
  return alone.length <= mostMeetings ? alone : [];
}

/** What the other side alone said is no answer to what this one said. */
function onSide(query: Given['query']): (point: Point) => boolean {
  const sides = idsIn(query, 'side');
  return ({ outcome: { by } }) => sides.length === 0 || by === undefined || by.some((side) => sides.includes(side));
}

/** What was shown before of the same meeting is not said again, as long as it said anything else. */
function withoutApart(points: readonly Point[], { query: { apart = [] } }: Given): readonly Point[] {
  const isShown = ({ outcome }: Point) =>
    apart.some(({ role, anyOf, label }) =>
      role === 'topic'
        ? anyOf.some((id) => outcome.topics.includes(id))
        : outcome.ja.includes(label) || outcome.en.includes(label),
    );
  const others = points.filter((each) => !isShown(each));
  return others.length > 0 ? others : points;
}

/**
 * One statement alone is on the subject, which is not one topic as a whole: what else its meeting said on what it is about stands last. Where it holds the
 * whole subject, only what is on the very same.
 */
function withKin(points: readonly Point[], { query }: Given): readonly Point[] {
  const [lead, ...others] = points;
  if (lead === undefined || others.length > 0 || !isTopical(query) || isOneTopic(query)) return points;
  const isWhole = lead.lacks.length === 0;
  const isKin = ({ index, outcome: { topics } }: Point) => {
    const shared = topics.filter((id) => lead.outcome.topics.includes(id)).length;
    const most = Math.max(topics.length, lead.outcome.topics.length);
    return index !== lead.index && shared > 0 && (!isWhole || shared === most);
  };
  return [lead, ...allOf(lead.consultation).filter(isKin).slice(0, mostKin)];
}

/** "What did Colby and Funakoshi discuss", of a visit with several talks: what names both comes first. */
function pairFirst(points: readonly Point[], { query, knowledge }: Given): readonly Point[] {
  const people = idsIn(query, 'person');
  if (people.length < 2 || query.anyPerson || isTopical(query)) return points;
  const names = people.map((id) => knowledge.people.get(id)?.family.ja ?? id);
  const [meeting] = points.map(({ consultation }) => consultation);
  const isOfPair = ({ consultation, outcome }: Point) =>
    consultation === meeting && names.every((name) => outcome.ja.includes(name));
  return meeting && meeting.participants.length > people.length ? ahead(points, isOfPair) : points;
}

/** Of one meeting, what the side or the one person asked about said comes first. */
function ownFirst(points: readonly Point[], given: Given): readonly Point[] {
  const { query } = given;
  const sides = idsIn(query, 'side');
  const isOne = new Set(idsOf(points)).size === 1;
  // Who did it is what is asked: nobody named beside it is meant.
  // Asked what somebody demanded, a demand comes before what else he said.
  const isOfWords = query.whose === 'speaker' && !query.constraints.some(({ role }) => role === 'verb');
  const isOfSpeaker = isTopical(query) || isOfWords || (query.frame === 'among' && sides.length > 0);
  if (!isOne || !isOfSpeaker || asksAgent(query)) return points;
  const isOwn = isOwnOf(given);
  // "What did Emanuel say": all that he said, whichever words of the question each of it holds.
  const hasOwn = points.some(isOwn);
  const isKin = (each: Point) =>
    points.some(({ outcome }) => outcome.topics.some((id) => each.outcome.topics.includes(id)));
  const own = points
    .slice(0, 1)
    .flatMap((each) => allOf(each.consultation).filter((one) => isOwn(one) && (hasOwn || isKin(one))));
  const all = [...points, ...own.filter(({ index }) => points.every((each) => each.index !== index))];
  return ahead(all, (each) => isBy(each, sides) || isOwn(each));
}

/** Asked what one person said: of what holds the subject about as well as the best, what that person alone said; what others alone said is last. */
function ownWordsFirst(points: readonly Point[], given: Given): readonly Point[] {
  const { query } = given;
  if (query.whose !== 'speaker' || asksAgent(query)) return points;
  const isOwn = isOwnOf(given);
  const isAsGood = isNear(points);
  const others = ahead(points, (each) => isOwn(each) || each.outcome.by?.length !== 1);
  return ahead(others, (each) => isOwn(each) && isAsGood(each));
}

/** Who said it is asked, and not what somebody said. */
const asksAgent = ({ ask, whose }: Given['query']) => whose === 'speaker' && ask !== 'what';

/** Whether the one person, or a holder of the post, asked about alone says it; where no holder is on record there, whoever speaks for that side. */
function isOwnOf({ query, knowledge: { people, posts } }: Given): (point: Point) => boolean {
  const named = idsIn(query, 'person');
  const asked = named.length > 0 ? [] : idsIn(query, 'post');
  const sides = asked.flatMap((id) => posts.get(id)?.country ?? []);
  const isMeant = (id: string) =>
    named.length === 1 ? named.includes(id) : people.get(id)?.offices.some(({ post }) => asked.includes(post)) === true;
  return (each) => {
    const own = each.consultation.participants.filter(({ person }) => isMeant(person));
    const isHis = ({ person, country }: (typeof own)[number]) =>
      isBy(each, [country]) && says(each, people.get(person)?.family.ja);
    return own.some(isHis) || (own.length === 0 && isBy(each, sides));
  };
}

function isBy({ outcome: { by } }: Point, sides: readonly string[]): boolean {
  return by?.length === 1 && by.every((each) => sides.includes(each));
}

/** Named before anybody else: as the one who speaks. */
function says({ outcome }: Point, name = ''): boolean {
  return name !== '' && outcome.ja.slice(0, mostBeforeSpeaker + name.length - 1).includes(name);
}

/** Asked who did it, what holds the most of the deed comes first, and what one side or two people did before what all did together. */
function agentsFirst(points: readonly Point[], { query }: Given): readonly Point[] {
  if (!asksAgent(query)) return points;
  const isAsGood = isNear(points);
  const hasAgent = (each: Point) => (each.outcome.by?.length === 1 || each.outcome.act === 'signed') && isAsGood(each);
  const fullest = points.toSorted((a, b) => a.lacks.length - b.lacks.length);
  return ahead(fullest, hasAgent);
}

/** The meetings are on record, what was said there is not. */
function withoutStatements(given: Given): Draft | undefined {
  const { say, found } = given;
  const [main] = endsOf(found.chosen).slice(-1);
  // Where something was said there, only the subject is not on record.
  if (main === undefined || (isTopical(given.query) && main.outcomes.length > 0)) return undefined;
  return notFound(meetingLine(main, given, say.noOutcomes), itemLines(found.chosen, given));
}
