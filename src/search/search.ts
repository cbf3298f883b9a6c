import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { once } from '../memo.ts';
import { type Constraint, partsOf, type Query } from '../reading/query.ts';
import { atOnce, type Steps } from '../steps.ts';
import { divide, mayBeInPeriod, missedBy, unsaid, withinFirm, withinUntold } from './asked.ts';
import { choose } from './choose.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Found, Search } from './found.ts';
import { createSatisfies, type Satisfies } from './grades.ts';
import { createMentions } from './mentions.ts';
import { narrow, onSubject } from './narrow.ts';
import { alikeIn, nearestTo } from './nearest.ts';
import type { PassageIndex } from './passage-index.ts';
import { passageIndexInSteps } from './passage-index.ts';
import { passagesOf } from './passages.ts';
import { explain, rank } from './rank.ts';
import { wordingOf } from './said.ts';
import type { Means } from './satisfies.ts';
import { HELD, UNTOLD } from './weights.ts';

/** Search over one version of the knowledge. */
export type BoundSearch = {
  readonly search: Search;
  readonly facts: Facts;
  readonly satisfies: Satisfies;
  /** Does in small steps what the first questions would wait for: builds the text index, folds and links the texts. A second in all. */
  warm(): Steps<void>;
};

/**
 * Prepares search; texts are folded, linked and indexed when a query first needs it. `findings`, `nearest` and the other parts of what is found are worked out when
 * they are looked at, so that comparing readings by `explained` costs little.
 */
export function createSearch(
  knowledge: KnowledgeBase,
  lexicon: Lexicon,
  { verbs }: Pick<Means, 'verbs'> = {},
): BoundSearch {
  const facts = factsOf(knowledge);
  const indexing = passageIndexInSteps(passagesOf(knowledge));
  let made: PassageIndex | undefined;
  const index = () => {
    made ??= atOnce(indexing);
    return made;
  };
  const mentions = createMentions(lexicon);
  const satisfies = createSatisfies(facts, { lexicon, index, mentions, verbs });
  const tools: Tools = { facts, satisfies, index };
  return {
    search: (query) => (query.parts === undefined ? searchOne(query, tools) : searchParts(query, tools)),
    facts,
    satisfies,
    *warm() {
      // A question that cannot wait takes all steps that are left.
      while (made === undefined) {
        const { done, value } = indexing.next();
        if (done === true) made = value;
        yield;
      }
      for (const corpus of [facts.statements, facts.meetings, facts.offices]) yield* corpus.prepare();
      for (const text of [
        ...facts.events.flatMap(({ title, documents }) => [title, documents]),
        ...facts.outcomes.map(({ text }) => text),
      ]) {
        mentions.link(text);
        yield;
      }
      // Where verbs of saying stand is remembered by their forms.
      for (const form of [...(verbs?.values() ?? [])].flat()) {
        facts.statements.saying(wordingOf(form));
        yield;
      }
    },
  };
}

type Tools = {
  readonly facts: Facts;
  readonly satisfies: Satisfies;
  readonly index: () => PassageIndex;
};

function searchOne(query: Query, tools: Tools): Found {
  const { facts, index } = tools;
  const whole = divide(query, tools);
  const firm = withinFirm(whole);
  const { events, untold } = firm.length > 0 ? { events: firm, untold: [] } : withinUntold(whole);
  const asked = divide(query, tools, unsaid(events, whole));
  const { matches, narrowing, dropped } = narrow(onSubject(events, asked), asked);
  const isEmpty = matches.length === 0;
  const unheld = asked.subjects.filter((each) => events.every((event) => asked.satisfiesEvent(event, each) < HELD));
  const base = {
    query,
    dropped: isEmpty ? [] : [...untold, ...dropped],
    unheld: isEmpty && unheld.length === 0 ? asked.subjects : unheld,
    explained: explain(asked, { events, matches }) * UNTOLD ** untold.length,
  };
  return withLate(base, {
    findings: () => rank(matches, asked, narrowing),
    chosen: ({ findings }) => choose(findings, query),
    within: () => events.map(({ consultation }) => consultation),
    nearest: () => (isEmpty ? nearestTo(asked) : []),
    perhaps: () =>
      facts.events
        .filter((event) => mayBeInPeriod(event, query) && missedBy(event, asked).length === 0)
        .map(({ consultation }) => consultation),
    alike: () => (isEmpty ? alikeIn(events.length > 0 ? events : facts.events, query, index()) : []),
  });
}

/** Things asked apart: what any of them holds is found, and what all of them lack is told of. */
function searchParts(query: Query, tools: Tools): Found {
  const all = partsOf(query).map((part) => searchOne(part, tools));
  const everywhere = (of: (found: Found) => readonly Constraint[]) =>
    [...new Set(all.flatMap(of))].filter((each) =>
      all.every((found) => !found.query.constraints.includes(each) || of(found).includes(each)),
    );
  const base = {
    query,
    dropped: everywhere(({ dropped }) => dropped),
    unheld: everywhere(({ unheld }) => unheld),
    explained: all.reduce((sum, { explained }) => sum + explained, 0) / Math.max(1, all.length),
  };
  return withLate(base, {
    findings: () => eachOnce(all.flatMap(({ findings }) => findings)),
    // The first of each, and not the first of all.
    chosen: () => eachOnce(all.flatMap(({ chosen }) => chosen)),
    within: () => [...new Set(all.flatMap(({ within }) => within))],
    nearest: ({ findings }) => (findings.length > 0 ? [] : all.flatMap(({ nearest }) => nearest)),
    perhaps: () => [...new Set(all.flatMap(({ perhaps }) => perhaps))],
    alike: ({ findings }) => (findings.length > 0 ? [] : all.flatMap(({ alike }) => alike)),
  });
}

/** A consultation that several parts hold counts for the first. */
function eachOnce(findings: Found['findings']): Found['findings'] {
  const seen = new Set<unknown>();
  return findings.filter(({ consultation }) => !seen.has(consultation) && seen.add(consultation));
}

type Late = Pick<Found, 'findings' | 'chosen' | 'within' | 'nearest' | 'perhaps' | 'alike'>;

/** What was found; the costly parts are worked out when they are first looked at. */
function withLate(
  base: Omit<Found, keyof Late>,
  late: { readonly [Part in keyof Late]: (found: Found) => Late[Part] },
): Found {
  for (const [part, make] of Object.entries(late))
    Object.defineProperty(base, part, { get: once<unknown>(() => make(base as Found)), enumerable: true });
  // Every part of `Late` is defined above.
  return base as Found;
}
