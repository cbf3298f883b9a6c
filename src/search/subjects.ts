import type { Constraint } from '../reading/query.ts';
import { foldKey } from '../text/fold.ts';
import { contentTerms } from '../text/tokens.ts';
import type { EventFacts, Facts, OutcomeFacts } from './facts.ts';
import type { Mentions } from './mentions.ts';
import type { PassageIndex } from './passage-index.ts';
import { says as isSaid, type Spoken, wordingOf } from './said.ts';
import type { Grade } from './satisfies.ts';
import { MENTION, TOPIC, WORDS } from './weights.ts';
import { gradeWords } from './words.ts';

/** The tag decides, and a sentence that says the topic as typed holds it better than one that calls it otherwise. */
export function gradeTopic({ anyOf, label, part }: Constraint, facts: Facts, index: () => PassageIndex): Grade {
  const wording = wordingOf(label);
  const names = [label, ...(part ? namesOfPart(anyOf, label, facts) : [])];
  const saying = new Set(names.flatMap((name) => [...facts.statements.saying(wordingOf(name))]));
  // What nothing says in so many words, some may say in others: "osprey accident" as the crash of an Osprey.
  const words = saying.size > 0 || label === '' ? undefined : gradeWords(label, contentTerms(label), index(), facts);
  const says = (one: OutcomeFacts) => saying.has(one.place) || (words?.outcome(one) ?? 0) >= WORDS.synonym;
  const isSaidAnywhere = part && facts.outcomes.some(says);
  // The whole is no claim on its part, but the nearest there is where nothing says the part.
  const byTag = part ? TOPIC.wholeOfPart : TOPIC.tag;
  const broader = new Set(anyOf.flatMap((id) => [...facts.topicLine(id)].slice(1)));
  const naming = isSaidAnywhere ? [] : anyOf.map(facts.topicNamed);
  return {
    event: ({ title, documents }) => (isSaid(title, wording) || isSaid(documents, wording) ? 1 : 0),
    outcome(one) {
      if (anyOf.some((id) => one.topics.has(id))) return says(one) ? TOPIC.both : byTag;
      if (saying.has(one.place)) return TOPIC.said;
      // What is below the whole is no more of the part than the whole is.
      if (anyOf.some((id) => one.topicsAbove.has(id))) return Math.min(TOPIC.narrower, byTag);
      if (says(one) || naming.some((places) => places.has(one.place))) return TOPIC.mentioned;
      return [...one.topics].some((id) => broader.has(id)) ? TOPIC.broader : 0;
    },
  };
}

/** All names of the part of these topics that a label is, or holds ("MQ-9 drones"); of several the one with the longest name there. */
function namesOfPart(topics: readonly string[], label: string, { knowledge }: Facts): readonly string[] {
  const key = foldKey(label);
  const parts = topics.flatMap((id) => knowledge.topics.get(id)?.parts ?? []).map(({ ja, en }) => [...ja, ...en]);
  const heldOf = (names: readonly string[]) =>
    Math.max(0, ...names.map((name) => (key.includes(foldKey(name)) ? foldKey(name).length : 0)));
  const held = parts.toSorted((a, b) => heldOf(b) - heldOf(a)).filter((names) => heldOf(names) > 0);
  return held[0] ?? [];
}

export function gradeMention({ anyOf, label }: Constraint, { statements }: Facts, mentions: Mentions): Grade {
  const wording = wordingOf(label);
  const groups = anyOf.flatMap((key) => (key.startsWith(COUNTRY) ? mentions.groupsOf(key.slice(COUNTRY.length)) : []));
  const saying = statements.saying(wording);
  // 米韓 stands in 日米韓, and is not named there.
  const isGroup = anyOf.some((key) => key.startsWith(GROUP));
  const isWritten = ({ source }: Spoken) => !isGroup || source.ja.replaceAll(`日${label}`, '').includes(label);
  const [own, grouped] = [anyOf, groups].map((keys) => {
    const writing = mentions.writing(keys);
    return { keys: new Set(keys), writing, places: statements.saying(writing) };
  });
  const inTitle = (text: Spoken) => {
    if (own !== undefined && isSaid(text, own.writing) && mentions.names(text, own.keys)) return MENTION.linked;
    return isSaid(text, wording) && isWritten(text) ? MENTION.said : 0;
  };
  return {
    // The title of a defense ministerial does not mention it: it is one.
    event: (event) =>
      anyOf.some((key) => isItself(event, key)) ? 0 : Math.max(inTitle(event.title), inTitle(event.documents)),
    outcome: ({ text, place }) => {
      if (own?.places.has(place) && mentions.names(text, own.keys)) return MENTION.linked;
      if (saying.has(place) && isWritten(text)) return MENTION.said;
      return grouped?.places.has(place) && mentions.names(text, grouped.keys) ? MENTION.grouped : 0;
    },
  };
}

const COUNTRY = 'country:';
const GROUP = 'members:';

function isItself({ frameworks, people, members }: EventFacts, key: string): boolean {
  const id = key.slice(key.indexOf(':') + 1);
  return frameworks.has(id) || people.has(id) || members.has(id);
}
