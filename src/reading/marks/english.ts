import { isCue, isName } from '../annotation.ts';
import { isAboutWithOthers, isOfPeople, type MarkRow, type View } from './view.ts';

const MADE = ['act.announced', 'act.agreed', 'act.instructed'] as const;
const ACTS = ['say', 'act.*', 'verb.*'] as const;

/** The marks that an English sentence gives what it names. */
export const ENGLISH: readonly MarkRow[] = [
  { mark: 'about', when: isAbout },
  { mark: 'about', when: isAboutWithOthers },
  { mark: 'on', when: ({ before }) => isCue(before, 'rel.on') },
  { mark: 'told', when: isDevelopedOrSpokenOf },
  { mark: 'told', when: isObjectOfSaying },
  { mark: 'told', when: isBroughtUp },
  { mark: 'told', when: (view) => isDoneTo(view) && isCue(view.after, ...ACTS) },
  { mark: 'made', when: isMade },
  { mark: 'with', when: isWith },
  { mark: 'in', when: isIn },
  { mark: 'by', when: ({ before }) => isCue(before, 'rel.by') },
  { mark: 'side', when: isFrom },
  { mark: 'to', when: ({ before }) => isCue(before, 'rel.to') },
  { mark: 'visited', when: isVisited },
  { mark: 'of-people', when: isOfItsPeople },
  { mark: 'acts', when: isActing },
  { mark: 'stands-for', when: isStandIn },
  { mark: 'attends', when: isAttending },
];

/** "About X", "on AMRAAM"; "on Blinken" and "on the SDC" say less. */
function isAbout({ before, one }: View): boolean {
  return isCue(before, 'rel.about') || (isCue(before, 'rel.on') && !isName(one, 'person', 'framework'));
}

/** "How did X develop", "discussion of X". */
function isDevelopedOrSpokenOf({ before, before2 }: View): boolean {
  return isCue(before, 'ask.develop') || (isCue(before, 'rel.of') && isCue(before2, 'say', 'act.discussed'));
}

/** "Mention X", "discuss X". */
function isObjectOfSaying({ before }: View): boolean {
  return isCue(before, 'say', 'act.discussed') && !isCue(before, 'rel.to');
}

/** "Was the 2+2 brought up": told of, and no "the summit discussed". */
function isBroughtUp({ all, at, one, after }: View): boolean {
  if (!isCue(after, 'act.discussed', 'say') || isName(one, 'person', 'office', 'place')) return false;
  if (after?.text.toLowerCase().endsWith('up')) return true;
  return [all[at - 1], all[at - 2], all[at + 1]].some(isBeing);
}

/** "Was", "were", "been": what stands beside was done to something; "did" and "has" alone tell who did it. */
function isBeing(one: View['one'] | undefined): boolean {
  return isCue(one, 'passive') || (isCue(one, 'ask.yesno') && !isCue(one, 'aux'));
}

/** "Create X", "agreed to X". */
function isMade({ before, before2 }: View): boolean {
  return isCue(before, ...MADE) || (isCue(before, 'rel.to') && isCue(before2, ...MADE));
}

/** "With Japan and Korea", "between the SDC and the SSC". */
function isWith({ all, at, before }: View): boolean {
  if (isCue(before, 'rel.with')) return true;
  return isCue(before, 'rel.and') && all.slice(Math.max(0, at - 5), at).some((other) => isCue(other, 'rel.with'));
}

/** "In Japan", "on U.S. soil"; "the forces stationed in Japan" were not met there. */
function isIn({ all, at, one, before, before2, after }: View): boolean {
  if (isCue(after, 'noun.soil')) return isCue(before, 'rel.in', 'rel.on');
  // "At the Japan–U.S. Foreign Ministers’ Telephone Talk": the two name the meeting.
  if (isName(one, 'country') && isName(all[at + 1], 'country') && isName(all[at + 2], 'framework')) return false;
  return isCue(before, 'rel.in') && before2?.kind !== 'word';
}

/** "From the American side", "who from the Pentagon came"; "flew from Tokyo" tells where somebody was. */
function isFrom({ before, before2 }: View): boolean {
  return isCue(before, 'rel.to') && before?.text.toLowerCase() === 'from' && !isCue(before2, 'meet.visit');
}

/** "Visited Taiwan", "travelled to Guam", "his Japan trip". */
function isVisited({ all, at, before, before2, one, after }: View): boolean {
  if (isName(one, 'country', 'place') && isCue(after, 'meet.visit') && isTrip(after)) return true;
  // "The visit of Trump to Japan".
  const isOfSomebody = isName(before2, 'person') && all.slice(0, at).some((other) => isTrip(other));
  return (
    isCue(before, 'meet.visit') ||
    (isCue(before, 'rel.to', 'rel.in') && isCue(before2, 'meet.visit')) ||
    (isCue(before, 'rel.to') && isOfSomebody)
  );
}

const TRIPS: ReadonlySet<string> = new Set(['trip', 'visit', 'tour', 'stop']);
const isTrip = (one: View['after']) => TRIPS.has(one?.text.toLowerCase() ?? '');

/** "Japanese ministers"; "who met Japanese ministers" asks for the others. */
function isOfItsPeople({ before, after, after2 }: View): boolean {
  if (isCue(before, 'meet.meet', 'rel.with')) return false;
  return isOfPeople(after) || (isCue(after, 'noise') && isOfPeople(after2));
}

/** "Were soldiers in Russia raised", "has Taiwan been discussed": what follows was done to it, and not by it. */
function isDoneTo({ all, before }: View): boolean {
  if (isBeing(before) || all.some((one) => isCue(one, 'passive'))) return true;
  const first = all.find((one) => isCue(one, 'ask.yesno', 'ask.*'));
  return isBeing(first) && !isCue(before, 'aux');
}

/** "Did X say", "X announced". */
function isActing(view: View): boolean {
  const { before, after } = view;
  return !isDoneTo(view) && (isCue(before, 'aux') || isCue(after, ...ACTS)) && !isCue(after, 'meet.held');
}

/** "Who attended for Japan", and "the four defense chiefs incl. Manila and Canberra": capitals that stand for those who came. */
function isStandIn({ all, at, one, before }: View): boolean {
  if (isCue(before, 'meet.attend', 'ask.holder', 'verb.requested')) return true;
  // "Asked Washington to come back"; a country after "mention" is what is mentioned.
  if (isName(one, 'place') && isCue(before, 'say')) return true;
  let back = at - 1;
  while (isCue(all[back], 'rel.and', 'rel.with', 'prep.article') || isName(all[back], 'place', 'country')) back -= 1;
  return isCue(all[back], 'incl');
}

/** "Did Korea and Australia ever attend", "was Australia at the 2+2"; "was Korea joining AUKUS discussed" is spoken of. */
function isAttending({ all, at, one }: View): boolean {
  if (!isName(one, 'country', 'outsider') || all.some((each) => isCue(each, ...ACTS))) return false;
  const isPower = (each: View['one'] | undefined) => isName(each, 'country', 'outsider');
  const isBetween = (each: View['one'] | undefined) =>
    isCue(each, 'rel.and', 'rel.with', 'rel.or', 'prep.article', 'noise') || each?.text.toLowerCase() === 'ever';
  let [back, ahead] = [at - 1, at + 1];
  while (isPower(all[back]) || isBetween(all[back])) back -= 1;
  while (isPower(all[ahead]) || isBetween(all[ahead])) ahead += 1;
  if (!isCue(all[back], 'ask.yesno', 'ask.when', 'ask.howmany', 'ask.count')) return false;
  if (isCue(all[ahead], 'meet.attend', 'aspect.members')) return true;
  let table = ahead + 1;
  while (isCue(all[table], 'prep.article', 'noise') || all[table]?.kind === 'time') table += 1;
  const isTable = isName(all[table], 'framework') || isCue(all[table], 'noun.meeting', 'meet.meet', 'ask.structure');
  return isBeing(all[back]) && isCue(all[ahead], 'rel.in', 'rel.of') && isTable;
}
