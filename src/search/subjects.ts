import type { Constraint } from '../reading/query.ts';
import { foldKey } from '../text/fold.ts';
import { contentTerms } from '../text/tokens.ts';
import type { EventFacts, Facts, OutcomeFacts } from './facts.ts';
import { type Mentions, namesIn } from './mentions.ts';
import type { PassageIndex } from './passage.ts';
import { says as isSaid, wordingOf } from './said.ts';
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

/** All names of the parts of these topics that a label is, or holds ("MQ-9 drones"). */
function namesOfPart(topics: readonly string[], label: string, { knowledge }: Facts): readonly string[] {
  const key = foldKey(label);
  const parts = topics.flatMap((id) => knowledge.topics.get(id)?.parts ?? []).map(({ ja, en }) => [...ja, ...en]);
  return parts.filter((names) => names.some((name) => key.includes(foldKey(name)))).flat();
}

export function gradeMention({ anyOf, label }: Constraint, { statements }: Facts, mentions: Mentions): Grade {
  const wording = wordingOf(label);
  const countries = anyOf.filter((key) => key.startsWith(COUNTRY)).map((key) => key.slice(COUNTRY.length));
  const [keys, groups] = [anyOf, mentions.groupsOf(countries)];
  const saying = statements.saying(wording);
  const [writing, grouping] = [keys, groups].map((each) => statements.saying(mentions.writing(each)));
  const [named, grouped] = [new Set(keys), new Set(groups)];
  const namedIn = namesIn(mentions, keys);
  const own = (text: OutcomeFacts['text']) =>
    namedIn(text) ? MENTION.linked : isSaid(text, wording) ? MENTION.said : 0;
  return {
    // The title of a defense ministerial does not mention it: it is one.
    event: (event) => (keys.some((key) => isItself(event, key)) ? 0 : Math.max(own(event.title), own(event.documents))),
    outcome: ({ text, place }) => {
      if (writing?.has(place) && mentions.names(text, named)) return MENTION.linked;
      if (saying.has(place)) return MENTION.said;
      return grouping?.has(place) && mentions.names(text, grouped) ? MENTION.grouped : 0;
    },
  };
}

const COUNTRY = 'country:';

function isItself({ frameworks, people, members }: EventFacts, key: string): boolean {
  const id = key.slice(key.indexOf(':') + 1);
  return frameworks.has(id) || people.has(id) || members.has(id);
}
